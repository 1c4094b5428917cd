import type { ItemDefinition, ItemId } from '../item.ts'
import { items, itemsOfStep, positionOf } from '../items/catalogue.ts'
import type { Countdown, ItemState, ProductInput, ProductState, ProductStatus, StepState } from '../product-state.ts'
import { text } from '../text.ts'
import { endOfDay, localDate } from '../time/calendar.ts'
import { countdown } from '../time/countdown.ts'
import { compareInstants, hasCome } from '../time/instants.ts'
import { timeInStage } from '../time/time-in-stage.ts'
import { waitSettings } from '../time/wait-settings.ts'
import type { Ball, CalendarDate, Instant, StepId, Text } from '../vocabulary.ts'
import { stepIds } from '../vocabulary.ts'
import type { Plan } from './applicable-items.ts'
import { planFor } from './applicable-items.ts'
import { healthOf, openTargets } from './health.ts'
import { itemStatesOf } from './item-states.ts'
import { isSignOff, nextActionsOf } from './next-actions.ts'
import { isSettled, stepStateOf, whoseTurn } from './step-state.ts'

const distribution: readonly StepId[] = [6, 7]

/**
 * Works out everything that follows from what is known of a product. Deterministic: the same input gives the same
 * state, whatever the order of the records' keys; `now` is part of the input.
 */
export function deriveProduct(input: ProductInput): ProductState {
  const plan = planFor(input)
  const states = itemStatesOf(plan, input)
  const countdowns = countdownsOf(input)
  const steps = stepsOf(plan, states, input, countdowns)
  const open = items.flatMap((item, index) => {
    const state = states[index]
    return state === undefined || isSettled(state) || state.verdict === 'needs-answer' ? [] : [{ item, state }]
  })
  const undecided = items.filter((_, index) => states[index]?.verdict === 'needs-answer')
  const required = sumOf(steps)
  const regressed = states.filter(({ regressed: is }) => is).map(({ id }) => id)
  const status = statusOf(input, steps, plan, regressed)
  const mustOpen = open.filter(({ item }) => isMust(item, plan))
  const nextActions = status === 'withdrawn' ? {} : nextActionsOf({ input, steps, open, undecided, countdowns })
  const ball = ballOf(input, status, steps, mustOpen, countdowns)
  const today = localDate(input.now, input.calendar)
  const health = healthOf({
    input,
    today,
    status,
    steps,
    required,
    openMinutes: mustOpen.reduce((sum, { item }) => sum + item.effortMinutes, 0),
    foremost: foremostOf(nextActions, ball, steps),
    countdowns,
    untouched: Object.keys(input.records).length === 0,
  })
  const nextDue = earliest([
    ...openTargets(input, isOver(status) ? [] : steps).filter(() => !isOver(status)),
    ...countdowns.map(({ dueAt }) => localDate(dueAt, input.calendar)),
  ])
  const changesAt = changeOf(input, status, countdowns, today)
  return {
    status,
    steps,
    items: states,
    required,
    regressed,
    health,
    ball,
    nextActions,
    countdowns,
    timeInStage: timeInStage(input.ballLog, input.now),
    ...(nextDue === undefined ? {} : { nextDue }),
    ...(changesAt === undefined ? {} : { changesAt }),
  }
}

function isMust(item: ItemDefinition, plan: Plan): boolean {
  return item.strength === 'required' && plan.strengths.get(item.step) === 'required'
}

function isOver(status: ProductStatus): boolean {
  return status === 'ready' || status === 'live' || status === 'withdrawn'
}

function countdownsOf({ waits, calendar, now, edition }: ProductInput): readonly Countdown[] {
  return waits
    .filter(({ state }) => state === 'running')
    .flatMap((wait) => countdown(wait, waitSettings, calendar, now, edition) ?? [])
    .sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt) || (a.wait.id < b.wait.id ? -1 : 1))
}

function stepsOf(
  plan: Plan,
  states: readonly ItemState[],
  input: ProductInput,
  countdowns: readonly Countdown[],
): readonly StepState[] {
  const done: StepState[] = []
  for (const step of stepIds) {
    const counting = itemsOfStep(step).flatMap((item) => {
      const state = states[positionOf(item.id)]
      return state === undefined || state.verdict === 'not-needed' ? [] : [{ item, state }]
    })
    const openDevelopment = distribution.includes(step)
      ? done.filter(
          ({ strength, status, step: other }) =>
            strength === 'required' && status !== 'complete' && !distribution.includes(other),
        )
      : []
    const due = input.targets.steps[step]
    done.push(
      stepStateOf({
        step,
        strength: plan.strengths.get(step) ?? 'not-needed',
        items: counting,
        waitsFor: (id) => stepsWaitedFor(id, states),
        openDevelopment: openDevelopment.map(({ step: other }) => other),
        waitsOnMicrosoft: countdowns.some(({ wait }) => wait.step === step),
        ...(due === undefined ? {} : { due }),
      }),
    )
  }
  return done
}

