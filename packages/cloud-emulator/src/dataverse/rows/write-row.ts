import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { behaviourOf } from '../behaviours/behaviour-of.ts'
import { dependentsOf } from '../solutions/dependents.ts'
import type { ColumnValue, Row } from '../state.ts'
import type { Table } from '../tables/table.ts'
import { rowMissing, rowPresent, verbRefused, versionFailure } from '../web-api/web-api-failure.ts'
import type { Addressed } from './find-addressed.ts'
import type { OrganizationCall } from './organization-call.ts'
import { etagOf } from './present-row.ts'
import { demandRequired, readBody } from './read-body.ts'
import { changeRow, findRow, insertRow, removeRow, rowWhere } from './row-store.ts'

/** Conditions of a write, from `If-Match` and `If-None-Match`. */
export interface WriteConditions {
  readonly ifMatch: string | null
  readonly ifNoneMatch: string | null
}

type Body = Readonly<Record<string, unknown>>

/** Makes a row from a body and gives it. */
export function createRow(call: OrganizationCall, table: Table, body: Body, fixed: Row = {}): Row {
  if (table.readOnly) throw verbRefused('POST')
  const given = { ...readBody(call.organization, table, body, 'create'), ...fixed }
  const values = behaviourOf(table).create?.(call, given) ?? given
  demandRequired(table, values)
  demandUnique(call, table, values)
  const id = insertRow(call, table, values)
  behaviourOf(table).created?.(call, rowAt(call, table, id))
  return rowAt(call, table, id)
}

/** Changes a row, or makes it where the conditions allow that. Gives the row and whether it is new. */
export function upsertRow(call: OrganizationCall, addressed: Addressed, body: Body, conditions: WriteConditions) {
  const { table, row, id, key } = addressed
  if (row === undefined || id === undefined) {
    if (conditions.ifMatch !== null) throw rowMissing(table, id ?? Object.values(key).join(','))
    const fixed: Row = id === undefined ? key : { [table.idColumn]: id }
    return { row: createRow(call, table, body, fixed), created: true }
  }
  if (conditions.ifNoneMatch === '*') throw rowPresent()
  demandVersion(row, conditions.ifMatch)
  if (table.readOnly) throw verbRefused('PATCH')
  const given = readBody(call.organization, table, body, 'update')
  changeValues(call, table, row, given)
  return { row: rowAt(call, table, id), created: false }
}

/** Changes columns the way a client does: with the table's own behaviour, and as a layer above a managed row. */
export function changeValues(call: OrganizationCall, table: Table, row: Row, given: Row) {
  const id = String(row[table.idColumn])
  const values = behaviourOf(table).change?.(call, row, given) ?? given
  coverManaged(call, table, row, values)
  changeRow(call, table, id, values)
  behaviourOf(table).changed?.(call, rowAt(call, table, id))
}

/** Removes a row. */
export function deleteRow(call: OrganizationCall, { table, id, row }: Addressed, ifMatch: string | null) {
  if (table.readOnly) throw verbRefused('DELETE')
  if (row === undefined || id === undefined) throw rowMissing(table, id ?? '')
  demandVersion(row, ifMatch)
  if (row.ismanaged === true && table.component !== undefined) {
    throw new EmulatedFailure(
      400,
      '0x8004f01f',
      `The '${table.name}' with id ${id} belongs to a managed solution and goes only with it.`,
    )
  }
  refuseWhenNeeded(call, table, id)
  discardRow(call, table, row)
}

/**
 * Refuses to remove a component that others need.
 *
 * Source: text and code are from public threads.
 */
function refuseWhenNeeded({ organization }: OrganizationCall, table: Table, id: string) {
  const { length } = dependentsOf(organization, { table: table.name, row: id }, new Set([id]))
  if (length === 0) return
  throw new EmulatedFailure(
    400,
    '0x8004f01f',
    `The ${table.name}(${id}) component cannot be deleted because it is referenced by ${length} other components. For a list of referenced components, use the RetrieveDependenciesForDeleteRequest.`,
  )
}

/** Removes a row with what goes with it, managed or not. */
export function discardRow(call: OrganizationCall, table: Table, row: Row) {
  if (behaviourOf(table).remove?.(call, row) === 'kept') return
  removeRow(call, table, String(row[table.idColumn]))
}

/**
 * Refuses a write whose `If-Match` is not the row's version.
 *
 * @param ifMatch nothing or `*` takes any version.
 */
export function demandVersion(row: Row, ifMatch: string | null) {
  if (ifMatch === null || ifMatch === '*') return
  if (ifMatch !== etagOf(row)) throw versionFailure()
}

function demandUnique({ organization }: OrganizationCall, table: Table, values: Row) {
  const id = values[table.idColumn]
  if (typeof id === 'string' && findRow(organization, table.name, id) !== undefined) throw rowPresent()
  for (const key of table.keys) {
    const value = values[key]
    if (typeof value === 'string' && rowWhere(organization, table.name, key, value) !== undefined) throw rowPresent()
  }
}

/** Columns whose change by hand lies above what the solution brings. State, owner and bindings are not among them. */
const layered = new Set([
  'name',
  'description',
  'clientdata',
  'displayname',
  'openapidefinition',
  'connectionparameters',
  'defaultvalue',
])

function coverManaged(call: OrganizationCall, table: Table, row: Row, values: Row) {
  if (row.ismanaged !== true || table.component === undefined) return
  const changed = Object.entries(values).filter(([column, value]) => layered.has(column) && value !== row[column])
  if (changed.length === 0) return
  const id = String(row[table.idColumn])
  const { unmanagedLayers } = call.organization
  const before = unmanagedLayers[id]
  const layer: Record<string, ColumnValue> = { ...before, ...Object.fromEntries(changed) }
  unmanagedLayers[id] = layer
  call.undo.push(() => {
    if (before === undefined) delete unmanagedLayers[id]
    else unmanagedLayers[id] = before
  })
}

function rowAt({ organization }: OrganizationCall, table: Table, id: string): Row {
  const row = findRow(organization, table.name, id)
  if (row === undefined) throw new Error(`The row ${id} of ${table.name} was just written and is gone.`)
  return row
}
