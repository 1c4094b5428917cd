import { behaviourOf } from '../behaviours/behaviour-of.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import { changeRow, findRow, insertRow } from '../rows/row-store.ts'
import type { ColumnValue, Row } from '../state.ts'
import type { Table } from '../tables/table.ts'

/** Into which solution components are written, and how. */
export interface ComponentTarget {
  readonly solution: string
  readonly managed: boolean
  /** Whether changes made by hand give way to what the solution brings. */
  readonly overwriteUnmanaged: boolean
}

/**
 * Writes one component of a solution: makes its row or brings it up to date, and claims it for the solution.
 *
 * @param existing the row that is there already.
 * @returns the row's id.
 */
export function writeComponent(
  call: OrganizationCall,
  table: Table,
  existing: Row | undefined,
  values: Row,
  target: ComponentTarget,
): string {
  const marks = { ismanaged: target.managed, solutionid: target.solution }
  const id = existing === undefined ? insertComponent(call, table, values) : String(existing[table.idColumn])
  if (existing === undefined) {
    changeRow(call, table, id, marks)
  } else {
    // A row that solution and hand share stays managed once it was.
    const stays = existing.ismanaged === true && !target.managed
    changeRow(call, table, id, { ...uncovered(call, id, values, target), ...(stays ? {} : marks) })
    behaviourOf(table).changed?.(call, rowAt(call, table, id))
  }
  claim(call, table, id, target.solution)
  return id
}

/** Notes that a row belongs to a solution. */
export function claim({ organization, undo }: OrganizationCall, { name }: Table, row: string, solution: string) {
  const before = organization.claims
  if (before.some((one) => one.solution === solution && one.row === row && one.table === name)) return
  organization.claims = [...before, { solution, table: name, row }]
  undo.push(() => {
    organization.claims = before
  })
}

/** Takes claims away. */
export function keepClaims(
  { organization, undo }: OrganizationCall,
  keep: (claim: { solution: string; row: string }) => boolean,
) {
  const before = organization.claims
  organization.claims = before.filter(keep)
  undo.push(() => {
    organization.claims = before
  })
}

function insertComponent(call: OrganizationCall, table: Table, values: Row): string {
  const completed = behaviourOf(table).create?.(call, values) ?? values
  const id = insertRow(call, table, completed)
  behaviourOf(table).created?.(call, rowAt(call, table, id))
  return id
}

function uncovered(
  { organization, undo }: OrganizationCall,
  id: string,
  values: Row,
  { overwriteUnmanaged }: ComponentTarget,
) {
  const layer = organization.unmanagedLayers[id]
  if (layer === undefined) return values
  if (overwriteUnmanaged) {
    delete organization.unmanagedLayers[id]
    undo.push(() => {
      organization.unmanagedLayers[id] = layer
    })
    return values
  }
  return Object.fromEntries(Object.entries(values).filter(([column]): boolean => !(column in layer))) as Record<
    string,
    ColumnValue
  >
}

function rowAt({ organization }: OrganizationCall, table: Table, id: string): Row {
  const row = findRow(organization, table.name, id)
  if (row === undefined) throw new Error(`The row ${id} of ${table.name} was just written and is gone.`)
  return row
}