/** The other steps that hold an item back, straight or by way of items of its own step. */
function stepsWaitedFor(id: ItemId, states: readonly ItemState[]): readonly StepId[] {
  const item = items[positionOf(id)]
  if (item === undefined) return []
  return item.dependsOn.flatMap((other): readonly StepId[] => {
    const index = positionOf(other)
    const state = states[index]
    const definition = items[index]
    if (state === undefined || definition === undefined || isSettled(state) || state.verdict === 'needs-answer')
      return []
    return definition.step === item.step ? stepsWaitedFor(other, states) : [definition.step]
  })
}

/** Sums over the required steps; recommended ones do not keep a product from being ready. */
function sumOf(steps: readonly StepState[]): ProductState['required'] {
  let proved = 0
  let total = 0
  for (const { strength, required } of steps) {
    if (strength !== 'required') continue
    proved += required.proved
    total += required.total
  }
  return { proved, total }
}

function statusOf(
  input: ProductInput,
  steps: readonly StepState[],
  plan: Plan,
  regressed: readonly ItemId[],
): ProductStatus {
  if (input.declared === 'withdrawn') return 'withdrawn'
  const mustRegressed = regressed.some((id) => {
    const item = items[positionOf(id)]
    return item !== undefined && isMust(item, plan)
  })
  if (input.declared === 'live') return mustRegressed ? 'in-progress' : 'live'
  if (input.goals === undefined) return 'draft'
  if (steps.some(({ status }) => status === 'needs-answer')) return 'in-progress'
  const needed = steps.filter(({ strength }) => strength === 'required')
  const asked = needed.length > 0 ? needed : steps.filter(({ strength }) => strength === 'recommended')
  return asked.length > 0 && asked.every(({ status }) => status === 'complete') ? 'ready' : 'in-progress'
}

function ballOf(
  input: ProductInput,
  status: ProductStatus,
  steps: readonly StepState[],
  mustOpen: readonly { readonly state: ItemState }[],
  countdowns: readonly Countdown[],
): Ball {
  if (isOver(status) || input.paused !== undefined) return 'nobody'
  if (countdowns.some((running) => isSignOff(running) && !running.overdue)) return 'isv'
  const turn = whoseTurn(mustOpen.map(({ state }) => state))
  if (turn === 'us') return 'us'
  if (turn === 'isv' || steps.some(({ status: of }) => of === 'needs-answer')) return 'isv'
  const deadline = countdowns[0]?.setting.ball
  return turn === 'nobody' ? (deadline ?? 'nobody') : turn
}

function foremostOf(actions: ProductState['nextActions'], ball: Ball, steps: readonly StepState[]): Text {
  const mending = steps.some(({ cell, strength }) => cell === 'failing' && strength === 'required')
  const own = actions.isv
  if (mending && own?.item !== undefined) return text(`To mend: ${own.title.en}.`, `Te herstellen: ${own.title.nl}.`)
  const action = ball === 'nobody' ? undefined : actions[ball]
  if (action === undefined) return text('Nothing is in the way.', 'Niets staat in de weg.')
  if (action.ball === 'us')
    return text(`With the reviewer: ${action.title.en}.`, `Bij de beoordelaar: ${action.title.nl}.`)
  if (action.item === undefined && action.goal === undefined) return action.because
  if (action.goal !== undefined)
    return text(`An answer is missing: ${action.title.en}`, `Een antwoord ontbreekt: ${action.title.nl}`)
  return text(`Next to prove: ${action.title.en}.`, `Nog te bewijzen: ${action.title.nl}.`)
}

function earliest(dates: readonly CalendarDate[]): CalendarDate | undefined {
  return dates.toSorted()[0]
}

/**
 * The next moment at which time alone changes more than the running clocks: something runs out, a wait ends, or a day
 * ends that health counts.
 */
function changeOf(
  { records, calendar, now, paused }: ProductInput,
  status: ProductStatus,
  countdowns: readonly Countdown[],
  today: CalendarDate,
): Instant | undefined {
  const moments: Instant[] = []
  for (const { evidence, waiver, probe } of Object.values(records)) {
    for (const { validUntil } of probe?.addresses ?? []) if (validUntil !== undefined) moments.push(validUntil)
    if (evidence?.state === 'accepted' && evidence.validUntil !== undefined) moments.push(evidence.validUntil)
    if (waiver?.state === 'approved' && waiver.expiresAt !== undefined) moments.push(waiver.expiresAt)
  }
  // A wait is overdue from the millisecond after its end on.
  for (const { dueAt } of countdowns) moments.push(new Date(Date.parse(dueAt) + 1).toISOString())
  if (!isOver(status) && paused === undefined) moments.push(endOfDay(today, calendar))
  let next: Instant | undefined
  for (const moment of moments) {
    if (!hasCome(moment, now) && (next === undefined || compareInstants(moment, next) < 0)) next = moment
  }
  // Spelled alike whatever the spelling of the input.
  return next === undefined ? undefined : new Date(Date.parse(next)).toISOString()
}
