import type { Countdown, Health, ProductInput, ProductStatus, StepState } from '../product-state.ts'
import { counted, text } from '../text.ts'
import { addBusinessDays, businessDaysBetween, localDate } from '../time/calendar.ts'
import type { CalendarDate, StepId, Text } from '../vocabulary.ts'
import { dateText } from './date-text.ts'

/** The figures health is reckoned with. */
export const healthSettings = {
  /** Working days without anybody passing the ball after which a product is stuck. */
  stuckAfterBusinessDays: 10,
  /** Times the reviewer gave it back within a stage after which it is stuck. */
  stuckAfterReturns: 2,
  /** Minutes of work on the checklist that an ISV does in a working day. */
  minutesPerBusinessDay: 240,
  /** Working days after which the pace so far is trusted. */
  paceAfterBusinessDays: 5,
} as const

/** What health follows from. */
export interface HealthFacts {
  readonly input: ProductInput
  readonly today: CalendarDate
  readonly status: ProductStatus
  readonly steps: readonly StepState[]
  readonly required: { readonly proved: number; readonly total: number }
  /** Minutes that the open required items take together. */
  readonly openMinutes: number
  /** What is in the way first: shown when no date is. */
  readonly foremost: Text
  readonly countdowns: readonly Countdown[]
  readonly untouched: boolean
}

/**
 * Judges progress against dates. The first that holds counts: paused, ready, overdue, stuck, at risk, new, on track.
 */
export function healthOf(facts: HealthFacts): Health {
  return (
    paused(facts) ?? ready(facts) ?? overdue(facts) ?? stuck(facts) ?? atRisk(facts) ?? fresh(facts) ?? onTrack(facts)
  )
}

/** The working day by which the open work is done, were it begun today. */
export function finishDate(openMinutes: number, today: CalendarDate, input: ProductInput): CalendarDate {
  return addBusinessDays(today, workDays(openMinutes), input.calendar)
}

function workingDays(count: number): Text {
  return counted(count, ['working day', 'working days'], ['werkdag', 'werkdagen'])
}

function openItems(count: number): Text {
  return counted(count, ['required item', 'required items'], ['verplicht punt', 'verplichte punten'])
}

/** How long ago a target passed; on the weekend after it no working day has gone by yet. */
function passedText(date: CalendarDate, { input, today }: HealthFacts): Text {
  const late = businessDaysBetween(date, today, input.calendar)
  const days = workingDays(late)
  const on = dateText(date)
  return late === 0
    ? text(`${on.en} has passed`, `${on.nl} is voorbij`)
    : text(`${on.en} passed ${days.en} ago`, `${on.nl} is ${days.nl} voorbij`)
}

function workDays(minutes: number): number {
  return Math.ceil(minutes / healthSettings.minutesPerBusinessDay)
}

function paused({ input, status }: HealthFacts): Health | undefined {
  if (status === 'withdrawn') {
    const because = text('The product has been withdrawn.', 'Het product is ingetrokken.')
    return {
      level: 'paused',
      because,
      formula: text('Withdrawn products have no clock.', 'Voor ingetrokken producten loopt geen klok.'),
    }
  }
  if (input.paused === undefined) return undefined
  const since = dateText(localDate(input.paused.since, input.calendar))
  const { reason } = input.paused
  return {
    level: 'paused',
    because: text(`Paused: ${reason}`, `Gepauzeerd: ${reason}`),
    formula: text(`Paused since ${since.en}; no clock runs.`, `Gepauzeerd sinds ${since.nl}; er loopt geen klok.`),
  }
}

function ready({ status, required }: HealthFacts): Health | undefined {
  if (status !== 'ready' && status !== 'live') return undefined
  const { proved, total } = required
  return {
    level: 'ready',
    because: text('All required steps are proved.', 'Alle verplichte stappen zijn aangetoond.'),
    formula: text(
      `${proved} of ${total} required items proved.`,
      `${proved} van ${total} verplichte punten aangetoond.`,
    ),
  }
}

function overdue(facts: HealthFacts): Health | undefined {
  const { input, today, steps, required, foremost } = facts
  const { product } = input.targets
  if (product !== undefined && product < today) {
    const passed = passedText(product, facts)
    const open = openItems(required.total - required.proved)
    const formula = text(`Target ${passed.en}; ${open.en} open.`, `Streefdatum ${passed.nl}; ${open.nl} open.`)
    return { level: 'overdue', because: foremost, formula }
  }
  const isLate = ({ due, status, strength }: StepState): boolean =>
    strength === 'required' && status !== 'complete' && due !== undefined && due < today
  const step = steps.find(isLate)
  if (step?.due === undefined) return undefined
  const passed = passedText(step.due, facts)
  const open = openItems(openOf(step))
  return {
    level: 'overdue',
    because: step.because,
    formula: text(
      `Target of step ${step.step}, ${passed.en}; ${open.en} open.`,
      `Streefdatum van stap ${step.step}, ${passed.nl}; ${open.nl} open.`,
    ),
  }
}

function openOf({ required }: StepState): number {
  return required.total - required.proved
}

/** The day the ball last moved. */
function lastMove({ ballLog, createdAt, calendar }: ProductInput): CalendarDate {
  return localDate(ballLog.at(-1)?.since ?? createdAt, calendar)
}

