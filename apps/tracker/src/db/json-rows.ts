import { type GetColumnData, getTableColumns, is, type SQL, type SQLChunk, type SQLWrapper, sql } from 'drizzle-orm'
import { PgColumn, type PgTable } from 'drizzle-orm/pg-core'

// Rows as JSON in and out of a query: one round trip reads or writes several tables. Not for columns of bytes.

/** What is read of each row: columns, or SQL. */
type Fields = Readonly<Record<string, PgColumn | SQL>>

/** What a query gives back of fields. */
type Selected<Of extends Fields> = {
  [Name in keyof Of]: Of[Name] extends SQL<infer Value>
    ? Value
    : Of[Name] extends PgColumn
      ? GetColumnData<Of[Name]>
      : never
}

/**
 * Rows of another table as one value of a query. They are given back as the columns have them: moments as `Date`, JSON
 * as it is.
 *
 * @param where may name columns of the query around it
 */
export function rowsAsOne<Columns extends Readonly<Record<string, PgColumn>>>(
  columns: Columns,
  from: PgTable,
  where: SQL | undefined,
  ...orderBy: readonly PgColumn[]
): SQL<Selected<Columns>[]> {
  const order = orderBy.length === 0 ? sql`` : sql` order by ${listOf([...orderBy])}`
  return queryAsOne(columns, (fields) => {
    const list = listOf(Object.values(fields).map((field) => sql`${field.sql} as ${sql.identifier(field.fieldAlias)}`))
    return sql`(select ${list} from ${from} where ${where}${order})`
  })
}

/** As {@link rowsAsOne}, but null, and nothing read, where a condition holds. */
export function rowsUnless<Columns extends Readonly<Record<string, PgColumn>>>(
  condition: SQL,
  columns: Columns,
  from: PgTable,
  where: SQL | undefined,
): SQL<Selected<Columns>[] | null> {
  const rows = rowsAsOne(columns, from, where)
  return sql`case when ${condition} then null else ${rows} end`.mapWith(decoderOf(columns))
}

/**
 * The rows of a whole query as one value of another, so that several lists take one round trip. They keep the query's
 * order, and are given back as by {@link rowsAsOne}.
 *
 * @param query makes the query, which selects the fields it is given and nothing else
 */
export function queryAsOne<Of extends Fields>(
  fields: Of,
  query: (fields: Record<string, SQL.Aliased>) => SQLWrapper,
): SQL<Selected<Of>[]> {
  const entries = Object.entries(fields)
  const aliased = entries.map(([name, field], index) => [name, sql`${field}`.as(`c${index}`)] as const)
  // A list for each column: PostgreSQL looks up how to write a type once for a list, but for every value of a row.
  const lists = listOf(aliased.map(([, { fieldAlias }]) => sql`json_agg(lines.${sql.identifier(fieldAlias)})`))
  return sql`(select json_build_array(${lists}) from ${query(Object.fromEntries(aliased))} as lines)`.mapWith(
    decoderOf(fields),
  )
}

/** Makes rows of the lists, one for each column, that a query gives back. */
function decoderOf<Of extends Fields>(fields: Of) {
  const entries = Object.entries(fields)
  return (columns: readonly (readonly unknown[] | null)[]): Selected<Of>[] => {
    const lists = entries.map(([name, field], index) => [name, decoded(field, columns[index] ?? [])] as const)
    return (columns[0] ?? []).map((_, index) => {
      const row: Record<string, unknown> = {}
      for (const [name, values] of lists) row[name] = values[index]
      // The fields above decide what is in the rows, which the compiler cannot see.
      return row as Selected<Of>
    })
  }
}

function decoded(field: PgColumn | SQL, values: readonly unknown[]): readonly unknown[] {
  if (!is(field, PgColumn) || field.dataType !== 'date') return values
  return values.map((value) => (value === null ? null : field.mapFromDriverValue(value)))
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
