import type { DataverseState, Row } from '../state.ts'
import { findSet, tableNamed } from '../tables/all-tables.ts'
import type { Table } from '../tables/table.ts'
import { type Address, addressOf, type Segment } from '../web-api/address.ts'
import { bodyFailure, rowMissing, segmentMissing } from '../web-api/web-api-failure.ts'
import { findRow, rowsOf } from './row-store.ts'

/** A row that an address means; `row` is nothing where it does not exist. */
export interface Addressed {
  readonly table: Table
  readonly id: string | undefined
  /** Columns of an alternate key, where it was one. */
  readonly key: Row
  readonly row: Row | undefined
}

const guidPattern = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i

/** A GUID in lower case; nothing where the text is none. */
export function guidIn(text: string): string | undefined {
  return guidPattern.exec(text)?.[1]?.toLowerCase()
}

/**
 * Finds the row of a segment such as `workflows(id)` or `solutions(uniquename='x')`.
 *
 * @throws EmulatedFailure where table or key do not exist.
 */
export function findAddressed(organization: DataverseState, { name, key }: Segment): Addressed {
  const table = findSet(name)
  if (table === undefined || key === undefined) throw segmentMissing(name)
  if ('bare' in key) return byId(organization, table, key.bare)
  const { [table.idColumn]: id, ...others } = key.named
  if (id !== undefined && Object.keys(others).length === 0) return byId(organization, table, id)
  for (const column of Object.keys(key.named)) {
    if (!table.keys.includes(column))
      throw bodyFailure(`The key property '${column}' is not valid for '${table.name}'.`)
  }
  const row = rowsOf(organization, table.name).find((one) =>
    Object.entries(key.named).every(([column, value]) => same(one[column] ?? '', value)),
  )
  return { table, id: row === undefined ? undefined : String(row[table.idColumn]), key: key.named, row }
}

/**
 * Gives the id of the row that a reference in a body means: `/roles(id)`, `roles(id)` or an absolute address.
 *
 * @throws EmulatedFailure where it is of another table or does not exist.
 */
export function referencedId(organization: DataverseState, reference: string, tableName: string): string {
  const { segments }: Address = addressOf(/^\/(?!api\/)/.test(reference) ? reference.slice(1) : reference)
  const [segment] = segments
  const target = tableNamed(tableName)
  if (segment === undefined || segments.length !== 1) throw bodyFailure(`The reference '${reference}' cannot be read.`)
  const found = findAddressed(organization, segment)
  if (found.table !== target) {
    throw bodyFailure(`The reference '${reference}' is to '${found.table.name}', where '${target.name}' is expected.`)
  }
  if (found.row === undefined || found.id === undefined) throw rowMissing(found.table, found.id ?? reference)
  return found.id
}

function byId(organization: DataverseState, table: Table, text: string): Addressed {
  const id = guidIn(text)
  if (id === undefined) throw bodyFailure(`Invalid key '${text}': a GUID with 32 digits is expected.`)
  return { table, id, key: {}, row: findRow(organization, table.name, id) }
}

function same(value: unknown, text: string): boolean {
  return String(value).toLowerCase() === text.toLowerCase()
}
