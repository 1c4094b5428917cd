import type { CalendarDate, Instant } from '@sevenstep/onboarding'
import type { Texts } from '../../texts/index.ts'

interface MomentProps {
  readonly at: Instant
  /** The clock of the request. */
  readonly now: Instant
  readonly texts: Texts
}

/** A moment as people speak of it, with the full date on hover and for screen readers; the island keeps it fresh. */
export function RelativeTime({ at, now, texts }: MomentProps) {
  return (
    <time datetime={at} title={texts.format.dateTime(at)} data-relative>
      {texts.format.relative(at, now)}
    </time>
  )
}

interface DayProps {
  readonly day: CalendarDate
  readonly texts: Texts
  /** `long` is 15 January 2027, `short` 15 Jan with the long form on hover. */
  readonly form?: 'long' | 'short'
}

/** A day of the calendar. */
export function Day({ day, texts, form = 'long' }: DayProps) {
  const long = texts.format.date(day)
  return (
    <time datetime={day} title={form === 'short' ? long : undefined}>
      {form === 'short' ? texts.format.shortDate(day) : long}
    </time>
  )
}

/** When something ends, counted from now; says so when it has ended. */
export function Countdown({ at, now, texts }: MomentProps) {
  const over = Date.parse(at) <= Date.parse(now)
  const when = texts.format.relative(at, now)
  return (
    <time class={over ? 'countdown state-overdue' : 'countdown'} datetime={at} title={texts.format.dateTime(at)}>
      {over ? texts.shared.ended(when) : texts.shared.ends(when)}
    </time>
  )
}
