import { is } from 'drizzle-orm'
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core'
import * as schema from '../schema/index.ts'

/** A table as a backup sees it. */
export interface BackupTable {
  readonly name: string
  /** Whether its rows belong to an organisation, and so are seen in that one's scope only. */
  readonly hasOrganization: boolean
  /** Columns that tell its rows apart, and in whose order they are written. */
  readonly key: readonly string[]
  /** Rows read and written at once; few where one can be large. */
  readonly batch: number
}

/** Every table, those that others point at first. */
export const backupTables: readonly BackupTable[] = inOrder()

function inOrder(): readonly BackupTable[] {
  const tables = Object.values(schema).filter((value) => is(value, PgTable))
  const ordered = new Map<string, BackupTable>()
  const add = (table: PgTable): void => {
    const { name, columns, primaryKeys, foreignKeys } = getTableConfig(table)
    if (ordered.has(name)) return
    for (const key of foreignKeys) add(key.reference().foreignTable)
    const key = primaryKeys[0]?.columns ?? columns.filter((column) => column.primary)
    ordered.set(name, {
      name,
      // The jobs of all organisations are seen by every scope.
      hasOrganization: name !== 'jobs' && columns.some((column) => column.name === 'organization_id'),
      key: key.map((column) => column.name),
      batch: columns.some((column) => column.getSQLType() === 'bytea') ? 1 : 500,
    })
  }
  for (const table of tables) add(table)
  return [...ordered.values()]
}
