/** A step of the seven, by the number Microsoft's table of 2018 gave it. */
export type StepId = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** The seven steps in the order of the seed. */
export const stepIds: readonly StepId[] = [1, 2, 3, 4, 5, 6, 7]

/** The state of Microsoft's programme that a product is judged against. */
export type Edition = '2018-02' | 'current'

/** Who integrates: a vendor for its customers, or an enterprise for its own tenant (the seed's first half). */
export type ProductKind = 'isv' | 'enterprise'

/** Decides the certification route; the names are those of the certification profiles. */
export type PublisherType = 'verified-publisher' | 'independent-publisher'

/** The seven questions an ISV answers. */
export type GoalId =
  | 'expose-data'
  | 'connector-public'
  | 'embed-ui'
  | 'prebuilt-flows'
  | 'auto-deploy'
  | 'customers-lack-licences'
  | 'list-appsource'

/** The goals in the order in which they are asked. */
export const goalIds: readonly GoalId[] = [
  'expose-data',
  'connector-public',
  'embed-ui',
  'prebuilt-flows',
  'auto-deploy',
  'customers-lack-licences',
  'list-appsource',
]

/** What may be answered to a goal; `unknown` is "don't know" and is a legal answer. */
export type Answer = 'yes' | 'no' | 'unknown'

/** One answer to each goal. */
export type Goals = Readonly<Record<GoalId, Answer>>

/** How strongly a step is asked for. `needs-answer` means a goal is still unknown; it never means "not needed". */
export type Strength = 'not-needed' | 'needs-answer' | 'recommended' | 'required'

/** Who has to act next. `us` is the partner programme. */
export type Ball = 'isv' | 'us' | 'microsoft' | 'nobody'

/** A text in every language of the product. */
export interface Text {
  readonly en: string
  readonly nl: string
}

/** A language the product speaks. */
export type Language = keyof Text

/** A moment in UTC as ISO 8601 with a trailing `Z`. */
export type Instant = string

/** A day without a time, as `YYYY-MM-DD`; it means something only together with a {@link WorkCalendar}. */
export type CalendarDate = string

/** The zone and the free days by which day-based deadlines are reckoned. */
export interface WorkCalendar {
  /** IANA name, such as `Europe/Amsterdam`. */
  readonly timeZone: string
  /** Days on which nobody works, besides Saturdays and Sundays. */
  readonly holidays: readonly CalendarDate[]
}

/** Where a statement rests. */
export interface Citation {
  /** The title of the source, as it was published. */
  readonly source: string
  /** The title in English, where the source is in another language. */
  readonly inEnglish?: string
  /** The sentence or table row that is meant, in our own words where it is not an identifier. */
  readonly place: string
  readonly url?: string
  /** The date of the source. */
  readonly dated: CalendarDate
  readonly confidence: 'high' | 'medium' | 'low'
}