function stuck({ input, today, foremost, countdowns }: HealthFacts): Health | undefined {
  if (input.stuck !== undefined) {
    const since = dateText(localDate(input.stuck.since, input.calendar))
    const { reason } = input.stuck
    return {
      level: 'stuck',
      because: text(reason, reason),
      formula: text(`Declared stuck on ${since.en}.`, `Als vastgelopen gemeld op ${since.nl}.`),
    }
  }
  const returns = returnsIn(input)
  if (returns >= healthSettings.stuckAfterReturns && input.ballLog.at(-1)?.ball === 'isv') {
    return {
      level: 'stuck',
      because: foremost,
      formula: text(`Given back ${returns} times in this stage.`, `${returns} keer teruggegeven in deze fase.`),
    }
  }
  const { stuckAfterBusinessDays } = healthSettings
  const still = businessDaysBetween(lastMove(input), today, input.calendar)
  const waits = countdowns.some(({ overdue: late }) => !late)
  if (still < stuckAfterBusinessDays || waits) return undefined
  return {
    level: 'stuck',
    because: foremost,
    formula: text(
      `Nothing moved for ${still} working days; stuck from ${stuckAfterBusinessDays}.`,
      `Al ${still} werkdagen geen beweging; vastgelopen vanaf ${stuckAfterBusinessDays}.`,
    ),
  }
}

/** How often the ball came back to the ISV from a reviewer or from Microsoft. */
function returnsIn({ ballLog }: ProductInput): number {
  return ballLog.filter(({ ball }, index) => {
    const before = ballLog[index - 1]?.ball
    return ball === 'isv' && (before === 'us' || before === 'microsoft')
  }).length
}

function atRisk(facts: HealthFacts): Health | undefined {
  const { input, today, countdowns, required, openMinutes, foremost } = facts
  const late = countdowns.find(({ overdue: isLate }) => isLate)
  if (late !== undefined) {
    const { title } = late.setting
    const due = dateText(localDate(late.dueAt, input.calendar))
    return {
      level: 'at-risk',
      because: text(`Taking longer than stated: ${title.en}.`, `Duurt langer dan vermeld: ${title.nl}.`),
      formula: text(`Expected by ${due.en}.`, `Verwacht uiterlijk op ${due.nl}.`),
    }
  }
  const { product } = input.targets
  if (product === undefined) return undefined
  const left = businessDaysBetween(today, product, input.calendar)
  const work = workDays(openMinutes)
  if (work > left) return { level: 'at-risk', because: foremost, formula: workFormula(facts, work, left) }
  const pace = paceDays(facts)
  if (pace === undefined || pace <= left) return undefined
  const open = openItems(required.total - required.proved)
  const days = workingDays(pace)
  return {
    level: 'at-risk',
    because: foremost,
    formula: text(
      `${open.en} open; at the pace so far ${days.en}, ${left} left.`,
      `${open.nl} open; in het tempo tot nu toe ${days.nl}, nog ${left} over.`,
    ),
  }
}

/** Working days the open items take at the pace of those proved so far; undefined while that says nothing. */
function paceDays({ input, today, required }: HealthFacts): number | undefined {
  const elapsed = businessDaysBetween(localDate(input.createdAt, input.calendar), today, input.calendar)
  if (required.proved === 0 || elapsed < healthSettings.paceAfterBusinessDays) return undefined
  return Math.ceil(((required.total - required.proved) * elapsed) / required.proved)
}

function workFormula({ required, openMinutes }: HealthFacts, work: number, left: number): Text {
  const open = openItems(required.total - required.proved)
  const hours = counted(Math.ceil(openMinutes / 60), ['hour', 'hours'], ['uur', 'uur'])
  const daily = healthSettings.minutesPerBusinessDay / 60
  const days = workingDays(work)
  return text(
    `${open.en} open, about ${hours.en}; at ${daily} hours a day ${days.en}, ${left} left.`,
    `${open.nl} open, ongeveer ${hours.nl}; bij ${daily} uur per dag ${days.nl}, nog ${left} over.`,
  )
}

function fresh({ input, untouched, required }: HealthFacts): Health | undefined {
  if (input.goals === undefined) {
    const because = text('The goals have not been answered yet.', 'De doelen zijn nog niet beantwoord.')
    return {
      level: 'new',
      because,
      formula: text('Without goals nothing can be counted.', 'Zonder doelen valt er niets te tellen.'),
    }
  }
  if (!untouched) return undefined
  return {
    level: 'new',
    because: text('Goals answered; nothing proved yet.', 'Doelen beantwoord; nog niets aangetoond.'),
    formula: text(
      `0 of ${required.total} required items begun.`,
      `0 van ${required.total} verplichte punten begonnen.`,
    ),
  }
}

function onTrack(facts: HealthFacts): Health {
  const { input, today, openMinutes, required, foremost } = facts
  const { product } = input.targets
  if (product === undefined) {
    const { proved, total } = required
    return {
      level: 'on-track',
      because: foremost,
      formula: text(
        `${proved} of ${total} required items proved; no target date to measure against.`,
        `${proved} van ${total} verplichte punten aangetoond; geen streefdatum om aan te meten.`,
      ),
    }
  }
  const left = businessDaysBetween(today, product, input.calendar)
  return { level: 'on-track', because: foremost, formula: workFormula(facts, workDays(openMinutes), left) }
}

/** Steps whose target still counts. */
export function openTargets({ targets }: ProductInput, steps: readonly StepState[]): readonly CalendarDate[] {
  const open = new Set<StepId>(
    steps.filter(({ status }) => status !== 'complete' && status !== 'not-needed').map(({ step }) => step),
  )
  const ofSteps = [...open].flatMap((step) => targets.steps[step] ?? [])
  return targets.product === undefined ? ofSteps : [targets.product, ...ofSteps]
}
