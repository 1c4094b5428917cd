import {
  addBusinessDays,
  type CalendarDate,
  endOfDay,
  type Instant,
  localDate,
  type WorkCalendar,
} from '@sevenstep/onboarding'

/** What the programme answers to. */
type Answered = 'review' | 'waiver' | 'dispute'

/** Working days within which the programme means to answer; its own target, not something Microsoft promises. */
export const responseTargets: Readonly<Record<Answered, number>> = { review: 3, waiver: 3, dispute: 5 }

/** How long one reviewer keeps a review to themselves, in milliseconds. */
export const reviewLease = 4 * 3_600_000

/** Waivers with no more than this left are shown first, in days. */
export const expiringSoon = 30

/** When an answer is due. */
export interface ResponseDue {
  readonly day: CalendarDate
  /** The day is over. */
  readonly late: boolean
}

/** The day by which the programme means to have answered what was asked at a moment. */
export function responseDue(kind: Answered, askedAt: Date, calendar: WorkCalendar, now: Instant): ResponseDue {
  const day = addBusinessDays(localDate(askedAt.toISOString(), calendar), responseTargets[kind], calendar)
  return { day, late: Date.parse(endOfDay(day, calendar)) <= Date.parse(now) }
}
