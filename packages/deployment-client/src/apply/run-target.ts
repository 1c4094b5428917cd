import type { Clock } from '../clock.ts'
import type { Journal } from '../journal/journal.ts'
import { Journal as JournalFile, type JournalPlace } from '../journal/journal.ts'
import { lockTarget } from '../journal/target-lock.ts'
import type { TargetDeployment } from '../model/deployment.ts'
import type { Plan } from '../plan/plan.ts'
import { TargetFailure } from '../target/target-failure.ts'
import type { Workbench } from '../things/driver.ts'
import type { DeployEvent, RunResult } from './deploy-event.ts'
import { type HeldLease, takeLease } from './lease-keeper.ts'
import { beginRun, runPlan } from './run-plan.ts'
import { settleOpenWork } from './settle.ts'

/** How a target is changed. */
export interface RunTargetOptions {
  readonly clock: Clock
  readonly place: JournalPlace
  /** How long to wait, in milliseconds, for somebody else who works on the same target; 0 refuses at once. */
  readonly waitFor?: number
  readonly signal?: AbortSignal
  readonly onEvent?: (event: DeployEvent) => void
  /** Asked with the plan before anything is changed; false leaves everything as it is. */
  readonly approve: (plan: Plan) => Promise<boolean>
}

/** How it ended; without a result the plan was not approved or had nothing to do. */
export interface TargetOutcome {
  readonly plan: Plan
  readonly result?: RunResult
  readonly declined?: true
}

/**
 * Everything that apply, rollback and destroy have in common: one process at a time, here by a lock and in the target by
 * a lease; work left behind waited for; then a plan, an approval, and the run.
 *
 * @param makeBench is asked for the workbench once the journal may be read.
 * @throws TargetFailure when the target is busy or cannot be reached.
 */
export async function runTarget(
  makeBench: (journal: Journal) => { readonly bench: Workbench; readonly deployment: TargetDeployment },
  plan: (bench: Workbench, deployment: TargetDeployment, journal: Journal) => Promise<Plan>,
  options: RunTargetOptions,
): Promise<TargetOutcome> {
  const { clock, place, waitFor = 0, signal, onEvent } = options
  const tell = (state: 'settling' | 'planning' | 'applying' | 'ended') =>
    onEvent?.({ type: 'target', target: place.target, state })
  const unlock = await lockTarget(place, { clock, waitFor, ...(signal && { signal }) })
  try {
    const journal = JournalFile.open(place, clock)
    tell('settling')
    await settleOpenWork(makeBench(journal).bench, journal)
    tell('planning')
    const { bench, deployment } = makeBench(journal)
    const made = await plan(bench, deployment, journal)
    if (!(await options.approve(made))) return { plan: made, declined: true }
    if (!hasWork(made)) return { plan: made }
    const run = beginRun(made, journal)
    const lease = await leaseOf(run, bench, deployment, journal, options)
    try {
      tell('applying')
      const running = { clock, ...(signal && { signal }), ...(onEvent && { onEvent }) }
      const keeping = lease && { keepLease: () => lease.renew() }
      return { plan: made, result: await runPlan(made, run, bench, journal, { ...running, ...keeping }) }
    } finally {
      await giveBack(lease, clock)
    }
  } finally {
    unlock()
    tell('ended')
  }
}

function hasWork({ actions }: Plan): boolean {
  return actions.some(({ verb, needsPerson }) => verb !== 'leave' || needsPerson === true)
}

/** It ends by itself; that it could not be given back is no failure of the deployment, but nothing is left lying about. */
async function giveBack(lease: HeldLease | undefined, clock: Clock): Promise<void> {
  for (const pause of [0, 2000, 5000]) {
    try {
      // Also after an interruption: two short pauses are worth a clean target.
      if (pause > 0) await clock.sleep(pause)
      await lease?.release()
      return
    } catch (error) {
      if (!(error instanceof TargetFailure)) throw error
    }
  }
}

/** The run is in the journal already, so that the lease of one that was killed is known for our own. */
async function leaseOf(
  run: string,
  { target }: Workbench,
  { ids, name }: TargetDeployment,
  journal: Journal,
  { clock, waitFor = 0, signal }: RunTargetOptions,
): Promise<HeldLease | undefined> {
  if (target.database === undefined) return undefined
  try {
    const options = { clock, waitFor, ...(signal && { signal }) }
    return await takeLease(target.database.lease, ids.lease(), `${name} ${run}`, options)
  } catch (error) {
    journal.add({ type: 'run-ended', outcome: 'stopped' })
    throw error
  }
}
