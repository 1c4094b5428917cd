import type { ColumnValue, Row } from '../state.ts'

type Rows = Readonly<Record<string, Row>>

/** Column → value in lower case → id of the first row that had it. Made when a column is first asked for. */
type Index = Map<string, Map<string, string>>

const indexes = new WeakMap<Rows, Index>()

/**
 * The first row whose column has a value; texts compare without case. What the index says is held against the row, so
 * that a row that changed or went only costs a second look; a row that came back has to be told of by `forgetIndex`.
 */
export function indexedRow(rows: Rows, column: string, value: string): Row | undefined {
  const wanted = value.toLowerCase()
  const id = columnIndex(rows, column).get(wanted)
  if (id === undefined) return undefined
  const row = rows[id]
  if (row !== undefined && keyOf(row[column]) === wanted) return row
  forgetIndex(rows)
  const again = columnIndex(rows, column).get(wanted)
  return again === undefined ? undefined : rows[again]
}

/** A row was made, or some of its columns were set. */
export function noteInIndex(rows: Rows, id: string, values: Row) {
  for (const [column, byValue] of indexes.get(rows) ?? []) {
    if (column in values) noteFirst(byValue, keyOf(values[column]), id)
  }
}

/** Rows came back or changed back: whatever was known of them is to be found anew. */
export function forgetIndex(rows: Rows) {
  indexes.delete(rows)
}

function columnIndex(rows: Rows, column: string): Map<string, string> {
  const index: Index = indexes.get(rows) ?? new Map()
  indexes.set(rows, index)
  const known = index.get(column)
  if (known !== undefined) return known
  const made = new Map<string, string>()
  for (const [id, row] of Object.entries(rows)) noteFirst(made, keyOf(row[column]), id)
  index.set(column, made)
  return made
}

function noteFirst(byValue: Map<string, string>, key: string, id: string) {
  if (!byValue.has(key)) byValue.set(key, id)
}

function keyOf(value: ColumnValue | undefined): string {
  return String(value ?? '').toLowerCase()
}
