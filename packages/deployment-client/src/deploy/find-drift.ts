import type { Journal } from '../journal/journal.ts'
import { type Difference, differenceOf } from '../model/difference.ts'
import { recordNameOf } from '../plan/make-rollback-plan.ts'
import { fingerprintOf } from '../plan/plan-action.ts'
import type { Workbench } from '../things/driver.ts'
import { driverOf } from '../things/drivers.ts'

/** One thing that is no longer as the last apply left it. */
export interface Drifted {
  readonly address: string
  readonly name: string
  readonly how: 'gone' | 'changed'
  readonly difference?: Difference
}

/** What was changed by hand in a target. */
export interface DriftReport {
  readonly target: string
  /** How many things were looked at. */
  readonly looked: number
  readonly drifted: readonly Drifted[]
}

/** Compares everything that was deployed from here with how the last apply left it. */
export async function findDrift(target: string, bench: Workbench, journal: Journal): Promise<DriftReport> {
  const drifted: Drifted[] = []
  const records = [...journal.state.records.values()]
  for (const { address, kind, name, id, fingerprint, after } of records) {
    const driver = driverOf(kind)
    const wanted = bench.wanted.get(address)
    const found =
      wanted === undefined
        ? await driver.findRecorded({ id, name: recordNameOf(address, kind, name, bench) }, bench)
        : await driver.find(wanted, bench)
    if (found === undefined) {
      drifted.push({ address, name, how: 'gone' })
      continue
    }
    if (fingerprintOf(found, driver) === fingerprint) continue
    const left = after === undefined ? undefined : journal.store.read(after)
    const stable = (content: typeof found.content) => driver.stable?.(content) ?? content
    const difference = left === undefined ? undefined : differenceOf(stable(left), stable(found.content))
    drifted.push({ address, name, how: 'changed', ...(difference && { difference }) })
  }
  return { target, looked: records.length, drifted }
}
