import type { DatabaseConfiguration } from '../configuration/configuration.ts'
import { openPglite } from '../db/pglite.ts'
import { migratePostgres } from '../db/postgres.ts'
import { DatabaseRefusal } from '../db/refusal.ts'

/** Brings the tables up to date without serving. */
export async function migrate({ database }: DatabaseConfiguration): Promise<void> {
  if (database.kind === 'pglite') {
    await (await openPglite(database.directory)).close()
  } else if (database.ownerUrl === undefined) {
    throw new DatabaseRefusal(
      'The tables can be changed by their owner only. Set DATABASE_OWNER_URL to the address of the role that owns the database.',
    )
  } else {
    await migratePostgres(database.ownerUrl)
  }
  console.log('The tables are up to date.')
}
