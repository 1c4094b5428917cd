import { unansweredGoals } from '../decision/decide-steps.ts'
import { strengthRules } from '../decision/strength-rules.ts'
import { goalQuestions } from '../goals.ts'
import type { ItemDefinition } from '../item.ts'
import type { Countdown, ItemState, NextAction, ProductInput, StepState } from '../product-state.ts'
import { text } from '../text.ts'
import { localDate } from '../time/calendar.ts'
import type { Ball, GoalId, StepId } from '../vocabulary.ts'
import { goalIds } from '../vocabulary.ts'
import { dateText } from './date-text.ts'

type Party = Exclude<Ball, 'nobody'>

/** What the next actions follow from. */
export interface ActionFacts {
  readonly input: ProductInput
  readonly steps: readonly StepState[]
  /** Items that count and are not settled, in the order of the catalogue. */
  readonly open: readonly { readonly item: ItemDefinition; readonly state: ItemState }[]
  /** Items that nobody can tell whether they count. */
  readonly undecided: readonly ItemDefinition[]
  readonly countdowns: readonly Countdown[]
}

const minutesToAnswer = 5
const minutesToReview = 15
const minutesToSignOff = 30
const minutesToAsk = 2

/** For each party the one thing it can do next; absent where nothing waits for it. */
export function nextActionsOf(facts: ActionFacts): Readonly<Partial<Record<Party, NextAction>>> {
  const isv = nextOfIsv(facts)
  const us = best(facts, 'us')
  const microsoft = nextOfMicrosoft(facts)
  return { ...(isv && { isv }), ...(us && { us }), ...(microsoft && { microsoft }) }
}

function nextOfIsv(facts: ActionFacts): NextAction | undefined {
  const preview = facts.countdowns.find((running) => isSignOff(running) && !running.overdue)
  if (preview !== undefined) return signOff(facts, preview)
  const action = best(facts, 'isv')
  const urgent = action?.item === undefined ? Number.POSITIVE_INFINITY : rankOf(facts, action.item)
  const ofStep = goalOfSteps(facts)
  if (ofStep !== undefined && urgent >= mendingBelow) return goalAction(ofStep)
  const ready = urgent >= mendingBelow ? readyForReview(facts) : undefined
  if (ready !== undefined) return reviewAction(ready)
  const ofItem = goalOfItems(facts)
  return ofItem !== undefined && urgent >= requiredBelow ? goalAction(ofItem) : action
}

/** Whether a running wait asks the ISV to act before it ends, rather than to keep something valid. */
export function isSignOff({ wait }: Countdown): boolean {
  return wait.kind === 'preview-sign-off'
}

/** The first required step of which everything is handed in, so that only the asking is left. */
function readyForReview({ open, steps }: ActionFacts): StepId | undefined {
  const isReady = (step: StepId): boolean => {
    const own = open.filter(
      ({ item, state }) => item.step === step && item.strength === 'required' && state.ball === 'isv',
    )
    const isLeft = ({ state }: ActionFacts['open'][number]) =>
      state.verdict !== 'handed-in' && state.verdict !== 'waiting'
    return own.some(({ state }) => state.verdict === 'handed-in') && !own.some(isLeft)
  }
  return steps.find(({ step, strength }) => strength === 'required' && isReady(step))?.step
}

function reviewAction(step: StepId): NextAction {
  return {
    step,
    ball: 'isv',
    title: text(`Ask for a review of step ${step}`, `Vraag een beoordeling van stap ${step} aan`),
    because: text(
      `Everything that step ${step} needs is handed in.`,
      `Alles wat voor stap ${step} nodig is, is ingediend.`,
    ),
    effortMinutes: minutesToAsk,
  }
}

function signOff({ input }: ActionFacts, { wait, setting, dueAt }: Countdown): NextAction {
  const due = dateText(localDate(dueAt, input.calendar))
  const because = text(
    `The preview expires on ${due.en}; after that the offer is refused.`,
    `De voorbeeldversie verloopt op ${due.nl}; daarna wordt de aanbieding geweigerd.`,
  )
  return { step: wait.step, ball: 'isv', title: setting.title, because, effortMinutes: minutesToSignOff }
}

