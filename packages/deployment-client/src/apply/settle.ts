import type { Journal } from '../journal/journal.ts'
import { openRun } from '../journal/journal-state.ts'
import { TargetFailure } from '../target/target-failure.ts'
import type { Workbench } from '../things/driver.ts'
import { driverOf } from '../things/drivers.ts'
import { settleImports } from '../things/solution-driver.ts'

/**
 * Waits for work that an earlier run left behind in the target, so that a plan sees how it ended. How it ended is not
 * judged here: the plan looks at what is there.
 */
export async function settleOpenWork(bench: Workbench, journal: Journal): Promise<void> {
  const run = openRun(journal.state)
  if (run === undefined) return
  const open = [...run.steps.values()].filter(({ state, isUnclear }) => state === 'began' || isUnclear)
  for (const { kind, handle } of open) {
    const { resume } = driverOf(kind)
    try {
      if (handle !== undefined && resume !== undefined) await resume(handle, bench)
      else if (kind === 'solution') await settleImports(bench)
    } catch (error) {
      // Work that failed, or is forgotten by the service, is over; what came of it is looked at next.
      if (!(error instanceof TargetFailure)) throw error
    }
  }
  bench.readings.forget()
}
