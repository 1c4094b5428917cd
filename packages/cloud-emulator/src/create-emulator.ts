import type { HttpBindings } from '@hono/node-server'
import { assembleEmulator } from './assemble-emulator.ts'
import type { Limits } from './engine/limits.ts'
import type { RouteTable } from './engine/route-table.ts'
import type { Fault } from './faults/fault.ts'
import { createFaultPlan, type FaultPlan } from './faults/fault-plan.ts'
import type { Journal, JournalEntry } from './journal/journal.ts'
import type { EmulatedOperation } from './operation/emulated-operation.ts'
import { defaultSeed } from './seed/default-seed.ts'
import { plantSeed } from './seed/plant-seed.ts'
import type { Seed } from './seed/seed.ts'
import { type ControllableClock, createControllableClock } from './server/controllable-clock.ts'
import { openPersistence } from './state/persistence.ts'
import { createStateStore, type StateStore } from './state/state-store.ts'

/** What an emulator is made of. */
export interface EmulatorOptions {
  /** Tenants and what is in them; the built-in vendor with two customers where nothing is given. */
  readonly seed?: Seed
  /** Folder in which the state is kept between runs; without it everything ends with the process. */
  readonly dataFolder?: string
  /** Folder for the keys that sign tokens; made anew at each start where none is given. */
  readonly keyFolder?: string
  readonly faults?: readonly Fault[]
  /** Seed of the chances by which faults strike. */
  readonly faultSeed?: number
  readonly limits?: Limits
  /** The machine's clock; tests give another one, or hold the clock. */
  readonly now?: () => Date
  /** Audiences of tokens have to match to the letter, slash at the end included. */
  readonly strictAudience?: boolean
  /** Answers are held against the schemas of their operations; yes where nothing is said. */
  readonly checkAnswers?: boolean
  /** How long long-running work takes, against what it usually does: 0 ends it at once. 1 where nothing is said. */
  readonly workSpeed?: number
  /** Seconds between two requests of a device that waits for a sign-in. */
  readonly deviceCodeInterval?: number
  /** Requests the journal remembers. */
  readonly journalLimit?: number
  readonly onRequest?: (entry: JournalEntry) => void
  /** Operations to answer in place of all. */
  readonly operations?: readonly EmulatedOperation[]
}

/** An emulator without a port: a function from request to response, and its controls. */
export interface Emulator {
  readonly fetch: (request: Request, bindings: HttpBindings) => Promise<Response>
  readonly store: StateStore
  readonly clock: ControllableClock
  readonly faults: FaultPlan
  readonly journal: Journal
  /** Signs with a new key from now on; with `retireOld` tokens signed before are foreign. */
  readonly rotateKeys: (options?: { readonly retireOld?: boolean }) => Promise<void>
  readonly routes: () => Promise<RouteTable>
  /** The state is that of an earlier run, and the seed was not looked at. */
  readonly keptEarlier: boolean
  /** The address under which it can be reached is known. */
  readonly listensAt: (url: string) => void
  readonly noteRefused: (method: string, address: string) => void
  /** Writes what is to be kept, and lets go of the data folder. */
  readonly close: () => Promise<void>
}

/**
 * Makes an emulator.
 *
 * @throws EmulatorSettingsError where the seed contradicts itself, or another emulator has the data folder.
 */
export async function createEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const clock = createControllableClock(options.now)
  const persistence = options.dataFolder === undefined ? undefined : await openPersistence(options.dataFolder)
  try {
    const state = persistence?.kept ?? plantSeed(options.seed ?? defaultSeed, clock.now())
    const faults = createFaultPlan(options.faultSeed)
    for (const fault of options.faults ?? []) faults.add(fault)
    const store = createStateStore(state, {
      keepsPast: () => faults.has('stale-reads'),
      onChange: () => persistence?.write(state),
    })
    persistence?.write(state)
    return assembleEmulator(options, {
      clock,
      faults,
      store,
      keptEarlier: persistence?.kept !== undefined,
      close: async () => persistence?.close(state),
    })
  } catch (error) {
    await persistence?.close()
    throw error
  }
}
