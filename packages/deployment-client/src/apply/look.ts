import type { Clock } from '../clock.ts'
import type { Wanted } from '../model/wanted.ts'
import { compare } from '../plan/plan-action.ts'
import type { Driver, Found, Workbench } from '../things/driver.ts'

/** Milliseconds between looks: what was written shows up late in some lists, by seconds mostly, by minutes at times. */
const pauses = [0, 1000, 2000, 4000, 8000, 15_000, 30_000, 60_000]
/** A difference that stays is what the platform made of it; it is not waited for as long as a thing that is missing. */
const pausesForDifference = 4

/** What was seen. */
export interface Look {
  readonly found: Found | undefined
  readonly isAsWanted: boolean
}

/** Looks at a thing anew, now. */
async function lookOnce(wanted: Wanted, driver: Driver, bench: Workbench): Promise<Look> {
  bench.readings.forget()
  const found = await driver.find(wanted, bench)
  if (found === undefined) return { found, isAsWanted: false }
  return { found, isAsWanted: (await compare(wanted, found, driver, bench)) === undefined }
}

/** Looks until a thing is there as wanted, in growing pauses, for about two minutes at most. */
export async function lookUntilThere(wanted: Wanted, driver: Driver, bench: Workbench, clock: Clock): Promise<Look> {
  let look: Look = { found: undefined, isAsWanted: false }
  for (const [index, pause] of pauses.entries()) {
    if (pause > 0) await clock.sleep(pause, bench.options.signal)
    look = await lookOnce(wanted, driver, bench)
    if (look.isAsWanted || (look.found !== undefined && index >= pausesForDifference)) return look
  }
  return look
}
