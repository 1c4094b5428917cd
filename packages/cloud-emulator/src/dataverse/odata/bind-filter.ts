import type { ColumnValue, Row } from '../state.ts'
import { columnNamed, lookupBehind, tableNamed } from '../tables/all-tables.ts'
import type { Column, Table } from '../tables/table.ts'
import type { ColumnPath, Comparison, Filter, Literal, TextTest } from './parse-filter.ts'
import { queryFailure } from './query-failure.ts'

/** What a filter may look at beside the row itself. */
export interface Reach {
  /** A row of any table by id, so that a path through a lookup can be followed. */
  readonly findRow: (table: string, id: string) => Row | undefined
  /** The rows of a relation to many; nothing where there is no such relation. */
  readonly related: (
    table: Table,
    relation: string,
  ) => { readonly table: Table; readonly of: (row: Row) => readonly Row[] } | undefined
}

/**
 * Makes a filter into a question to rows of one table.
 *
 * @throws EmulatedFailure where a column does not exist or a value is of another kind than its column.
 */
export function bindFilter(filter: Filter, table: Table, reach: Reach): (row: Row) => boolean {
  if ('parts' in filter) {
    const parts = filter.parts.map((part) => bindFilter(part, table, reach))
    return filter.kind === 'and' ? (row) => parts.every((part) => part(row)) : (row) => parts.some((part) => part(row))
  }
  if ('relation' in filter) return bindRelated(filter, table, reach)
  if (filter.kind === 'in') {
    const { read } = bindColumn(filter.column, table, reach)
    const wanted = new Set(filter.values.map((value) => value.toLowerCase()))
    return (row) => wanted.has(String(read(row) ?? '').toLowerCase()) === filter.isIn
  }
  if (filter.kind === 'not') {
    const part = bindFilter(filter.part, table, reach)
    return (row) => !part(row)
  }
  if (filter.kind === 'text') {
    const { read, column } = bindColumn(filter.column, table, reach)
    if (column.kind !== 'text' || (filter.value.kind !== 'text' && filter.value.kind !== 'null')) {
      throw queryFailure(`The function '${filter.test}' takes a column of text and a text.`)
    }
    const wanted = filter.value.kind === 'text' ? filter.value.value.toLowerCase() : undefined
    return (row) => holdsText(filter.test, read(row), wanted)
  }
  const { read, column } = bindColumn(filter.left, table, reach)
  const value = comparable(column, filter.right)
  const compare = comparisons[filter.comparison]
  return (row) => compare(ordered(column, read(row)), value)
}

function bindRelated(
  { kind, relation, part }: Extract<Filter, { relation: string }>,
  table: Table,
  reach: Reach,
): (row: Row) => boolean {
  const related = reach.related(table, relation)
  if (related === undefined) throw unknownProperty(relation, table)
  const test = part === undefined ? () => true : bindFilter(part, related.table, reach)
  return (row) => (kind === 'any' ? related.of(row).some(test) : related.of(row).every(test))
}

type Ordered = string | number | null

const comparisons: Readonly<Record<Comparison, (left: Ordered, right: Ordered) => boolean>> = {
  eq: (left, right) => left === right,
  // Rows without a value differ from every value; Dataverse counts them in.
  ne: (left, right) => left !== right,
  gt: (left, right) => left !== null && right !== null && left > right,
  ge: (left, right) => left !== null && right !== null && left >= right,
  lt: (left, right) => left !== null && right !== null && left < right,
  le: (left, right) => left !== null && right !== null && left <= right,
}

const fits: Readonly<Record<Column['kind'], readonly Literal['kind'][]>> = {
  id: ['guid'],
  guid: ['guid'],
  lookup: ['guid'],
  text: ['text'],
  whole: ['number'],
  choice: ['number'],
  flag: ['flag'],
  moment: ['moment'],
}

/** Names of kinds as OData writes them, for messages. */
const edmNames: Readonly<Record<Column['kind'] | Exclude<Literal['kind'], 'null'>, string>> = {
  id: 'Edm.Guid',
  guid: 'Edm.Guid',
  lookup: 'Edm.Guid',
  text: 'Edm.String',
  whole: 'Edm.Int32',
  number: 'Edm.Int32',
  choice: 'Edm.Int32',
  flag: 'Edm.Boolean',
  moment: 'Edm.DateTimeOffset',
}

function comparable(column: Column, literal: Literal): Ordered {
  if (literal.kind === 'null') return null
  // A GUID in quotes is not a GUID to OData, but Dataverse takes it.
  const quotedGuid =
    literal.kind === 'text' && fits[column.kind][0] === 'guid' && /^[0-9a-f-]{36}$/i.test(literal.value)
  if (!fits[column.kind].includes(literal.kind) && !quotedGuid) {
    throw queryFailure(
      `A binary operator with incompatible types was detected. Found operand types '${edmNames[column.kind]}' and '${edmNames[literal.kind]}' for operator kind 'Equal'.`,
    )
  }
  return ordered(column, literal.value)
}

/** Texts compare without case, as the database's collation does; moments by time. */
export function ordered(column: Column, value: ColumnValue): Ordered {
  if (value === null) return null
  if (column.kind === 'moment') return Date.parse(String(value))
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'string' ? value.toLowerCase() : value
}

function holdsText(test: TextTest, value: ColumnValue, wanted: string | undefined): boolean {
  if (typeof value !== 'string' || wanted === undefined) return false
  const text = value.toLowerCase()
  if (test === 'contains') return text.includes(wanted)
  return test === 'startswith' ? text.startsWith(wanted) : text.endsWith(wanted)
}

/** How the value of a path is read from a row, with the column at its end. */
export function bindColumn({ names }: Pick<ColumnPath, 'names'>, table: Table, reach: Reach) {
  const [first = '', second, ...more] = names
  if (more.length > 0) throw queryFailure(`The path '${names.join('/')}' leads over more than one relation.`)
  if (second === undefined) {
    const found = columnNamed(table, first)
    if (found === undefined) throw unknownProperty(first, table)
    return { column: found.column, read: (row: Row): ColumnValue => row[found.name] ?? null }
  }
  const via = lookupBehind(table, first)
  if (via?.column.target === undefined) throw unknownProperty(first, table)
  const target = tableNamed(via.column.target)
  const found = columnNamed(target, second)
  if (found === undefined) throw unknownProperty(second, target)
  const read = (row: Row): ColumnValue => {
    const id = row[via.name]
    return typeof id === 'string' ? (reach.findRow(target.name, id)?.[found.name] ?? null) : null
  }
  return { column: found.column, read }
}

/** A column is asked for that the table does not have. */
export function unknownProperty(name: string, table: Table) {
  return queryFailure(`Could not find a property named '${name}' on type 'Microsoft.Dynamics.CRM.${table.name}'.`)
}
