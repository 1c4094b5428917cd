/** What a request prefers, from its `Prefer` headers. */
export interface Preferences {
  readonly representation: boolean
  readonly pageSize: number | undefined
  readonly continueOnError: boolean
  /** Whether an annotation is wanted. */
  readonly wantsAnnotation: (name: string) => boolean
  /** What of it was applied, for `Preference-Applied`. */
  readonly applied: string | undefined
}

/** Dataverse gives no more rows at a time than this, whatever is preferred. */
export const mostRows = 5000

/** Reads `Prefer`: preferences parted by commas, values with or without quotes. */
export function preferencesOf(header: string | null): Preferences {
  const given = new Map<string, string>()
  for (const [, name = '', quoted, bare] of (header ?? '').matchAll(preference)) {
    given.set(name.toLowerCase(), quoted ?? bare ?? '')
  }
  const size = /^\d{1,9}$/.test(given.get('odata.maxpagesize') ?? '')
    ? Number(given.get('odata.maxpagesize'))
    : undefined
  const patterns = (given.get('odata.include-annotations') ?? '')
    .split(',')
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '')
  const applied = [
    given.get('return') === 'representation' ? 'return=representation' : undefined,
    patterns.length > 0 ? `odata.include-annotations="${patterns.join(',')}"` : undefined,
    size === undefined ? undefined : `odata.maxpagesize=${size}`,
  ].filter((part) => part !== undefined)
  return {
    representation: given.get('return') === 'representation',
    pageSize: size === undefined || size === 0 ? undefined : Math.min(size, mostRows),
    continueOnError: given.has('odata.continue-on-error') && given.get('odata.continue-on-error') !== 'false',
    wantsAnnotation: (name) => patterns.some((pattern) => fits(pattern, name)),
    applied: applied.length === 0 ? undefined : applied.join(', '),
  }
}

const preference = /([\w.-]+)(?:\s*=\s*(?:"([^"]*)"|([^\s,;]*)))?/g

/** `*` at the end of a pattern stands for anything; a pattern with `-` in front would take away and is not answered. */
function fits(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name
}
