import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { off } from '../flows/flow-behaviour.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import { changeRow, findRow, removeRow, rowsOf } from '../rows/row-store.ts'
import { discardRow } from '../rows/write-row.ts'
import type { ComponentClaim, DataverseState, Row } from '../state.ts'
import { tableNamed } from '../tables/all-tables.ts'
import { solutionTable, workflowTable } from '../tables/component-tables.ts'
import { keepClaims } from './component-writer.ts'
import { type Dependency, dependentsOf } from './dependents.ts'

/** The order in which parts go: first what needs others. */
const order = [
  'workflow',
  'environmentvariablevalue',
  'environmentvariabledefinition',
  'connectionreference',
  'connector',
]

/**
 * Takes a solution's claims away and removes the rows that no other solution holds; rows of an unmanaged solution stay.
 * The solution's own row is left to the caller.
 *
 * @throws EmulatedFailure where something outside needs a row that would go.
 */
export function uninstall(call: OrganizationCall, solution: Row) {
  const id = String(solution.solutionid)
  const { organization } = call
  if (['Active', 'Default'].includes(String(solution.uniquename))) {
    throw new EmulatedFailure(400, '0x8004f01f', `The solution '${String(solution.uniquename)}' cannot be deleted.`)
  }
  for (const patch of rowsOf(organization, 'solution').filter((row) => row.parentsolutionid === id)) {
    uninstall(call, patch)
    removeRow(call, solutionTable, String(patch.solutionid))
  }
  const own = organization.claims.filter((claim) => claim.solution === id)
  const going = solution.ismanaged === true ? own.filter(({ row }) => isHeldOnlyBy(organization, row, id)) : []
  refuseWhenNeeded(organization, going)
  keepClaims(call, (claim) => claim.solution !== id)
  removeComponents(call, going)
}

/** Removes rows whose last claim went, flows first and turned off before. */
export function removeComponents(call: OrganizationCall, going: readonly ComponentClaim[]) {
  for (const name of order) {
    const table = tableNamed(name)
    for (const { row: rowId } of going.filter((claim) => claim.table === name)) {
      const row = findRow(call.organization, name, rowId)
      if (row === undefined) continue
      if (name === 'workflow') changeRow(call, workflowTable, rowId, off)
      discardRow(call, table, findRow(call.organization, name, rowId) ?? row)
      forgetLayer(call, rowId)
    }
  }
}

/** Whether no other solution claims a row. */
export function isHeldOnlyBy({ claims }: DataverseState, row: string, solution: string): boolean {
  return !claims.some((claim) => claim.row === row && claim.solution !== solution)
}

function forgetLayer({ organization, undo }: OrganizationCall, id: string) {
  const layer = organization.unmanagedLayers[id]
  if (layer === undefined) return
  delete organization.unmanagedLayers[id]
  undo.push(() => {
    organization.unmanagedLayers[id] = layer
  })
}

function refuseWhenNeeded(organization: DataverseState, going: readonly ComponentClaim[]) {
  const ids = new Set(going.map(({ row }) => row))
  const needs = going.flatMap((claim) => dependentsOf(organization, claim, ids)).map(inWords)
  const [first] = needs
  if (first === undefined) return
  throw new EmulatedFailure(
    400,
    '0x8004f01f',
    `Solution dependencies exist, cannot uninstall. DependencyCount : ${needs.length} ${needs.join(' ')}`,
  )
}

function inWords({ needed, dependent }: Dependency): string {
  return `RequiredComponentObject details: Type: ${needed.type}, ObjectName: ${needed.name}, Id: ${needed.id}, DependentComponentObject details: Type: ${dependent.type}, ObjectName: ${dependent.name}, Id: ${dependent.id}`
}
