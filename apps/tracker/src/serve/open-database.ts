import type { Logger } from 'pino'
import type { DatabaseConfiguration } from '../configuration/configuration.ts'
import { openPglite } from '../db/pglite.ts'
import { openPostgres } from '../db/postgres.ts'
import type { Database } from '../db/scope.ts'

/** Opens the database the configuration names, migrated as far as the configuration allows. */
export async function openDatabase(configuration: DatabaseConfiguration, log: Logger): Promise<Database> {
  const { database } = configuration
  if (database.kind === 'pglite') return openPglite(database.directory)
  return openPostgres({
    url: database.url,
    poolSize: database.poolSize,
    ...(database.ownerUrl !== undefined && { ownerUrl: database.ownerUrl }),
    onConnectionError: (error) => log.warn({ err: error }, 'A connection to the database broke and is replaced.'),
  })
}
