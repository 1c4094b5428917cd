import { randomUUID } from 'node:crypto'
import { type ColumnValue, type DataverseState, type Row, secondsOf } from '../state.ts'
import type { Table } from '../tables/table.ts'
import type { OrganizationCall } from './organization-call.ts'
import { forgetIndex, indexedRow, noteInIndex } from './row-index.ts'

/** What writing a row needs of a request. */
export type Writing = Pick<OrganizationCall, 'organization' | 'now' | 'user' | 'undo'>

/** A row by id. */
export function findRow(organization: DataverseState, table: string, id: string): Row | undefined {
  const rows = organization.tables[table]
  return rows !== undefined && Object.hasOwn(rows, id) ? rows[id] : undefined
}

/** Every row of a table in the order they were made. */
export function rowsOf(organization: DataverseState, table: string): readonly Row[] {
  return Object.values(organization.tables[table] ?? {})
}

/** The first row whose column has a value; texts compare without case. */
export function rowWhere(organization: DataverseState, table: string, column: string, value: string): Row | undefined {
  const rows = organization.tables[table]
  return rows === undefined ? undefined : indexedRow(rows, column, value)
}

/** Makes a row and gives its id. */
export function insertRow(call: Writing, table: Table, values: Row): string {
  const { organization } = call
  const id = String(values[table.idColumn] ?? randomUUID()).toLowerCase()
  const at = secondsOf(call.now)
  const rows = tableOf(organization, table.name)
  const owner: Row = table.owned ? { ownerid: call.user, owningbusinessunit: organization.businessUnitId } : {}
  const component: Row = table.component === undefined ? {} : { ismanaged: false, componentstate: 0 }
  const row: Row = {
    ...owner,
    ...component,
    createdon: at,
    createdby: call.user,
    ...values,
    [table.idColumn]: id,
    modifiedon: at,
    modifiedby: call.user,
    versionnumber: nextVersion(organization),
  }
  rows[id] = row
  noteInIndex(rows, id, row)
  call.undo.push(() => {
    delete rows[id]
  })
  return id
}

/** Changes columns of a row that exists. */
export function changeRow(call: Writing, table: Table, id: string, values: Readonly<Record<string, ColumnValue>>) {
  const rows = tableOf(call.organization, table.name)
  const before = rows[id]
  if (before === undefined) throw new Error(`There is no row ${id} in '${table.name}'.`)
  rows[id] = {
    ...before,
    ...values,
    modifiedon: secondsOf(call.now),
    modifiedby: call.user,
    versionnumber: nextVersion(call.organization),
  }
  noteInIndex(rows, id, values)
  call.undo.push(() => {
    rows[id] = before
    forgetIndex(rows)
  })
}

/** Removes a row with its shares, claims and pairs. */
export function removeRow(call: Writing, table: Table, id: string) {
  const { organization } = call
  const rows = tableOf(organization, table.name)
  const row = rows[id]
  if (row === undefined) return
  const place = Object.keys(rows).indexOf(id)
  const { shares, claims } = organization
  delete rows[id]
  organization.shares = shares.filter((share) => share.row !== id && share.principal !== id)
  organization.claims = claims.filter((claim) => claim.row !== id)
  call.undo.push(() => {
    putBack(rows, id, row, place)
    forgetIndex(rows)
    organization.shares = shares
    organization.claims = claims
  })
  for (const relation of Object.values(table.relations)) {
    if ('pairs' in relation.by) keepPairs(call, relation.by.pairs, (pair) => !pair.includes(id))
  }
}

/** Adds a pair to a many-to-many relation; a pair that is there stays one. */
export function addPair(call: Writing, relation: string, first: string, second: string) {
  const pairs = call.organization.associations[relation] ?? []
  const pair = `${first} ${second}`
  if (pairs.includes(pair)) return
  call.organization.associations[relation] = [...pairs, pair]
  call.undo.push(() => {
    call.organization.associations[relation] = pairs
  })
}

/** Takes pairs out of a many-to-many relation. */
export function keepPairs(call: Writing, relation: string, keep: (pair: string) => boolean) {
  const pairs = call.organization.associations[relation] ?? []
  call.organization.associations[relation] = pairs.filter(keep)
  call.undo.push(() => {
    call.organization.associations[relation] = pairs
  })
}

/** Ids at the other end of a many-to-many relation. */
export function pairedWith(organization: DataverseState, relation: string, id: string, end: 'first' | 'second') {
  const pairs = (organization.associations[relation] ?? []).map((pair) => pair.split(' '))
  return pairs.flatMap(([first = '', second = '']) => {
    if (end === 'first') return first === id ? [second] : []
    return second === id ? [first] : []
  })
}

/** Rows keep their order, and the object stays the same: what was done before is undone in it next. */
function putBack(rows: Record<string, Row>, id: string, row: Row, place: number) {
  const entries = Object.entries(rows)
  for (const [key] of entries.slice(place)) delete rows[key]
  rows[id] = row
  for (const [key, later] of entries.slice(place)) rows[key] = later
}

function tableOf(organization: DataverseState, table: string): Record<string, Row> {
  const rows = organization.tables[table] ?? {}
  organization.tables[table] = rows
  return rows
}

function nextVersion(organization: DataverseState): number {
  organization.version += 1
  return organization.version
}
