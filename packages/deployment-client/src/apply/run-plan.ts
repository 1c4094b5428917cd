import { randomUUID } from 'node:crypto'
import type { Clock } from '../clock.ts'
import type { Journal } from '../journal/journal.ts'
import { openRun } from '../journal/journal-state.ts'
import type { Plan, PlannedAction } from '../plan/plan.ts'
import type { Workbench } from '../things/driver.ts'
import type { DeployEvent, RunResult, StepResult } from './deploy-event.ts'
import { runStep, type StepContext } from './run-step.ts'

/** How a plan is carried out. */
export interface RunOptions {
  readonly clock: Clock
  readonly signal?: AbortSignal
  readonly onEvent?: (event: DeployEvent) => void
  /** Called before each step and while one lasts, to keep the lease of the target. */
  readonly keepLease?: () => Promise<void>
}

/**
 * Carries out a plan, one step after the other, each in the journal before and after. A step that fails keeps those that
 * need it from being tried; all others go on. When the signal is aborted, the run ends so that it can be gone on with.
 */
export async function runPlan(
  plan: Plan,
  run: string,
  bench: Workbench,
  journal: Journal,
  options: RunOptions,
): Promise<RunResult> {
  const actions = plan.actions.filter(({ verb, needsPerson }) => verb !== 'leave' || needsPerson === true)
  const steps: StepResult[] = []
  bench.readings.forget()
  for (const [index, action] of actions.entries()) {
    if (isAborted(options)) return endRun(run, 'stopped', [...steps, ...notBegun(actions.slice(index))], plan, journal)
    const blockedBy = blockers(action, actions, steps)
    const report = reporterFor(plan, action, index, actions.length, options)
    if (blockedBy.length > 0) {
      steps.push({ ...resultOf(action, 'skipped'), blockedBy })
      report('skipped')
      continue
    }
    try {
      await options.keepLease?.()
      // That it was lost is said before the next step; the one that lasts was accepted already.
      const onAlive = () => void options.keepLease?.().catch(() => undefined)
      const context: StepContext = { bench, journal, clock: options.clock, report, undoes: plan.undoes, onAlive }
      const result = await runStep(action, context, options.signal)
      steps.push(result)
    } catch (error) {
      if (!isAborted(options)) throw error
      return endRun(run, 'stopped', [...steps, ...notBegun(actions.slice(index))], plan, journal)
    }
  }
  const has = (state: StepResult['state']) => steps.some((step) => step.state === state)
  return endRun(run, has('failed') ? 'failed' : has('waits') ? 'waits' : 'done', steps, plan, journal)
}

/** A function, since the signal changes while a step waits. */
function isAborted({ signal }: RunOptions): boolean {
  return signal?.aborted === true
}

/**
 * Writes the beginning of a run into the journal and gives its id. A run that did not end well is gone on with as the same
 * run, so that a rollback undoes all of it.
 */
export function beginRun({ command, deployment, target, undoes }: Plan, journal: Journal): string {
  const open = openRun(journal.state)
  if (open !== undefined && open.command === command && open.undoes === undoes) {
    journal.useRun(open.id)
    journal.add({ type: 'run-resumed' })
    return open.id
  }
  const run = randomUUID()
  journal.useRun(run)
  const { name, tenant, environment } = target
  const line = { type: 'run-began', format: 1, command, deployment, target: name, tenant, environment } as const
  journal.add({ ...line, ...(undoes !== undefined && { undoes }) })
  return run
}

function endRun(
  run: string,
  outcome: RunResult['outcome'],
  steps: readonly StepResult[],
  plan: Plan,
  journal: Journal,
): RunResult {
  journal.add({ type: 'run-ended', outcome })
  return { target: plan.target.name, run, outcome, steps }
}

/** What makes a step pointless: something it needs failed, or, for removals, something that needs it is still there. */
function blockers(action: PlannedAction, actions: readonly PlannedAction[], steps: readonly StepResult[]): string[] {
  const open = new Set(steps.filter(({ state }) => state !== 'done').map(({ address }) => address))
  if (action.verb !== 'remove') return action.needs.filter((need) => open.has(need))
  return actions
    .filter(({ verb, needs, address }) => verb === 'remove' && needs.includes(action.address) && open.has(address))
    .map(({ address }) => address)
}

function reporterFor(
  plan: Plan,
  { address, name, verb }: PlannedAction,
  index: number,
  total: number,
  { onEvent }: RunOptions,
): StepContext['report'] {
  const common = { type: 'step', target: plan.target.name, address, name, verb, number: index + 1, total } as const
  return (state, details = {}) => onEvent?.({ ...common, state, ...details })
}

function notBegun(actions: readonly PlannedAction[]): StepResult[] {
  return actions.filter(({ verb }) => verb !== 'leave').map((action) => resultOf(action, 'not-begun'))
}

function resultOf({ address, name, verb }: PlannedAction, state: StepResult['state']): StepResult {
  return { address, name, verb, state }
}
