import type { CalendarDate, Instant, Language } from '@sevenstep/onboarding'
import { relativeSpan } from './relative.ts'

/** The words of a message for each plural category that English and Dutch have. */
export interface PluralForms {
  readonly one: string
  readonly other: string
}

/** Numbers, dates and spans as people of one language write them. */
export interface Formatting {
  readonly language: Language
  /** IANA name of the zone in which moments are told. */
  readonly timeZone: string
  /** `1,234` or `1.234`. */
  readonly number: (value: number) => string
  /** `3 days`: the number, a space and the form that goes with it. */
  readonly count: (value: number, forms: PluralForms) => string
  /** The form that goes with a number, without the number. */
  readonly plural: (value: number, forms: PluralForms) => string
  /** `15 January 2027`; of a moment the day it has in the zone. */
  readonly date: (value: CalendarDate | Instant) => string
  /** `15 Jan`; for tables, beside a full date in the title. */
  readonly shortDate: (value: CalendarDate | Instant) => string
  /** `15 January 2027 at 14:05`. */
  readonly dateTime: (value: Instant) => string
  /** `14:05`; beside the day it belongs to. */
  readonly time: (value: Instant) => string
  /** `in 2 days`, `4 minutes ago`, `yesterday`. */
  readonly relative: (value: Instant, now: Instant) => string
  /** `today`, `tomorrow`, `in 2 days`, for a day of the calendar. */
  readonly relativeDay: (value: CalendarDate, now: Instant) => string
  /** `3 days`, `5 hours`, `less than an hour` of a length in milliseconds. */
  readonly duration: (milliseconds: number) => string
  /** `5 minutes`, `2 hours`, for an effort in minutes. */
  readonly effort: (minutes: number) => string
  /** `a, b and c`. */
  readonly list: (values: readonly string[]) => string
  /** `12 kB` of a size in bytes. */
  readonly size: (bytes: number) => string
}

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', nl: 'nl-NL' }

const units = {
  en: { minute: ['minute', 'minutes'], hour: ['hour', 'hours'], day: ['day', 'days'], none: 'less than an hour' },
  nl: { minute: ['minuut', 'minuten'], hour: ['uur', 'uur'], day: ['dag', 'dagen'], none: 'minder dan een uur' },
} as const

/**
 * What texts need to speak of numbers and dates.
 *
 * @param timeZone IANA name; moments are told as the clock reads there
 */
export function formatting(language: Language, timeZone: string): Formatting {
  const locale = locales[language]
  const plurals = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  const sizes = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 })
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' })
  const plural = (value: number, forms: PluralForms) => (plurals.select(value) === 'one' ? forms.one : forms.other)
  const count = (value: number, forms: PluralForms) => `${numbers.format(value)} ${plural(value, forms)}`
  const inUnit = (value: number, unit: 'minute' | 'hour' | 'day') => {
    const [one, other] = units[language][unit]
    return count(value, { one, other })
  }
  return {
    language,
    timeZone,
    number: (value) => numbers.format(value),
    count,
    plural,
    ...dates(locale, timeZone),
    duration: (milliseconds) => {
      const hours = Math.floor(milliseconds / 3_600_000)
      if (hours < 1) return units[language].none
      return hours < 24 ? inUnit(hours, 'hour') : inUnit(Math.floor(hours / 24), 'day')
    },
    effort: (minutes) => {
      if (minutes < 60) return inUnit(minutes, 'minute')
      return minutes < 480 ? inUnit(Math.round(minutes / 60), 'hour') : inUnit(Math.round(minutes / 480), 'day')
    },
    list: (values) => lists.format(values),
    size: (bytes) => {
      if (bytes < 1000) return `${numbers.format(bytes)} B`
      return bytes < 1_000_000 ? `${sizes.format(bytes / 1000)} kB` : `${sizes.format(bytes / 1_000_000)} MB`
    },
  }
}

/** The parts of {@link Formatting} that tell days and moments. */
function dates(
  locale: string,
  timeZone: string,
): Pick<Formatting, 'date' | 'shortDate' | 'dateTime' | 'time' | 'relative' | 'relativeDay'> {
  const long: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' }
  const short: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' }
  const spans = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const moments = new Intl.DateTimeFormat(locale, { ...long, hour: '2-digit', minute: '2-digit', timeZone })
  const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone })
  // A calendar date has no zone; read as UTC it stays the day it says.
  const day = (value: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: value.length === 10 ? 'UTC' : timeZone }).format(
      new Date(value),
    )
  const relative = (value: string, now: string, zone: string) => {
    const span = relativeSpan(value, now, zone)
    return spans.format(span.amount, span.unit)
  }
  return {
    date: (value) => day(value, long),
    shortDate: (value) => day(value, short),
    dateTime: (value) => moments.format(new Date(value)),
    time: (value) => times.format(new Date(value)),
    relative: (value, now) => relative(value, now, timeZone),
    relativeDay: (value, now) => {
      const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(now))
      const days = Math.round((Date.parse(value) - Date.parse(today)) / 86_400_000)
      return Math.abs(days) < 60 ? spans.format(days, 'day') : spans.format(Math.round(days / 30.44), 'month')
    },
  }
}
