import { randomUUID } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import type { Emulator, EmulatorOptions } from './create-emulator.ts'
import { usualLimits } from './engine/limits.ts'
import { createRouteTable, type RouteTable } from './engine/route-table.ts'
import { createThrottle } from './engine/throttle.ts'
import type { FaultPlan } from './faults/fault-plan.ts'
import { createDeviceCodes } from './identity/cloud/device-codes.ts'
import { stateDirectory } from './identity/cloud/state-directory.ts'
import { createGrantStore } from './identity/grants/grant-store.ts'
import type { Services } from './identity/services.ts'
import { createSignInSessions } from './identity/sign-in-sessions.ts'
import type { SigningKeys } from './identity/signing-keys.ts'
import { createJournal, type Journal } from './journal/journal.ts'
import { type CloudParts, handleRequest } from './server/cloud-handler.ts'
import type { ControllableClock } from './server/controllable-clock.ts'
import { createIdentityFrontDoor } from './server/identity-front-door.ts'
import { createTokenReader } from './server/token-reader.ts'
import type { StateStore } from './state/state-store.ts'

/** What an emulator stands on. */
export interface Foundations {
  readonly clock: ControllableClock
  readonly faults: FaultPlan
  readonly store: StateStore
  readonly keptEarlier: boolean
  readonly close: () => Promise<void>
}

/** Puts an emulator together. What is large is only loaded when a request asks for it, so that a start is quick. */
export function assembleEmulator(options: EmulatorOptions, foundations: Foundations): Emulator {
  const { clock, faults, store } = foundations
  const journal = createJournal(options.journalLimit ?? 2000, options.onRequest)
  const place = { url: 'http://127.0.0.1' }
  const keys = once(async () => {
    const { openSigningKeys } = await import('./server/kept-signing-keys.ts')
    return openSigningKeys(options.keyFolder)
  })
  const tokens = createTokenReader(keys)
  const routes = once(() => loadRoutes(options))
  const control = once(async () => {
    const { controlRoutes } = await import('./control/control-routes.tsx')
    return controlRoutes(emulator)
  })
  const parts: CloudParts = {
    store,
    clock,
    faults,
    journal,
    tokens,
    routes,
    identity: createIdentityFrontDoor({
      journal,
      clock,
      faults,
      services: identityServices(options, foundations, keys, place),
    }),
    throttle: createThrottle(options.limits ?? usualLimits),
    strictAudience: options.strictAudience ?? false,
    checkAnswers: options.checkAnswers ?? true,
    workSpeed: options.workSpeed ?? 1,
    get coveredAt() {
      return `${place.url}/emulator/operations`
    },
    control: async (request: Request, bindings: HttpBindings) => (await control()).fetch(request, bindings),
    tick: clock.tick,
  }
  const emulator: Emulator = {
    store,
    clock,
    faults,
    journal,
    routes,
    fetch: (request, bindings) => handleRequest(parts, request, bindings),
    rotateKeys: async ({ retireOld = false } = {}) => {
      const signing = await keys()
      await signing.rotate()
      if (retireOld) signing.retire()
      tokens.forget()
    },
    listensAt: (address) => {
      place.url = address
    },
    noteRefused: (method, address) => noteRefused(journal, clock, method, address),
    keptEarlier: foundations.keptEarlier,
    close: foundations.close,
  }
  return emulator
}

/** What the identity platform works with, made once and for every way in. */
function identityServices(
  options: EmulatorOptions,
  { clock, faults, store }: Foundations,
  keys: () => Promise<SigningKeys>,
  place: { readonly url: string },
): () => Promise<Omit<Services, 'url'>> {
  return once(async () => ({
    directory: stateDirectory(store.state),
    keys: await keys(),
    clock,
    grants: createGrantStore(clock),
    sessions: createSignInSessions(),
    faults: () => ({}),
    cloud: {
      state: store.state,
      deviceCodes: createDeviceCodes(clock, options.deviceCodeInterval),
      get verificationUri() {
        return `${place.url}/devicelogin`
      },
      strike: (kinds, { tenant, application }) =>
        faults.strike(kinds, { service: 'identity', tenant, application })?.kind,
      changed: store.changed,
    },
  }))
}

function noteRefused(journal: Journal, clock: ControllableClock, method: string, address: string): void {
  const at = clock.now().toISOString()
  journal.note({ at, method, address, service: 'unknown', status: 403, code: 'NotEmulated', requestId: randomUUID() })
}

/** Does something when it is first asked for, and once. */
function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined
  return () => {
    made ??= make()
    return made
  }
}

async function loadRoutes({ operations }: EmulatorOptions): Promise<RouteTable> {
  if (operations !== undefined) return createRouteTable(operations)
  const { allAnswers } = await import('./answers.ts')
  return createRouteTable(allAnswers)
}
