import { getTableColumns, type InferColumnsDataTypes, type SQL, type SQLChunk, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'

// Rows as JSON in and out of a query: one round trip reads or writes several tables. Not for columns of bytes.

/**
 * Rows of another table as one value of a query. They are given back as the columns have them: moments as `Date`, JSON
 * as it is.
 *
 * @param where may name columns of the query around it
 */
export function rowsAsOne<Columns extends Record<string, PgColumn>>(
  columns: Columns,
  from: PgTable,
  where: SQL | undefined,
  ...orderBy: readonly PgColumn[]
): SQL<InferColumnsDataTypes<Columns>[]> {
  const entries = Object.entries(columns)
  const list = listOf(entries.map(([, column]) => sql`${column}`))
  const order = orderBy.length === 0 ? sql`` : sql` order by ${listOf([...orderBy])}`
  // Rows as arrays: the names of the columns would be most of the text.
  return sql`(select coalesce(json_agg(json_build_array(${list})${order}), '[]') from ${from} where ${where})`.mapWith(
    (rows: readonly (readonly unknown[])[]) =>
      // The query above decides what is in the rows, which the compiler cannot see.
      rows.map(
        (row) =>
          Object.fromEntries(
            entries.map(([name, column], index) => [name, decoded(column, row[index])]),
          ) as InferColumnsDataTypes<Columns>,
      ),
  )
}

function decoded(column: PgColumn, value: unknown): unknown {
  return value !== null && column.dataType === 'date' ? column.mapFromDriverValue(value) : value
}

/** What an insert takes its rows from, in place of values: a parameter that {@link jsonOf} made. */
export function rowsFromJson(table: PgTable, parameter: string): SQL {
  const columns = Object.values(getTableColumns(table)).map(({ name }) => sql.identifier(name))
  return sql`select ${listOf(columns)} from jsonb_populate_recordset(null::${table}, ${sql.placeholder(parameter)}::jsonb)`
}

/** Rows to be inserted, whole: a column that is left out becomes null, whatever its default is. */
export function jsonOf<Table extends PgTable>(table: Table, rows: readonly Table['$inferSelect'][]): string {
  const names = Object.entries(getTableColumns(table)).map(([key, { name }]) => [key, name] as const)
  return JSON.stringify(
    rows.map((row: Readonly<Record<string, unknown>>) =>
      Object.fromEntries(names.map(([key, name]) => [name, row[key]])),
    ),
  )
}

/** For an insert that meets a row already there: every column as the new row has it, but those named. */
export function asInserted<Table extends PgTable>(
  table: Table,
  ...kept: readonly (keyof Table['$inferSelect'] & string)[]
): Record<string, SQL> {
  const taken = Object.entries(getTableColumns(table)).filter(([key]) => !kept.includes(key))
  return Object.fromEntries(taken.map(([key, { name }]) => [key, sql`excluded.${sql.identifier(name)}`]))
}

function listOf(parts: readonly SQLChunk[]): SQL {
  return sql.join([...parts], sql`, `)
}
