import { type EntitlementRule, type EntitlementRuleId, entitlementRules, rankOf } from './entitlement-rules.ts'

/** `covered`: a licence gives the right. `gap`: none does. `ask`: a person has to find out; never counted as covered. */
export type EntitlementState = 'covered' | 'ask' | 'gap'

/** What closes a gap: a licence for the person, one for the flow, the free licence, or switching a plan on again. */
export type GapClosing = 'per-user' | 'per-process' | 'free' | 'switch-on'

/** The answer for one person and one flow, shared by all for whom it is the same. */
export interface Outcome {
  readonly state: EntitlementState
  readonly rule: EntitlementRuleId
  /** The licence that decided; nothing where none did. */
  readonly licence: string | undefined
  /** What closes the gap; empty for answers that are none, and where no licence helps. */
  readonly closes: readonly GapClosing[]
}

/** An answer of one part of the question, before the parts are brought together. */
export type Part = Omit<Outcome, 'closes'>

const worth: Readonly<Record<EntitlementState, number>> = { gap: 0, ask: 1, covered: 2 }

/** The better of two answers; among equally good ones the one whose rule speaks first, then by the licence's name. */
export function better<Answer extends Part>(one: Answer, other: Answer): Answer {
  const difference = worth[one.state] - worth[other.state]
  return difference === 0 ? speaksFirst(one, other) : difference > 0 ? one : other
}

/** The worse of two answers: everything a flow needs has to be covered. */
export function worse<Answer extends Part>(one: Answer, other: Answer): Answer {
  const difference = worth[one.state] - worth[other.state]
  return difference === 0 ? speaksFirst(one, other) : difference < 0 ? one : other
}

function speaksFirst<Answer extends Part>(one: Answer, other: Answer): Answer {
  const difference = rankOf(one.rule) - rankOf(other.rule)
  if (difference !== 0) return difference < 0 ? one : other
  return (one.licence ?? '') <= (other.licence ?? '') ? one : other
}

/** Whether a state is at least as good as another. */
export function isAtLeastAsGood(state: EntitlementState, than: EntitlementState): boolean {
  return worth[state] >= worth[than]
}

/** The reason in a sentence. */
export function reasonOf({ rule, licence }: Pick<Outcome, 'rule' | 'licence'>): string {
  const { says }: EntitlementRule = entitlementRules[rule]
  return says.replace('{licence}', () => licence ?? 'The licence').replace(/^./, (first) => first.toUpperCase())
}