/** The first goal whose answer would settle a step that is still open. */
function goalOfSteps({ input, steps }: ActionFacts): GoalId | undefined {
  const goals = input.goals ?? unansweredGoals
  const undecided = new Set(steps.filter(({ strength }) => strength === 'needs-answer').map(({ step }) => step))
  const asks = (goal: GoalId): boolean => strengthRules.some((rule) => rule.goal === goal && undecided.has(rule.step))
  return goalIds.find((goal) => goals[goal] === 'unknown' && asks(goal))
}

/** The first goal whose answer would settle whether an item of a step in hand counts. */
function goalOfItems({ input, undecided }: ActionFacts): GoalId | undefined {
  const goals = input.goals ?? unansweredGoals
  const asked = new Set(undecided.flatMap(({ when }) => when?.anyGoal?.map(({ goal }) => goal) ?? []))
  return goalIds.find((goal) => goals[goal] === 'unknown' && asked.has(goal))
}

function goalAction(goal: GoalId): NextAction {
  const { question, implies } = goalQuestions[goal]
  return { goal, ball: 'isv', title: question, because: implies, effortMinutes: minutesToAnswer }
}

/** Ranks below this mend something; ranks below the next are required of a required step. */
const mendingBelow = 10
const requiredBelow = 20

const urgency: Readonly<Partial<Record<ItemState['verdict'], number>>> = {
  failing: 1,
  'changes-requested': 2,
  expired: 3,
  'in-review': 4,
  advised: 10,
  'could-not-be-checked': 11,
  opened: 12,
  'not-started': 13,
}

function rank({ item, state }: ActionFacts['open'][number], required: ReadonlySet<StepId>): number {
  const must = required.has(item.step) && item.strength === 'required'
  return (urgency[state.verdict] ?? 50) - (state.regressed ? 1 : 0) + (must ? 0 : 20)
}

function rankOf({ open, steps }: ActionFacts, id: ItemDefinition['id']): number {
  const found = open.find(({ item }) => item.id === id)
  return found === undefined ? Number.POSITIVE_INFINITY : rank(found, requiredSteps(steps))
}

function requiredSteps(steps: readonly StepState[]): ReadonlySet<StepId> {
  return new Set(steps.filter(({ strength }) => strength === 'required').map(({ step }) => step))
}

function best({ open, steps, input }: ActionFacts, ball: Party): NextAction | undefined {
  const required = requiredSteps(steps)
  let found: ActionFacts['open'][number] | undefined
  let lowest = Number.POSITIVE_INFINITY
  let oldest = Number.POSITIVE_INFINITY
  for (const entry of open) {
    const { verdict } = entry.state
    if (entry.state.ball !== ball || verdict === 'waiting' || verdict === 'handed-in') continue
    const order = rank(entry, required)
    const since = ball === 'us' ? handedInAt(input, entry.item.id) : 0
    if (order > lowest || (order === lowest && since >= oldest)) continue
    found = entry
    lowest = order
    oldest = since
  }
  return found === undefined ? undefined : itemAction(found, ball)
}

/** When it came to us, so that the oldest is looked at first. */
function handedInAt({ records }: ProductInput, id: ItemDefinition['id']): number {
  const record = records[id]
  const at = record?.review?.at ?? record?.evidence?.at ?? record?.waiver?.at
  return at === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(at)
}

function itemAction({ item, state }: ActionFacts['open'][number], ball: Party): NextAction {
  const effortMinutes = ball === 'us' ? minutesToReview : item.effortMinutes
  return { item: item.id, step: item.step, ball, title: item.title, because: state.because, effortMinutes }
}

function nextOfMicrosoft(facts: ActionFacts): NextAction | undefined {
  const running = facts.countdowns.filter(({ setting }) => setting.ball === 'microsoft')
  const first = running[0]
  if (first === undefined) return best(facts, 'microsoft')
  const due = dateText(localDate(first.dueAt, facts.input.calendar))
  const because = first.overdue
    ? text(`It was expected by ${due.en}.`, `Dit werd verwacht op ${due.nl}.`)
    : text(`It is expected by ${due.en}.`, `Dit wordt verwacht op ${due.nl}.`)
  return { step: first.wait.step, ball: 'microsoft', title: first.setting.title, because, effortMinutes: 0 }
}
