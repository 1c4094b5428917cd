import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type SQL, sql } from 'drizzle-orm'
import { appliedMigrations } from '../migrations.ts'
import type { Database, Transaction } from '../scope.ts'
import { type BackupContent, formatVersion, makeTally } from './format.ts'
import { type BackupTable, backupTables } from './tables.ts'

/**
 * Writes everything as it is at one moment, in a form that either database restores. The program goes on serving on
 * PostgreSQL; the embedded database waits until the backup is written.
 *
 * @param target gets gzipped lines, see {@link headLine}; it is ended, also when writing fails
 * @param takenAt stands in the backup
 * @returns how many rows of which table were written, and their sum
 */
export async function writeBackup(database: Database, target: Writable, takenAt: Date): Promise<BackupContent> {
  return database.within({ kind: 'tracker' }, async (transaction) => {
    await transaction.execute(sql`set transaction isolation level repeatable read, read only`)
    const tally = makeTally()
    let content: BackupContent | undefined
    async function* lines(): AsyncGenerator<string> {
      const migrations = await appliedMigrations((statement) => rowsOf(transaction, sql.raw(statement)))
      yield `${JSON.stringify({ format: 'sevenstep-backup', version: formatVersion, takenAt, migrations })}\n`
      yield* sections(transaction, tally)
      content = tally.content()
      yield `${JSON.stringify(['end', content])}\n`
    }
    await pipeline(Readable.from(lines()), createGzip(), target)
    if (content === undefined) throw new Error('The backup was not written to its end.')
    return content
  })
}

async function* sections(transaction: Transaction, tally: ReturnType<typeof makeTally>): AsyncGenerator<string> {
  await transaction.execute(steadySettings)
  const organizations = await rowsOf<{ id: string }>(
    transaction,
    sql`select id from organizations order by id collate "C"`,
  )
  for (const table of await writableTables(transaction)) {
    for (const organization of table.hasOrganization ? organizations.map(({ id }) => id) : [null]) {
      const section = JSON.stringify(['table', table.name, organization])
      tally.section(section)
      yield `${section}\n`
      await enterOrganization(transaction, organization)
      for await (const row of rowsIn(transaction, table)) {
        tally.row(table.name, row)
        yield `${row}\n`
      }
    }
  }
}

async function* rowsIn(transaction: Transaction, table: BackupTable): AsyncGenerator<string> {
  const order = table.key.map((column) => sql`${sql.identifier(column)}::text collate "C"`)
  await transaction.execute(
    sql`declare backup cursor for select to_jsonb(one)::text as line from ${sql.identifier(table.name)} one
        order by ${sql.join(order, sql`, `)}`,
  )
  for (;;) {
    const rows = await rowsOf<{ line: string }>(transaction, sql.raw(`fetch ${table.batch} from backup`))
    for (const { line } of rows) yield line
    if (rows.length < table.batch) break
  }
  await transaction.execute(sql`close backup`)
}

/** The same content has to be the same text on every server; and a slow reader is no reason to end the transaction. */
const steadySettings = sql`select set_config('timezone', 'UTC', true), set_config('bytea_output', 'hex', true),
  set_config('idle_in_transaction_session_timeout', '0', true)`

/** The tables the program writes; those it only reads follow from others by triggers. */
export async function writableTables(transaction: Transaction): Promise<readonly BackupTable[]> {
  const granted = await rowsOf<{ name: string }>(
    transaction,
    sql`select tablename as name from pg_tables where schemaname = 'public'
        and has_table_privilege(format('%I.%I', schemaname, tablename), 'INSERT')`,
  )
  const names = new Set(granted.map(({ name }) => name))
  return backupTables.filter(({ name }) => names.has(name))
}

/** Backups alone go from one organisation's scope to the next within a transaction. */
export async function enterOrganization(transaction: Transaction, organization: string | null): Promise<void> {
  await transaction.execute(sql`select set_config('app.organization_id', ${organization ?? ''}, true)`)
}

/** The rows of a statement; the caller says their shape, which its own SQL decides. */
export async function rowsOf<Row>(transaction: Transaction, statement: SQL): Promise<readonly Row[]> {
  // Both drivers answer an object with `rows`; drizzle's common type does not say so.
  return ((await transaction.execute(statement)) as { rows: Row[] }).rows
}
