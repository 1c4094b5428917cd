import type { DatabaseConfiguration } from '../configuration/configuration.ts'
import type { Database } from '../db/scope.ts'
import { openLog } from '../serve/log.ts'
import { openDatabase } from '../serve/open-database.ts'

/** Opens the configured database for one piece of work and closes it whatever happens. */
export async function withDatabase<Result>(
  configuration: DatabaseConfiguration,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const database = await openDatabase(configuration, openLog(configuration))
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}
