import { createInterface } from 'node:readline'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { sql } from 'drizzle-orm'
import type { ZodType } from 'zod'
import { appliedMigrations } from '../migrations.ts'
import type { Database, Transaction } from '../scope.ts'
import { type BackupContent, endLine, headLine, makeTally, refuseBackup, sectionLine } from './format.ts'
import type { BackupTable } from './tables.ts'
import { enterOrganization, rowsOf, writableTables } from './write-backup.ts'

const fetchAgain = 'Take another copy of the backup.'

/**
 * Restores a backup into a database that has tables and nothing in them, in one transaction: all of it, or nothing.
 *
 * @param source the bytes that `writeBackup` wrote, on either database
 * @returns what was restored, compared with what the backup says of itself
 * @throws DatabaseRefusal when the database is not empty, or the backup is damaged, cut off or of another version
 */
export async function restoreBackup(database: Database, source: Readable): Promise<BackupContent> {
  return database.within({ kind: 'tracker' }, async (transaction) => {
    await mustBeEmpty(transaction)
    const tables = new Map((await writableTables(transaction)).map((table) => [table.name, table]))
    const reader = makeReader(transaction, tables)
    try {
      for await (const line of linesOf(source)) await reader.read(line)
    } catch (error) {
      if (isDamage(error)) refuseBackup('its bytes are damaged or cut off.', fetchAgain)
      throw error
    }
    return reader.finish()
  })
}

async function* linesOf(source: Readable): AsyncGenerator<string> {
  let failure: NodeJS.ErrnoException | null = null
  const text = pipeline(source, createGunzip(), (error) => {
    failure = error
  })
  yield* createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })
  // The lines simply end where the bytes do; why they ended is said apart.
  if (failure) throw failure
}

function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

async function mustBeEmpty(transaction: Transaction): Promise<void> {
  // Rows of a tenant need an organisation, so there are none where there is no organisation.
  const [{ used } = { used: true }] = await rowsOf<{ used: boolean }>(
    transaction,
    sql`select exists (select from organizations) or exists (select from users) or exists (select from jobs) as used`,
  )
  if (used) refuseBackup('this database is not empty.', 'Restore into a new database or an empty data directory.')
}

function makeReader(transaction: Transaction, tables: ReadonlyMap<string, BackupTable>) {
  const tally = makeTally()
  let table: BackupTable | undefined
  let waiting: string[] = []
  let lineNumber = 0
  let promised: BackupContent | undefined

  async function flush(): Promise<void> {
    if (table === undefined || waiting.length === 0) return
    const rows = `[${waiting.join(',')}]`
    waiting = []
    const name = sql.identifier(table.name)
    const insert = sql`insert into ${name} select * from jsonb_populate_recordset(null::${name}, ${rows}::jsonb)`
    try {
      await transaction.execute(insert)
    } catch (error) {
      // Drizzle's own message would show the rows.
      const why = error instanceof Error && error.cause instanceof Error ? error.cause.message : 'no reason given'
      refuseBackup(`the database refuses its rows of "${table.name}" (${why}).`, fetchAgain)
    }
  }

  async function open(line: string): Promise<void> {
    await flush()
    const [, name, organization] = parsed(sectionLine, line)
    table = tables.get(name)
    if (table === undefined) refuseBackup(`it has a table "${name}" that this program has not.`, fetchAgain)
    tally.section(line)
    await enterOrganization(transaction, organization)
  }

  async function read(line: string): Promise<void> {
    lineNumber += 1
    if (promised !== undefined) refuseBackup('something follows its last line.', fetchAgain)
    if (lineNumber === 1) return mustFit(transaction, line)
    if (line.startsWith('["table",')) return open(line)
    if (line.startsWith('["end",')) {
      promised = parsed(endLine, line)[1]
      return flush()
    }
    if (table === undefined) refuseBackup(`line ${lineNumber} belongs to no table.`, fetchAgain)
    tally.row(table.name, line)
    waiting.push(line)
    if (waiting.length >= table.batch) await flush()
  }

  function finish(): BackupContent {
    if (promised === undefined) refuseBackup('its last line is missing, so it is cut off.', fetchAgain)
    const content = tally.content()
    if (content.sha256 !== promised.sha256 || JSON.stringify(content.rows) !== JSON.stringify(promised.rows)) {
      refuseBackup('its content does not have the sum it says it has.', fetchAgain)
    }
    return content
  }
  return { read, finish }
}

async function mustFit(transaction: Transaction, line: string): Promise<void> {
  const { migrations } = parsed(headLine, line)
  const here = await appliedMigrations((statement) => rowsOf(transaction, sql.raw(statement)))
  if (JSON.stringify(migrations) === JSON.stringify(here)) return
  refuseBackup(
    `it was made by another version of this program (${migrations.length} migrations, here ${here.length}).`,
    'Restore it with the version that made it, then start this one on that database.',
  )
}

function parsed<Shape>(shape: ZodType<Shape>, line: string): Shape {
  try {
    return shape.parse(JSON.parse(line))
  } catch {
    return refuseBackup(
      'it is not a backup of Sevenstep that this version reads.',
      'Look whether it is the right file.',
    )
  }
}
