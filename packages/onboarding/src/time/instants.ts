import type { Instant } from '../vocabulary.ts'

const upToSeconds = 19

/**
 * Compares two moments: negative when `a` is earlier, 0 when they are the same, positive when it is later.
 * Moments of different seconds differ in their first 19 characters, which spares reading them as dates.
 */
export function compareInstants(a: Instant, b: Instant): number {
  const first = a.slice(0, upToSeconds)
  const second = b.slice(0, upToSeconds)
  if (first === second) return Date.parse(a) - Date.parse(b)
  return first < second ? -1 : 1
}

/** Whether a moment has come; a moment that is not set never comes. */
export function hasCome(moment: Instant | undefined, now: Instant): boolean {
  return moment !== undefined && compareInstants(moment, now) <= 0
}
