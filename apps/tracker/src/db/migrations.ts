import { fileURLToPath } from 'node:url'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { DatabaseRefusal } from './refusal.ts'

/** Where the migrations lie: beside this file in the source, and copied there by the build; the same seen from the bundle. */
export const migrationsFolder = fileURLToPath(new URL('../db/migrations', import.meta.url))

/** Runs one statement without values and answers its rows; how, is the business of each database. */
export type RunSql = (statement: string) => Promise<readonly unknown[]>

const known = readMigrationFiles({ migrationsFolder })

/**
 * Compares the migrations that a database has seen with those that this program brings.
 *
 * @returns `current`, or `behind` where some are still to be run
 * @throws DatabaseRefusal where the database has seen one that this program does not know
 */
export async function standingOf(run: RunSql): Promise<'current' | 'behind'> {
  const [{ present }] = await rowsOf<{ present: boolean }>(
    run,
    `select exists (select from pg_tables where schemaname = 'drizzle' and tablename = '__drizzle_migrations') as present`,
  )
  if (!present) return 'behind'
  const hashes = await appliedMigrations(run)
  const strange = hashes.findIndex((hash, index) => hash !== known[index]?.hash)
  if (strange >= 0) {
    throw new DatabaseRefusal(
      `The database was changed by another version of this program: its migration ${strange + 1} is not one this program ` +
        `knows (it knows ${known.length}). An older program could harm newer data. ` +
        'Start the version that last served this database or a later one, or restore a backup made with this one.',
    )
  }
  return hashes.length < known.length ? 'behind' : 'current'
}

/** The SHA-256 of each migration that the database has seen, oldest first. */
export async function appliedMigrations(run: RunSql): Promise<readonly string[]> {
  const applied = await run('select hash from drizzle.__drizzle_migrations order by created_at')
  return applied.map((row) => (row as { hash: string }).hash)
}

/** @throws DatabaseRefusal unless the database has seen all migrations of this program, and no others */
export async function mustBeCurrent(run: RunSql, advice: string): Promise<void> {
  if ((await standingOf(run)) === 'current') return
  throw new DatabaseRefusal(
    `The database lacks migrations of this program, so its tables are not as expected. ${advice}`,
  )
}

/** The rows of a query that always gives at least one; the caller says their shape, which its own SQL decides. */
export async function rowsOf<Row>(run: RunSql, statement: string): Promise<[Row, ...Row[]]> {
  return (await run(statement)) as [Row, ...Row[]]
}
