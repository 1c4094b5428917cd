import { createHash } from 'node:crypto'
import type { DataverseState, Row } from '../state.ts'
import { tableNamed } from '../tables/all-tables.ts'
import { solutionComponentTable } from '../tables/component-tables.ts'
import type { Table } from '../tables/table.ts'
import { rowsOf } from './row-store.ts'

/** The rows of a table; those of `solutioncomponents` are made from what belongs to which solution. */
export function candidateRows(organization: DataverseState, table: Table): readonly Row[] {
  if (table !== solutionComponentTable) return rowsOf(organization, table.name)
  return organization.claims.map(({ solution, table: name, row }) => {
    const hex = createHash('sha256').update(`${solution} ${row}`).digest('hex')
    const id = [
      hex.slice(0, 8),
      hex.slice(8, 12),
      `4${hex.slice(13, 16)}`,
      `8${hex.slice(17, 20)}`,
      hex.slice(20, 32),
    ].join('-')
    const of = organization.tables[name]?.[row]
    return {
      solutioncomponentid: id,
      componenttype: tableNamed(name).component ?? 0,
      objectid: row,
      rootcomponentbehavior: 0,
      solutionid: solution,
      createdon: of?.createdon ?? null,
      modifiedon: of?.modifiedon ?? null,
      versionnumber: of?.versionnumber ?? 1,
    }
  })
}
