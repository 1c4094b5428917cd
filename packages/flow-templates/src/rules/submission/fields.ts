import type { JsonNode } from '@sevenstep/located-json'

/** A text at a path that is not blank. */
export function filledText(root: JsonNode, ...path: readonly string[]): string | undefined {
  const value = root.find(...path)?.value
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** Whether a text is an address that everybody may open safely. */
export function isHttps(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === 'https:'
}

/** Days since 1970 of a date `YYYY-MM-DD`, also at the head of a moment; nothing where it is none. */
export function dayOf(date: string): number | undefined {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:$|T)/.exec(date) ?? []
  if (day === undefined) return undefined
  const time = Date.parse(`${day}T00:00:00Z`)
  // The platform takes 31 February for a day in March.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : time / 86_400_000
}
