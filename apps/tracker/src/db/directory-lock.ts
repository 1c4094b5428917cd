import { mkdirSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DatabaseRefusal } from './refusal.ts'

/** The name of the file that is locked, inside the data directory. */
const lockFile = 'in-use.lock'

/** SQLite's code for "somebody else holds the lock". */
const busy = 5

/**
 * Takes a data directory for this process alone, and makes it when it is missing.
 *
 * The lock is the operating system's own (a byte-range lock on a file, taken by the SQLite that comes with Node), so it
 * goes with the process that holds it, however that process ends: nothing has to be judged stale, and of two processes
 * that want it at the same moment exactly one gets it. The same file tells who holds it.
 *
 * @returns gives the directory free again; calling it twice does no harm
 * @throws DatabaseRefusal naming the holder, when another process or this one has it
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true })
  const file = new DatabaseSync(join(directory, lockFile), { timeout: 0 })
  try {
    file.exec('begin immediate')
    file.exec('create table if not exists holder (pid integer, host text, since text)')
    file.exec('delete from holder')
    file
      .prepare('insert into holder (pid, host, since) values (?, ?, ?)')
      .run(process.pid, hostname(), new Date().toISOString())
    file.exec('commit')
    // Held to the end: others can read who it is, and cannot begin the same. Whoever slips in between has won instead.
    file.exec('begin immediate')
  } catch (error) {
    const holder = isBusy(error) ? holderOf(file) : undefined
    file.close()
    if (!isBusy(error)) throw error
    throw new DatabaseRefusal(
      `The data directory ${directory} is in use${holder ?? ''}. ` +
        'Two servers on one directory would lose each other’s changes. ' +
        'Stop the other one, or give this one a directory of its own; for several servers use PostgreSQL (DATABASE_URL).',
    )
  }
  return () => {
    if (file.isOpen) file.close()
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === busy
}

function holderOf(file: DatabaseSync): string | undefined {
  try {
    const row = file.prepare('select pid, host, since from holder').get()
    return row && ` by process ${row.pid} on ${row.host} since ${row.since}`
  } catch {
    // The holder is writing its name at this very moment; that there is one is all that matters.
    return undefined
  }
}
