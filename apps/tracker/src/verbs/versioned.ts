import { and, eq, sql } from 'drizzle-orm'
import type { PgColumn, PgTable, PgUpdateSetSource } from 'drizzle-orm/pg-core'
import type { Transaction } from '../db/scope.ts'
import { notFound, versionConflict } from '../domain/failure.ts'

/** A table whose rows carry an id and a version. */
type VersionedTable = PgTable & { readonly id: PgColumn; readonly version: PgColumn }

/** The highest number that the column holds; a form that claims another is none of ours, and so out of date. */
const highestVersion = 2 ** 31 - 1

/**
 * Changes a row only if it still has the version the change was made on, and counts the version up.
 *
 * @throws Failure `version-conflict` with the row as it is now, or `not-found`.
 */
export async function updateVersioned<Table extends VersionedTable>(
  transaction: Transaction,
  table: Table,
  row: { readonly id: string; readonly version: number },
  values: PgUpdateSetSource<Table>,
): Promise<void> {
  if (row.version <= highestVersion) {
    const updated = await transaction
      .update(table)
      // The table has a version column, which drizzle's type of a table in general cannot say.
      .set({ ...values, version: sql`${table.version} + 1` } as PgUpdateSetSource<Table>)
      .where(and(eq(table.id, row.id), eq(table.version, row.version)))
      .returning({ id: table.id })
    if (updated.length > 0) return
  }
  const [current] = await transaction
    .select()
    .from(table as PgTable)
    .where(eq(table.id, row.id))
  throw current === undefined ? notFound() : versionConflict(current)
}
