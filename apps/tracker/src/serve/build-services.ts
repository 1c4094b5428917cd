import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import type { Configuration } from '../configuration/configuration.ts'
import type { Database } from '../db/scope.ts'
import { databaseSessionStore } from '../db/session-store.ts'
import type { Clock } from '../domain/clock.ts'
import { newId } from '../domain/ids.ts'
import { openAssets } from '../http/assets/assets.ts'
import type { HttpServices } from '../http/environment.ts'
import { openLook } from '../probes/look.ts'
import type { EntraSignIn } from '../sign-in/entra-sign-in.ts'
import { createSessions } from '../sign-in/sessions/sessions.ts'

/** What the services are made of. */
export interface Parts {
  readonly configuration: Configuration
  readonly database: Database
  readonly signIn: EntraSignIn
  readonly clock: Clock
  readonly log: Logger
  readonly wakeJobs: () => void
}

/** Puts together what every route is given. */
export function buildServices(parts: Parts): HttpServices {
  const { configuration, database, clock } = parts
  const { idleMinutes, absoluteHours } = configuration.session
  return {
    ...parts,
    newId,
    look: openLook({ probes: configuration.probes, version: configuration.version, clock }),
    sessions: createSessions({
      store: databaseSessionStore(database),
      policy: { idleLimit: idleMinutes * 60_000, absoluteLimit: absoluteHours * 3_600_000, touchInterval: 60_000 },
      clock,
      newId: () => newId('ses'),
    }),
    assets: openAssets(fileURLToPath(new URL('../assets', import.meta.url))),
    readiness: { ready: false },
  }
}
