import type { ItemDefinition, ItemId } from '../item.ts'
import type { ItemState, StepState, StepStatus, StripCell } from '../product-state.ts'
import { text } from '../text.ts'
import type { Ball, CalendarDate, StepId, Strength, Text } from '../vocabulary.ts'

/** What a step's state follows from. */
export interface StepFacts {
  readonly step: StepId
  readonly strength: Strength
  /** Every item of the step that counts, with its definition. */
  readonly items: readonly { readonly item: ItemDefinition; readonly state: ItemState }[]
  /** Steps whose items this step's waiting items wait for. */
  readonly waitsFor: (item: ItemId) => readonly StepId[]
  /** Required steps of the development phase that are not complete; asked of distribution steps only. */
  readonly openDevelopment: readonly StepId[]
  readonly waitsOnMicrosoft: boolean
  readonly due?: CalendarDate
}

/** Computes the state of a step; nobody ever sets it. */
export function stepStateOf(facts: StepFacts): StepState {
  const { step, strength, due } = facts
  const base = { step, strength, ...(due === undefined ? {} : { due }) }
  const idle = { required: { proved: 0, total: 0 }, failing: 0, blockedBy: [], ball: 'nobody' as const }
  if (strength === 'not-needed') {
    const because = text('Your goals do not ask for this step.', 'Uw doelen vragen niet om deze stap.')
    return { ...base, ...idle, status: 'not-needed', cell: 'not-needed', because }
  }
  if (strength === 'needs-answer') {
    const because = text('A goal has to be answered first.', 'Eerst moet een doel worden beantwoord.')
    return { ...base, ...idle, ball: 'isv', status: 'needs-answer', cell: 'needs-answer', because }
  }
  const gate = gateOf(facts)
  const open = gate.filter(({ state }) => !isSettled(state))
  const undecided = facts.items.find(
    ({ item, state }) => item.strength === 'required' && state.verdict === 'needs-answer',
  )
  const { status, blockedBy } = statusOf(facts, gate, open, undecided !== undefined)
  const failing = facts.items.filter(({ state }) => isFailing(state)).length
  const required = { proved: gate.length - open.length, total: gate.length }
  const because =
    status === 'needs-answer' && undecided !== undefined
      ? undecided.state.because
      : becauseOf(status, required, open, blockedBy)
  return {
    ...base,
    status,
    cell: cellOf(status, open),
    because,
    required,
    failing,
    blockedBy,
    ball: ballOf(status, open),
  }
}

/** The items that have to be proved before the step is complete: the required ones, else all. */
function gateOf({ items }: StepFacts): StepFacts['items'] {
  const required = items.filter(({ item, state }) => item.strength === 'required' && state.verdict !== 'needs-answer')
  return required.length > 0 ? required : items.filter(({ state }) => state.verdict !== 'needs-answer')
}

/** Whether an item needs nothing more. */
export function isSettled({ verdict }: ItemState): boolean {
  return verdict === 'proved' || verdict === 'waived' || verdict === 'not-needed'
}

/** Whether something was looked at and found wanting, or ran out. */
export function isFailing({ verdict }: ItemState): boolean {
  return verdict === 'failing' || verdict === 'expired'
}

function statusOf(
  facts: StepFacts,
  gate: StepFacts['items'],
  open: StepFacts['items'],
  undecided: boolean,
): { readonly status: StepStatus; readonly blockedBy: readonly StepId[] } {
  if (open.length === 0) {
    // What is known is proved, but an answer may add required items.
    if (undecided) return { status: 'needs-answer', blockedBy: [] }
    return facts.openDevelopment.length === 0
      ? { status: 'complete', blockedBy: [] }
      : { status: 'blocked', blockedBy: facts.openDevelopment }
  }
  if (open.some(({ state }) => state.regressed)) return { status: 'regressed', blockedBy: [] }
  if (open.some(({ state }) => state.verdict === 'changes-requested'))
    return { status: 'changes-requested', blockedBy: [] }
  const elsewhere = open.map(({ item, state }) => (state.verdict === 'waiting' ? facts.waitsFor(item.id) : []))
  if (elsewhere.every((steps) => steps.length > 0)) {
    return { status: 'blocked', blockedBy: [...new Set(elsewhere.flat())].sort((a, b) => a - b) }
  }
  if (open.every(({ state }) => state.verdict === 'in-review')) return { status: 'in-review', blockedBy: [] }
  const begun = gate.length > open.length || facts.items.some(({ state }) => hasBegun(state)) || facts.waitsOnMicrosoft
  return { status: begun ? 'in-progress' : 'not-started', blockedBy: [] }
}

function hasBegun({ verdict }: ItemState): boolean {
  return verdict !== 'not-started' && verdict !== 'waiting' && verdict !== 'needs-answer'
}

function cellOf(status: StepStatus, open: StepFacts['items']): StripCell {
  switch (status) {
    case 'complete':
      return 'proved'
    case 'regressed':
    case 'changes-requested':
      return 'failing'
    case 'in-review':
    case 'not-started':
    case 'not-needed':
    case 'needs-answer':
      return status
    default:
      return open.some(({ state }) => isFailing(state)) ? 'failing' : 'waiting'
  }
}

function becauseOf(
  status: StepStatus,
  { proved, total }: StepState['required'],
  open: StepFacts['items'],
  blockedBy: readonly StepId[],
): Text {
  const numbers = blockedBy.join(', ')
  if (status === 'complete') {
    return text(`All ${total} required items are proved.`, `Alle ${total} verplichte punten zijn aangetoond.`)
  }
  if (status === 'blocked') return text(`It waits for step ${numbers}.`, `De stap wacht op stap ${numbers}.`)
  const count = text(
    `${proved} of ${total} required items proved`,
    `${proved} van ${total} verplichte punten aangetoond`,
  )
  const worst = open.find(({ state }) => state.regressed) ?? open.find(({ state }) => needsMending(state))
  if (worst === undefined) return text(`${count.en}.`, `${count.nl}.`)
  const { title } = worst.item
  return worst.state.regressed
    ? text(`${count.en}; no longer proved: ${title.en}.`, `${count.nl}; niet langer aangetoond: ${title.nl}.`)
    : text(`${count.en}; to mend: ${title.en}.`, `${count.nl}; te herstellen: ${title.nl}.`)
}

function needsMending(state: ItemState): boolean {
  return isFailing(state) || state.verdict === 'changes-requested'
}

function ballOf(status: StepStatus, open: StepFacts['items']): Ball {
  if (status === 'complete') return 'nobody'
  if (status === 'needs-answer') return 'isv'
  return whoseTurn(open.map(({ state }) => state))
}

/**
 * Whose turn it is over several open items: ours while anything waits for a reviewer's decision, else the ISV's while it
 * can act, else ours for what only we look at, else Microsoft's.
 */
export function whoseTurn(open: readonly ItemState[]): Ball {
  if (open.some(({ verdict, ball }) => verdict === 'in-review' && ball === 'us')) return 'us'
  const actionable = open.filter(({ verdict }) => verdict !== 'waiting')
  for (const ball of ['isv', 'us', 'microsoft'] as const)
    if (actionable.some((state) => state.ball === ball)) return ball
  return open[0]?.ball ?? 'nobody'
}
