import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rounded } from '../measure-rounds.ts'
import type { Figure } from '../results.ts'
import type { FleetOutcome } from './fleet-run.ts'
import { startServer } from './server-process.ts'
import type { FleetCounts } from './servers/fleet-emulator.ts'

const tenants = 1000
/** One request in 200 is refused as too many, where chance decides, the same each time. */
const refusedShare = 0.005

/** A fleet of 1,000 tenants over real sockets, some of its requests refused: failures, calls and memory. */
export async function measureFleet(): Promise<Figure[]> {
  const keys = mkdtempSync(join(tmpdir(), 'sevenstep-bench-keys-'))
  try {
    const alone = await deploy(keys, 1, 0)
    const fleet = await deploy(keys, tenants, refusedShare)
    return [...callFigures(fleet, alone.counts), ...memoryFigures(fleet.outcome)]
  } finally {
    rmSync(keys, { recursive: true, force: true })
  }
}

interface Deployed {
  readonly outcome: FleetOutcome
  readonly counts: FleetCounts
}

async function deploy(keys: string, count: number, throttle: number): Promise<Deployed> {
  const emulator = await startServer('fleet-emulator', [keys, String(count), String(throttle)])
  try {
    const child = fork(join(import.meta.dirname, 'fleet-run.ts'), [emulator.url, String(count)], {
      execArgv: ['--expose-gc'],
    })
    const [outcome] = await Promise.race([once(child, 'message'), ended(once(child, 'exit'))])
    return { outcome, counts: (await emulator.ask('counts')) as FleetCounts }
  } finally {
    await emulator.stop()
  }
}

async function ended(exit: Promise<unknown[]>): Promise<never> {
  throw new Error(`The fleet ended with ${(await exit)[0]} and told nothing.`)
}

function callFigures({ outcome, counts }: Deployed, alone: FleetCounts): Figure[] {
  const { done, failures, changes, seconds } = outcome
  const needed = alone.calls * tenants
  return [
    {
      what: `a fleet of ${tenants} tenants, one request in ${1 / refusedShare} refused as too many: failures`,
      unit: 'tenants',
      value: exact(failures.length),
      goal: 0,
      note: `${done} done, ${changes} changes in ${seconds.toFixed(0)} s; ${counts.refused} requests refused and sent again${failures.slice(0, 1).map((failure) => `; first failure: ${failure}`)}`,
    },
    {
      what: 'its calls, without those refused',
      unit: `${tenants} times those of one tenant alone`,
      value: exact(rounded(counts.calls / needed)),
      goal: 1,
      note: `${counts.calls} where ${needed} are needed, and ${counts.signIns} sign-ins; one tenant: ${alone.calls - alone.reads} calls that write and ${alone.reads} that read, ${alone.readsAgain} of them although it wrote nothing since the last time, ${alone.collectionsAgain} although it wrote nothing to that collection`,
    },
  ]
}

function memoryFigures({ heap }: FleetOutcome): Figure[] {
  const [early = Number.NaN, middle = Number.NaN, late = Number.NaN] = [heap[100], heap[500], heap[1000]]
  const megabytes = (value: number): string => value.toFixed(1)
  return [
    {
      what: 'heap in use after 1,000 tenants',
      unit: 'after 100',
      value: exact(rounded(late / early)),
      goal: 1.1,
      note: `${megabytes(heap[0] ?? Number.NaN)} MB before the first, ${megabytes(early)} after 100, ${megabytes(middle)} after 500, ${megabytes(late)} after 1,000, each after a collection and with seven others under way`,
    },
  ]
}

function exact(value: number): Figure['value'] {
  return { median: value, low: value, high: value }
}
