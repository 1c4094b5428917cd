import type { JsonNode } from '@sevenstep/located-json'

const hoursByUnit: Readonly<Record<string, number>> = {
  second: 1 / 3600,
  minute: 1 / 60,
  hour: 1,
  day: 24,
  week: 168,
  // The shortest there is: what is too long then is so in every month.
  month: 28 * 24,
}

/** The days of an ISO 8601 duration such as `P31D` or `PT1H`; nothing for anything else, expressions among them. */
export function daysOf(value: unknown): number | undefined {
  if (typeof value !== 'string' || value.length > 64) return undefined
  const match =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?)?$/i.exec(value)
  if (match === null) return undefined
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0))
  const whole = (years ?? 0) * 365 + (months ?? 0) * 28 + (weeks ?? 0) * 7 + (days ?? 0)
  return whole + ((hours ?? 0) + (minutes ?? 0) / 60 + (seconds ?? 0) / 3600) / 24
}

/** The days of `{ count, unit }`; nothing when either is an expression or unknown. */
export function daysOfInterval(interval: JsonNode | undefined): number | undefined {
  const count = interval?.member('count')?.value
  const unit = interval?.text('unit')?.toLowerCase() ?? ''
  if (typeof count !== 'number' || !Object.hasOwn(hoursByUnit, unit)) return undefined
  return (count * (hoursByUnit[unit] ?? 0)) / 24
}
