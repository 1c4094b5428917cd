import { Temporal } from 'temporal-polyfill'
import type { CalendarDate, Instant, WorkCalendar } from '../vocabulary.ts'

const dayMilliseconds = 86_400_000

/** Days since 1 January 1970; whole days without zone, so that no clock change can stretch or shorten one. */
type DayNumber = number

function dayNumber(date: CalendarDate): DayNumber {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayMilliseconds)
}

function dateOf(day: DayNumber): CalendarDate {
  return new Date(day * dayMilliseconds).toISOString().slice(0, 10)
}

/** The day on which a moment falls in the calendar's zone. */
export function localDate(at: Instant, calendar: WorkCalendar): CalendarDate {
  return Temporal.Instant.from(at).toZonedDateTimeISO(calendar.timeZone).toPlainDate().toString()
}

/** The moment at which the day after `date` begins in the calendar's zone: from then on the day is past. */
export function endOfDay(date: CalendarDate, calendar: WorkCalendar): Instant {
  return Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(calendar.timeZone).toInstant().toString()
}

/** Whether people work on that day. */
export function isBusinessDay(date: CalendarDate, calendar: WorkCalendar): boolean {
  return isWorkday(dayNumber(date), holidaysOf(calendar))
}

function holidaysOf({ holidays }: WorkCalendar): ReadonlySet<DayNumber> {
  return new Set(holidays.map(dayNumber))
}

function isWorkday(day: DayNumber, holidays: ReadonlySet<DayNumber>): boolean {
  // 1 January 1970 was a Thursday: 2 and 3 days later the weekend began.
  const weekday = (((day + 3) % 7) + 7) % 7
  return weekday < 5 && !holidays.has(day)
}

/**
 * Working days after `from` up to and including `to`: 0 from Friday to Sunday, 1 from Friday to Monday.
 * Negative when `to` is before `from`.
 */
export function businessDaysBetween(from: CalendarDate, to: CalendarDate, calendar: WorkCalendar): number {
  const first = dayNumber(from)
  const last = dayNumber(to)
  return first <= last ? businessDaysAfter(first, last, calendar) : -businessDaysAfter(last, first, calendar)
}

function businessDaysAfter(first: DayNumber, last: DayNumber, calendar: WorkCalendar): number {
  const weeks = Math.floor((last - first) / 7)
  let count = weeks * 5
  const none: ReadonlySet<DayNumber> = new Set()
  for (let day = first + weeks * 7 + 1; day <= last; day++) if (isWorkday(day, none)) count++
  for (const day of holidaysOf(calendar)) {
    if (day > first && day <= last && isWorkday(day, none)) count--
  }
  return count
}

/** The working day that is `count` working days after `from`; `count` 0 gives `from` itself. */
export function addBusinessDays(from: CalendarDate, count: number, calendar: WorkCalendar): CalendarDate {
  const holidays = holidaysOf(calendar)
  let day = dayNumber(from)
  for (let left = count; left > 0; ) {
    day++
    if (isWorkday(day, holidays)) left--
  }
  return dateOf(day)
}

/** The same clock time `count` calendar or working days later, in the calendar's zone. */
export function addDays(at: Instant, count: number, unit: 'days' | 'business-days', calendar: WorkCalendar): Instant {
  const start = Temporal.Instant.from(at).toZonedDateTimeISO(calendar.timeZone)
  if (unit === 'days') return start.add({ days: count }).toInstant().toString()
  const date = addBusinessDays(start.toPlainDate().toString(), count, calendar)
  return Temporal.PlainDate.from(date)
    .toZonedDateTime({ timeZone: calendar.timeZone, plainTime: start.toPlainTime() })
    .toInstant()
    .toString()
}

/** Exactly so many hours later. */
export function addHours(at: Instant, hours: number): Instant {
  return Temporal.Instant.from(at).add({ hours }).toString()
}
