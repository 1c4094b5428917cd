import { type ItemId, type ItemState, itemById, type ProductState, type StepId } from '@sevenstep/onboarding'

/** What a review of a step would be about. */
export interface ReviewScope {
  /** Items that a person has to judge and that were handed in, or that a reviewer looks at for themselves. */
  readonly toJudge: readonly ItemId[]
  /** Required items for which the ISV still has to show something; while there are any, no review can be asked for. */
  readonly missing: readonly ItemState[]
  /** How many other required items wait until something that they build on is proved. */
  readonly later: number
}

const unproved: ReadonlySet<ItemState['verdict']> = new Set([
  'not-started',
  'opened',
  'failing',
  'changes-requested',
  'expired',
  'could-not-be-checked',
  'advised',
])

/** Settles what a reviewer would judge in a step, and what keeps the ISV from asking for it. */
export function reviewScope(state: ProductState, step: StepId): ReviewScope {
  const ofStep = state.items.filter(({ id }) => itemById(id)?.step === step)
  return {
    toJudge: ofStep.filter(isToJudge).map(({ id }) => id),
    missing: ofStep.filter((item) => item.strength === 'required' && item.ball === 'isv' && unproved.has(item.verdict)),
    later: ofStep.filter(({ strength, verdict }) => strength === 'required' && verdict === 'waiting').length,
  }
}

function isToJudge({ id, verdict }: ItemState): boolean {
  if (verdict === 'handed-in' || verdict === 'in-review') return true
  const looksThemselves = itemById(id)?.verification.by === 'review'
  return looksThemselves && (unproved.has(verdict) || verdict === 'waiting')
}
