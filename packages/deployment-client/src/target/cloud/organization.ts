import type { CloudPlace } from './cloud-place.ts'

/** One organisation of Dataverse, as its areas reach it. */
export interface Organization extends CloudPlace {
  /** Origin, such as `https://contoso.crm4.dynamics.com`. */
  readonly organization: string
}

/** Where calls to the organisation go. */
export function atOrganization({ organization }: Organization): { readonly organization: string } {
  return { organization }
}

/** Text inside a filter. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
