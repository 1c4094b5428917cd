import {
  connectionReferenceTable,
  connectorTable,
  environmentVariableDefinitionTable,
  environmentVariableValueTable,
  publisherTable,
  solutionComponentTable,
  solutionTable,
  workflowTable,
} from './component-tables.ts'
import {
  asyncOperationTable,
  businessUnitTable,
  importJobTable,
  organizationTable,
  roleTable,
  systemUserTable,
} from './system-tables.ts'
import type { Column, Table } from './table.ts'

/** Every table that the emulated Dataverse has. */
export const allTables: readonly Table[] = [
  workflowTable,
  connectionReferenceTable,
  environmentVariableDefinitionTable,
  environmentVariableValueTable,
  connectorTable,
  solutionTable,
  publisherTable,
  solutionComponentTable,
  systemUserTable,
  roleTable,
  businessUnitTable,
  organizationTable,
  asyncOperationTable,
  importJobTable,
]

const byName = new Map(allTables.map((table) => [table.name, table]))
const bySet = new Map(allTables.map((table) => [table.set, table]))

/** The table with a logical name, which the caller knows to exist. */
export function tableNamed(name: string): Table {
  const table = byName.get(name)
  if (table === undefined) throw new Error(`There is no table '${name}'.`)
  return table
}

/** The table with a logical name, where there is one. */
export function findTable(name: string): Table | undefined {
  return byName.get(name)
}

/** The table that an address names. */
export function findSet(set: string): Table | undefined {
  return bySet.get(set)
}

/** The lookup that a single-valued navigation property stands for. */
export function lookupBehind(
  table: Table,
  navigation: string,
): { readonly name: string; readonly column: Column } | undefined {
  for (const [name, column] of Object.entries(table.columns)) {
    if (column.kind === 'lookup' && (column.navigation ?? name) === navigation) return { name, column }
  }
  return undefined
}

/** A column as queries and bodies name it: itself, or the lookup behind `_name_value`. */
export function columnNamed(
  table: Table,
  name: string,
): { readonly name: string; readonly column: Column } | undefined {
  const bare = /^_(\w+)_value$/.exec(name)?.[1]
  const column = Object.hasOwn(table.columns, bare ?? name) ? table.columns[bare ?? name] : undefined
  if (column === undefined || (bare !== undefined && column.kind !== 'lookup')) return undefined
  return { name: bare ?? name, column }
}
