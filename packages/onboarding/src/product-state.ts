import type { ItemId, ItemRecord } from './item.ts'
import type {
  Ball,
  CalendarDate,
  Citation,
  Edition,
  GoalId,
  Goals,
  Instant,
  ProductKind,
  PublisherType,
  StepId,
  Strength,
  Text,
  WorkCalendar,
} from './vocabulary.ts'

/** Everything known of a product; {@link ProductState} follows from it and from nothing else. */
export interface ProductInput {
  readonly edition: Edition
  readonly kind: ProductKind
  readonly publisher: PublisherType
  /** Undefined until the ISV has answered for the first time. */
  readonly goals: Goals | undefined
  readonly targets: Targets
  /** Only items of which something is recorded. */
  readonly records: Readonly<Record<ItemId, ItemRecord>>
  readonly waits: readonly ExternalWait[]
  /** Who had the ball since the present stage began, oldest first; the last entry goes on. */
  readonly ballLog: readonly BallEntry[]
  readonly paused?: { readonly since: Instant; readonly reason: string }
  /** Set by people: a product that is live or withdrawn. */
  readonly declared?: 'live' | 'withdrawn'
  /** A person said the product is stuck, and why. */
  readonly stuck?: { readonly since: Instant; readonly reason: string }
  readonly createdAt: Instant
  readonly calendar: WorkCalendar
  readonly now: Instant
}

/** Days by which the product, and steps of it, should be finished. */
export interface Targets {
  readonly product?: CalendarDate
  readonly steps: Readonly<Partial<Record<StepId, CalendarDate>>>
}

/** From when on somebody had to act. */
export interface BallEntry {
  readonly since: Instant
  readonly ball: Ball | 'paused'
}

/** A step of Microsoft that can only be waited for. */
export type WaitKind =
  | 'certification-review'
  | 'certification-deployment'
  | 'template-review'
  | 'preview-sign-off'
  | 'package-address-validity'
  | 'offer-validation'
  | 'offer-certification'
  | 'publisher-verification'

/** Something that Microsoft does or demands within a time. */
export interface ExternalWait {
  readonly id: string
  readonly kind: WaitKind
  readonly state: 'running' | 'met' | 'breached' | 'cancelled'
  readonly startedAt: Instant
  readonly step: StepId
}

/** How long a wait lasts as far as is known; data, since Microsoft's own pages disagree. */
export interface WaitSetting {
  readonly kind: WaitKind
  readonly edition: Edition
  readonly atMost: { readonly amount: number; readonly unit: 'hours' | 'days' | 'business-days' }
  /** Whose turn it is while the wait runs; a deadline on the ISV is not a wait for Microsoft. */
  readonly ball: 'microsoft' | 'isv'
  readonly title: Text
  readonly citation: Citation
  /** Other durations that pages of Microsoft give for the same wait. */
  readonly alsoSeen: readonly { readonly atMost: WaitSetting['atMost']; readonly citation: Citation }[]
}

/** What an item amounts to once facts, reviews and waivers are put together. */
export type ItemVerdict =
  /** The goals or the edition do not ask for it. */
  | 'not-needed'
  /** A goal has to be answered before anybody can say. */
  | 'needs-answer'
  | 'not-started'
  | 'opened'
  /** Another item has to be proved first. */
  | 'waiting'
  /** A run ended without deciding it, or an error kept it from running: neither passed nor failed. */
  | 'could-not-be-checked'
  /** A run found nothing that blocks, but a warning speaks against it; to be mended, or shown by other means. */
  | 'advised'
  | 'failing'
  /** Everything was handed in, and nobody has asked for a review of the step yet. */
  | 'handed-in'
  | 'in-review'
  | 'changes-requested'
  | 'proved'
  | 'waived'
  /** Evidence or a waiver ran out. */
  | 'expired'

/** One item of a product as it stands. */
export interface ItemState {
  readonly id: ItemId
  readonly verdict: ItemVerdict
  readonly strength: 'required' | 'recommended'
  readonly because: Text
  readonly todo?: Text
  readonly ball: Ball
  /** It was proved once and is not any more. */
  readonly regressed: boolean
}

/** What a cell of the seven-cell strip shows. */
export type StripCell = 'proved' | 'failing' | 'waiting' | 'in-review' | 'not-started' | 'not-needed' | 'needs-answer'

/** The state of a step; computed, never set. */
export type StepStatus =
  | 'not-needed'
  | 'needs-answer'
  | 'not-started'
  | 'in-progress'
  | 'blocked'
  | 'in-review'
  | 'changes-requested'
  | 'complete'
  | 'regressed'

/** One step of a product as it stands. */
export interface StepState {
  readonly step: StepId
  readonly strength: Strength
  readonly status: StepStatus
  readonly cell: StripCell
  readonly because: Text
  /** Required items that apply: how many, and how many of them are proved or waived. */
  readonly required: { readonly proved: number; readonly total: number }
  readonly failing: number
  readonly blockedBy: readonly StepId[]
  readonly ball: Ball
  readonly due?: CalendarDate
}

/** How things go against the dates. */
export type HealthLevel = 'new' | 'on-track' | 'at-risk' | 'overdue' | 'stuck' | 'paused' | 'ready'

/** Health with the sum it comes from, to be shown beside it. */
export interface Health {
  readonly level: HealthLevel
  readonly because: Text
  /** The formula with this product's own numbers filled in. */
  readonly formula: Text
}

/** The one thing to do next. */
export interface NextAction {
  readonly item?: ItemId
  readonly goal?: GoalId
  readonly step?: StepId
  readonly ball: Ball
  readonly title: Text
  readonly because: Text
  readonly effortMinutes: number
}

/** A wait with its end worked out. */
export interface Countdown {
  readonly wait: ExternalWait
  readonly setting: WaitSetting
  readonly dueAt: Instant
  readonly overdue: boolean
}

/** The product's own state. */
export type ProductStatus = 'draft' | 'in-progress' | 'ready' | 'live' | 'withdrawn'

/** What follows from a {@link ProductInput}. */
export interface ProductState {
  readonly status: ProductStatus
  readonly steps: readonly StepState[]
  readonly items: readonly ItemState[]
  readonly required: { readonly proved: number; readonly total: number }
  readonly regressed: readonly ItemId[]
  readonly health: Health
  readonly ball: Ball
  /** For each party the next thing it can do; absent where nothing waits for it. */
  readonly nextActions: Readonly<Partial<Record<Exclude<Ball, 'nobody'>, NextAction>>>
  readonly countdowns: readonly Countdown[]
  /** Milliseconds in the present stage, by who had the ball. */
  readonly timeInStage: Readonly<Record<'isv' | 'us' | 'microsoft' | 'paused', number>>
  /** The nearest day something is due, of targets and countdowns. */
  readonly nextDue?: CalendarDate
  /** The next moment at which time alone changes this state; absent where only people can change it. */
  readonly changesAt?: Instant
}
