/** A span of whole units, counted from now; negative is the past. */
export interface RelativeSpan {
  readonly amount: number
  readonly unit: 'minute' | 'hour' | 'day' | 'month' | 'year'
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * The span in which people would speak of a moment: minutes and hours by the clock, from then on by days of the calendar
 * in the zone given, so that "tomorrow" is never today. Knows nothing but its arguments: the page's island uses it too.
 *
 * @param instant ISO 8601 in UTC
 * @param now ISO 8601 in UTC
 * @param timeZone IANA name
 */
export function relativeSpan(instant: string, now: string, timeZone: string): RelativeSpan {
  const distance = Date.parse(instant) - Date.parse(now)
  if (Math.abs(distance) < hour) return { amount: Math.trunc(distance / minute), unit: 'minute' }
  const days = calendarDay(instant, timeZone) - calendarDay(now, timeZone)
  if (days === 0) return { amount: Math.trunc(distance / hour), unit: 'hour' }
  if (Math.abs(days) < 60) return { amount: days, unit: 'day' }
  if (Math.abs(days) < 700) return { amount: Math.round(days / 30.44), unit: 'month' }
  return { amount: Math.round(days / 365.25), unit: 'year' }
}

/** Days since 1970-01-01 of the calendar date that a moment has in a zone. */
function calendarDay(instant: string, timeZone: string): number {
  const formatter = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return Date.parse(`${formatter.format(new Date(instant))}T00:00:00Z`) / day
}
