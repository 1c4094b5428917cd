import { bindColumn, bindFilter, ordered, type Reach, unknownProperty } from '../odata/bind-filter.ts'
import { parseFilter } from '../odata/parse-filter.ts'
import { queryFailure } from '../odata/query-failure.ts'
import type { Expansion, QueryOptions } from '../odata/query-options.ts'
import type { DataverseState, Row } from '../state.ts'
import { columnNamed, lookupBehind, tableNamed } from '../tables/all-tables.ts'
import type { Table } from '../tables/table.ts'
import { mostRows, type Preferences } from '../web-api/preferences.ts'
import { type PresentedRow, presentRow } from './present-row.ts'
import { findRow, pairedWith, rowsOf } from './row-store.ts'

/** One page of an answer. */
export interface QueryPage {
  readonly rows: readonly PresentedRow[]
  /** How many rows there are over all pages, where it was asked for; never more than 5,000. */
  readonly count: number | undefined
  /** Whether there are more than `count` can say. */
  readonly countIsLimited: boolean
  /** Number of the next page, where there is one. */
  readonly nextPage: number | undefined
}

/** Answers a query over rows of a table. */
export function runQuery(
  organization: DataverseState,
  table: Table,
  candidates: readonly Row[],
  options: QueryOptions,
  preferences: Preferences,
): QueryPage {
  const matching = sorted(filtered(candidates, options.filter, table, organization), options, table, organization)
  const size = options.top === undefined ? (preferences.pageSize ?? mostRows) : Math.min(options.top, mostRows)
  const from = options.top === undefined ? ((options.page ?? 1) - 1) * size : 0
  const page = matching.slice(from, from + size)
  const show = presenter(organization, table, options, preferences)
  return {
    rows: page.map(show),
    count: options.count === true ? Math.min(matching.length, mostRows) : undefined,
    countIsLimited: matching.length > mostRows,
    nextPage: options.top === undefined && matching.length > from + size ? (options.page ?? 1) + 1 : undefined,
  }
}

/** Prepares how rows are shown: which columns, and which relations with them. */
export function presenter(
  organization: DataverseState,
  table: Table,
  options: QueryOptions,
  preferences: Preferences,
): (row: Row) => PresentedRow {
  const columns = options.select === undefined ? undefined : selectedColumns(options.select, table)
  const expansions = (options.expand ?? []).map((expansion) => expander(organization, table, expansion, preferences))
  return (row) => {
    const shown = presentRow(organization, table, row, preferences, columns)
    for (const expand of expansions) expand(row, shown)
    return shown
  }
}

function selectedColumns(select: readonly string[], table: Table): ReadonlySet<string> | undefined {
  if (select.includes('*')) return undefined
  return new Set(
    select.map((name) => {
      const found = columnNamed(table, name)
      if (found === undefined) throw unknownProperty(name, table)
      return found.name
    }),
  )
}

function expander(
  organization: DataverseState,
  table: Table,
  { navigation, options }: Expansion,
  preferences: Preferences,
): (row: Row, shown: PresentedRow) => void {
  if (options.expand !== undefined) {
    throw queryFailure('The emulator answers $expand over one level; this one is nested.')
  }
  const lookup = lookupBehind(table, navigation)
  if (lookup !== undefined) {
    const target = tableNamed(lookup.column.target ?? '')
    const show = presenter(organization, target, options, preferences)
    return (row, shown) => {
      const id = row[lookup.name]
      const found = typeof id === 'string' ? findRow(organization, target.name, id) : undefined
      shown[navigation] = found === undefined ? null : show(found)
    }
  }
  const related = relatedRows(organization, table, navigation)
  if (related === undefined) throw unknownProperty(navigation, table)
  // Bound once here so that a fault in the inner query shows even where no row has anything to expand.
  runQuery(organization, related.table, [], options, preferences)
  return (row, shown) => {
    shown[navigation] = runQuery(organization, related.table, related.of(row), options, preferences).rows
  }
}

/** The rows at the other end of a relation to many, for any row. */
export function relatedRows(
  organization: DataverseState,
  table: Table,
  navigation: string,
): { readonly table: Table; readonly of: (row: Row) => readonly Row[] } | undefined {
  const relation = Object.hasOwn(table.relations, navigation) ? table.relations[navigation] : undefined
  if (relation === undefined) return undefined
  const { by } = relation
  const other = tableNamed(relation.table)
  const idOf = (row: Row) => String(row[table.idColumn])
  if ('lookup' in by) {
    return { table: other, of: (row) => rowsOf(organization, other.name).filter((one) => one[by.lookup] === idOf(row)) }
  }
  return {
    table: other,
    of: (row) =>
      pairedWith(organization, by.pairs, idOf(row), by.end)
        .map((id) => findRow(organization, other.name, id))
        .filter((found) => found !== undefined),
  }
}

function reachIn(organization: DataverseState): Reach {
  return {
    findRow: (name, id) => findRow(organization, name, id),
    related: (table, relation) => relatedRows(organization, table, relation),
  }
}

function filtered(rows: readonly Row[], filter: string | undefined, table: Table, organization: DataverseState) {
  if (filter === undefined) return rows
  const keeps = bindFilter(parseFilter(filter), table, reachIn(organization))
  return rows.filter(keeps)
}

function sorted(rows: readonly Row[], { orderBy }: QueryOptions, table: Table, organization: DataverseState) {
  if (orderBy === undefined || orderBy.length === 0) return rows
  const orders = orderBy.map(({ column: path, descending }) => {
    const { read, column } = bindColumn({ names: path.split('/') }, table, reachIn(organization))
    return { key: (row: Row) => ordered(column, read(row)), direction: descending ? -1 : 1 }
  })
  return [...rows].sort((one, other) => {
    for (const { key, direction } of orders) {
      const [left, right] = [key(one), key(other)]
      if (left === right) continue
      // Rows without a value come first, as in the database.
      if (left === null) return -direction
      if (right === null) return direction
      return left < right ? -direction : direction
    }
    return 0
  })
}
