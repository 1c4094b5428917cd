import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { DatabaseRefusal } from './refusal.ts'

/** The file that is locked, and the one that tells who locked it, inside the data directory. */
const lockFile = 'in-use.lock'
const holderFile = 'in-use-by.txt'

/** SQLite's code for "somebody else holds the lock". */
const busy = 5

/**
 * Takes a data directory for this process alone, and makes it when it is missing.
 *
 * The lock is the operating system's own (a byte-range lock on a file, taken by the SQLite that comes with Node), so it
 * goes with the process that holds it, however that process ends: nothing has to be judged stale, and of several
 * processes that want it at the same moment exactly one gets it. Nothing is ever written into the locked file, since a
 * commit would have to wait for whoever is just looking.
 *
 * @returns gives the directory free again; calling it twice does no harm
 * @throws DatabaseRefusal naming the holder, when another process or this one has it
 */
export function lockDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true })
  const file = new DatabaseSync(join(directory, lockFile), { timeout: 0 })
  try {
    file.exec('begin immediate')
  } catch (error) {
    file.close()
    if (!isBusy(error)) throw error
    throw new DatabaseRefusal(
      `The data directory ${directory} is in use${holderOf(directory)}. ` +
        'Two servers on one directory would lose each other’s changes. ' +
        'Stop the other one, or give this one a directory of its own; for several servers use PostgreSQL (DATABASE_URL).',
    )
  }
  const since = new Date().toISOString()
  writeFileSync(join(directory, holderFile), ` by process ${process.pid} on ${hostname()} since ${since}`)
  return () => {
    if (file.isOpen) file.close()
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === busy
}

function holderOf(directory: string): string {
  try {
    return readFileSync(join(directory, holderFile), 'utf8').slice(0, 300)
  } catch {
    // The holder is writing its name at this very moment; that there is one is all that matters.
    return ''
  }
}
