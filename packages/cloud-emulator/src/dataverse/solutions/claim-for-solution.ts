import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import { rowWhere } from '../rows/row-store.ts'
import type { Row } from '../state.ts'
import type { Table } from '../tables/table.ts'
import { claim } from './component-writer.ts'

/**
 * Puts a new component into the solution that `MSCRM.SolutionUniqueName` names.
 *
 * @throws EmulatedFailure where there is no such solution, or it is managed.
 */
export function claimForSolution(call: OrganizationCall, table: Table, row: Row, headers: Headers) {
  const name = headers.get('mscrm.solutionuniquename')
  if (name === null || table.component === undefined) return
  const solution = rowWhere(call.organization, 'solution', 'uniquename', name)
  if (solution === undefined || solution.ismanaged === true) {
    throw new EmulatedFailure(
      400,
      '0x80040203',
      solution === undefined
        ? `The solution '${name}' does not exist.`
        : `The solution '${name}' is managed; nothing can be added to it.`,
    )
  }
  claim(call, table, String(row[table.idColumn]), String(solution.solutionid))
}
