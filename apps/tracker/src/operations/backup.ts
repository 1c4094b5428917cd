import { open, rename, rm } from 'node:fs/promises'
import type { DatabaseConfiguration } from '../configuration/configuration.ts'
import type { BackupContent } from '../db/backup/format.ts'
import { restoreBackup } from '../db/backup/restore-backup.ts'
import { writeBackup } from '../db/backup/write-backup.ts'
import { DatabaseRefusal } from '../db/refusal.ts'
import { withDatabase } from './with-database.ts'

/**
 * Writes everything into a file that either database can restore. The file has its name only once it is whole; it holds
 * what people wrote and handed in, so only its owner may read it.
 */
export async function backup(configuration: DatabaseConfiguration, file: string): Promise<void> {
  const unfinished = `${file}.unfinished`
  try {
    // Opened before the database, so that a wrong path is told at once.
    const target = (await open(unfinished, 'wx', 0o600)).createWriteStream({ flush: true })
    const content = await withDatabase(configuration, (database) => writeBackup(database, target, new Date()))
    await rename(unfinished, file)
    tell(`${file} holds`, content)
  } catch (error) {
    if (isFileError(error)) throw refusedFile(unfinished, error)
    await rm(unfinished, { force: true })
    throw error
  }
}

/** Restores a backup into an empty database: all of it or nothing. */
export async function restore(configuration: DatabaseConfiguration, file: string): Promise<void> {
  try {
    const source = (await open(file)).createReadStream()
    const content = await withDatabase(configuration, (database) => restoreBackup(database, source))
    tell('Restored', content)
  } catch (error) {
    throw isFileError(error) ? refusedFile(file, error) : error
  }
}

function tell(what: string, { rows, sha256 }: BackupContent): void {
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
  console.log(`${what} ${total} rows of ${Object.keys(rows).length} tables; sum ${sha256}.`)
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && 'path' in error
}

function refusedFile(file: string, { code }: NodeJS.ErrnoException): DatabaseRefusal {
  const fixes: Readonly<Record<string, string>> = {
    EEXIST: 'Another backup is being written there, or one broke off. Remove it if none is running.',
    ENOENT: 'It, or its folder, does not exist. Check the path.',
    EACCES: 'This user may not use it. Check who owns it.',
    ENOSPC: 'The disk is full. Make room or choose another.',
  }
  return new DatabaseRefusal(`${file}: ${fixes[code ?? ''] ?? `the system says ${code}.`}`)
}
