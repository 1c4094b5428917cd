import { createHash } from 'node:crypto'
import { z } from 'zod'
import { DatabaseRefusal } from '../refusal.ts'

/** Counted up when a reader of the version before could no longer read what is written. */
export const formatVersion = 1

/**
 * A backup is gzipped JSON, one value a line: this line first; then sections, each a {@link sectionLine} and a line for
 * each row, which is an object as `to_jsonb` writes it; and {@link endLine} last.
 */
export const headLine = z.object({
  format: z.literal('sevenstep-backup'),
  version: z.literal(formatVersion),
  takenAt: z.iso.datetime(),
  /** SHA-256 of each migration the tables had seen. */
  migrations: z.array(z.string()),
})

/** What the rows that follow belong to: a table, and the organisation, or null where the table knows none. */
export const sectionLine = z.tuple([z.literal('table'), z.string(), z.string().nullable()])

const content = z.object({
  /** Rows by table. */
  rows: z.record(z.string(), z.number().int()),
  /** SHA-256 over all sections and rows, each with its line end; the same content has the same sum anywhere. */
  sha256: z.string(),
})

/** What a backup holds, for people and for comparing. */
export type BackupContent = z.infer<typeof content>

/** The last line: without it the backup is cut off. */
export const endLine = z.tuple([z.literal('end'), content])

/** Counts and sums up lines while they are written or read. */
export function makeTally() {
  const sum = createHash('sha256')
  const rows: Record<string, number> = {}
  return {
    section: (line: string) => void sum.update(`${line}\n`),
    row: (table: string, line: string) => {
      sum.update(`${line}\n`)
      rows[table] = (rows[table] ?? 0) + 1
    },
    content: (): BackupContent => ({ rows, sha256: sum.digest('hex') }),
  }
}

/** @throws DatabaseRefusal saying why the backup cannot be restored; nothing was changed then */
export function refuseBackup(why: string, fix: string): never {
  throw new DatabaseRefusal(`The backup was not restored: ${why} Nothing was changed. ${fix}`)
}
