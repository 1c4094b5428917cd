import type { ProbeRecord } from './probe/address-facts.ts'
import type { ProbeRule } from './probe/probe-rule.ts'
import type {
  Answer,
  Ball,
  Citation,
  Edition,
  GoalId,
  Instant,
  ProductKind,
  PublisherType,
  StepId,
  Text,
} from './vocabulary.ts'

/** Names an item for good: the step's number, a dot and a name, such as `2.redirect-uris-secure`. */
export type ItemId = `${StepId}.${string}`

/** The packages whose rules decide items. */
export type RuleRoom =
  | 'certification-rules'
  | 'sign-in-checks'
  | 'flow-embed'
  | 'flow-templates'
  | 'deployment-client'
  | 'licensing-checks'
  | 'listing-checks'

/** How an item is proved. */
export type Verification =
  /** A rule decides: `families` are ids of the rule package named. */
  | { readonly by: 'automatic'; readonly room: RuleRoom; readonly families: readonly string[] }
  /** The ISV hands in addresses and a machine looks at them; what it cannot see stays with a reviewer. */
  | { readonly by: 'probe'; readonly evidence: EvidenceRequest; readonly probe: ProbeRule }
  /**
   * The ISV shows it. A reviewer accepts it: "checked by a person". Where `rules` are named, a run that decided them all
   * counts instead of what was handed in; where a `probe` is, a machine looks at addresses handed in, as above.
   */
  | {
      readonly by: 'evidence'
      readonly evidence: EvidenceRequest
      readonly rules?: RulesNamed
      readonly probe?: ProbeRule
    }
  /** A reviewer looks for themselves; nothing has to be handed in. */
  | { readonly by: 'review' }

/** Families of a rule package, or single rules of one. */
export interface RulesNamed {
  readonly room: RuleRoom
  readonly families: readonly string[]
  /** What they judge, where it is not what the room usually does: the file of a template’s submission. */
  readonly judge?: 'submission'
}

/** What may be handed in for an item. */
export interface EvidenceRequest {
  readonly accepts: readonly EvidenceKind[]
  /** Days after which accepted evidence has to be renewed; absent where it never ages. */
  readonly validForDays?: number
}

/** The forms that evidence takes. */
export type EvidenceKind = 'file' | 'link' | 'statement'

/** When an item counts at all; every part given has to hold. */
export interface Condition {
  readonly kinds?: readonly ProductKind[]
  readonly publishers?: readonly PublisherType[]
  /** At least one of these goals has one of these answers. */
  readonly anyGoal?: readonly { readonly goal: GoalId; readonly is: Answer }[]
}

/** One thing to prove. */
export interface ItemDefinition {
  readonly id: ItemId
  /** The number in the list of facts the item comes from, such as `2.5`. */
  readonly number: string
  readonly step: StepId
  /** Id of one of the step's groups (at most seven). */
  readonly group: string
  /** `required` where Microsoft refuses without it; `recommended` where it only helps. */
  readonly strength: 'required' | 'recommended'
  /** Who can prove it. */
  readonly owner: Exclude<Ball, 'nobody'>
  readonly verification: Verification
  readonly editions: readonly Edition[]
  readonly when?: Condition
  /** Nothing of this is asked once that item is proved, unless something of its own was handed in or found. */
  readonly unneededOnce?: ItemId
  /** Items that have to be proved first. */
  readonly dependsOn: readonly ItemId[]
  /** About how long it takes once everything is at hand, in minutes. */
  readonly effortMinutes: number
  readonly title: Text
  readonly what: Text
  readonly why: Text
  readonly how: Text
  readonly citation: Citation
  /** Judges the facts alone; what people decided (reviews, waivers) is added by `deriveProduct`. */
  readonly judge: (facts: ItemFacts) => Judgement
}

/** The facts behind one item, as the checks and the people left them. */
export interface ItemFacts {
  /** One entry for each rule family that a run decided; a family that no run touched is absent. */
  readonly families: Readonly<Record<string, FamilyFact>>
  readonly evidence?: EvidenceRecord
  readonly probe?: ProbeRecord
  readonly review?: ReviewRecord
  readonly now: Instant
}

/** What the latest run says of one family of rules. */
export interface FamilyFact {
  /**
   * `advised`: nothing blocks, but a warning speaks against it. `not-checked`: the run could not decide it, which is not the
   * same as passing. `not-needed`: none of its rules is for what was handed in, as those about packages for a SaaS offer.
   */
  readonly outcome: 'passed' | 'failed' | 'advised' | 'not-checked' | 'not-needed'
  readonly errors: number
  readonly warnings: number
  /** Title of the first finding that counts, for the sentence beside the verdict. */
  readonly first?: string
  /** What decided it was reported by the ISV itself, in a file with facts; nobody else has looked. */
  readonly reported?: true
  /** Why it is `not-checked`, as one sentence of the report. */
  readonly reason?: string
  /**
   * What to hand in: the run lacked what the rules look at and says nothing of it, so that an earlier run that had it still
   * counts. Absent where the rules looked and could not decide.
   */
  readonly handIn?: string
  /** The earlier run that said so, where the latest one did not look at it. */
  readonly from?: { readonly runId: string; readonly checkedAt: Instant }
}

/** What the facts alone say. */
export type Judgement =
  | { readonly outcome: 'done'; readonly proof: Text }
  | { readonly outcome: 'missing'; readonly because: Text; readonly todo: Text }
  | { readonly outcome: 'unknown'; readonly because: Text; readonly todo: Text }
  | { readonly outcome: 'not-needed'; readonly because: Text }

/** Everything recorded about one item of one product. Absent parts have not happened. */
export interface ItemRecord {
  readonly openedAt?: Instant
  readonly verification?: VerificationRecord
  readonly evidence?: EvidenceRecord
  /** What was seen at the addresses that are handed in now. */
  readonly probe?: ProbeRecord
  readonly review?: ReviewRecord
  readonly waiver?: WaiverRecord
  readonly dispute?: { readonly state: 'open' | 'upheld' | 'declined'; readonly at: Instant }
}

/** The latest run that touched an item. */
export interface VerificationRecord {
  readonly runId: string
  /** `error`: the check itself did not finish; it never turns a verdict, it only makes it older. */
  readonly outcome: 'passed' | 'failed' | 'advised' | 'not-checked' | 'error'
  readonly families: Readonly<Record<string, FamilyFact>>
  readonly checkedAt: Instant
  /** When it last passed, if it ever did; later than nothing and earlier than a failure it tells a regression. */
  readonly passedAt?: Instant
}

/** The latest evidence for an item. */
export interface EvidenceRecord {
  readonly id: string
  readonly state: 'draft' | 'submitted' | 'accepted' | 'rejected' | 'expired' | 'withdrawn'
  readonly at: Instant
  /** From this moment on accepted evidence no longer counts. */
  readonly validUntil?: Instant
}

/** The latest word of a reviewer on an item. */
export interface ReviewRecord {
  readonly id: string
  readonly state: 'open' | 'claimed' | 'approved' | 'changes-requested' | 'rejected' | 'deprecated'
  readonly at: Instant
  readonly note?: string
}

/** The latest waiver asked for an item. */
export interface WaiverRecord {
  readonly id: string
  readonly state: 'requested' | 'approved' | 'denied' | 'revoked' | 'expired'
  readonly at: Instant
  readonly expiresAt?: Instant
}
