import type { OrganizationCall } from '../rows/organization-call.ts'
import { changeRow, removeRow, rowsOf, rowWhere } from '../rows/row-store.ts'
import { solutionTable } from '../tables/component-tables.ts'
import { keepClaims } from './component-writer.ts'
import { holdingName } from './judge-solution.ts'
import { SolutionFailure } from './solution-failure.ts'
import { isHeldOnlyBy, removeComponents } from './uninstall.ts'

/**
 * Puts a holding solution in the place of the installed version: what the new version no longer brings is removed, the
 * old version's row and its patches go, and the holding solution takes the name.
 *
 * @returns the id of the solution.
 * @throws SolutionFailure where one of the two is not there.
 */
export function promoteSolution(call: OrganizationCall, uniqueName: string): string {
  const { organization } = call
  const base = rowWhere(organization, 'solution', 'uniquename', uniqueName)
  const holding = rowWhere(organization, 'solution', 'uniquename', holdingName(uniqueName))
  if (base === undefined || holding === undefined) {
    const name = base === undefined ? uniqueName : holdingName(uniqueName)
    throw new SolutionFailure('0x80040217', `The solution '${name}' does not exist, so nothing can be promoted.`)
  }
  const patches = rowsOf(organization, 'solution').filter((row) => row.parentsolutionid === base.solutionid)
  for (const old of [...patches, base]) {
    const id = String(old.solutionid)
    const going = organization.claims.filter(
      (claim) => claim.solution === id && isHeldOnlyBy(organization, claim.row, id),
    )
    keepClaims(call, (claim) => claim.solution !== id)
    removeComponents(call, going)
    removeRow(call, solutionTable, id)
  }
  const id = String(holding.solutionid)
  changeRow(call, solutionTable, id, { uniquename: uniqueName, installedon: base.installedon ?? null })
  return id
}
