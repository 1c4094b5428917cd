import type { Place } from '@sevenstep/rule-engine'
import type { LicensingSubject } from './licensing-subject.ts'

/** Where findings about a whole list point: its first value, or the file. */
export function wholeOf({ main }: Pick<LicensingSubject, 'main'>): Place {
  return main.json?.root ?? { file: main, start: 0, end: 0 }
}

/** Days from one day to another, both `YYYY-MM-DD`; nothing where one is no date. */
export function daysBetween(from: string | undefined, to: string | undefined): number | undefined {
  const days = (Date.parse(to ?? '') - Date.parse(from ?? '')) / 86_400_000
  return Number.isNaN(days) ? undefined : days
}

/** Names in a sentence: a few, and how many more. */
export function listed(names: readonly string[], most = 5): string {
  const more = names.length - most
  return `${names.slice(0, most).join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}
