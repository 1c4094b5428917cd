import { normaliseConnectionReferences } from '@sevenstep/flow-templates'
import { calledFlows, variablesOf } from '../flows/definition-refusals.ts'
import { clientDataOf } from '../flows/flow-activation.ts'
import { findRow, rowsOf } from '../rows/row-store.ts'
import type { DataverseState, Row } from '../state.ts'

/** A component as messages name it. */
interface NamedComponent {
  readonly type: string
  readonly name: string
  readonly id: string
}

/** One component that needs another. */
export interface Dependency {
  readonly needed: NamedComponent
  readonly dependent: NamedComponent
}

/**
 * What needs a component: references need their connector; flows need the references, variables and flows that they use.
 *
 * @param going ids of rows that go with it and therefore do not count.
 */
export function dependentsOf(
  organization: DataverseState,
  { table, row }: { readonly table: string; readonly row: string },
  going: ReadonlySet<string>,
): readonly Dependency[] {
  const needed = findRow(organization, table, row)
  const uses = needed === undefined ? undefined : usersOf(table, needed)
  if (needed === undefined || uses === undefined) return []
  return rowsOf(organization, uses.table)
    .filter((one) => !going.has(String(one[`${uses.table}id`])) && uses.test(one))
    .map((one) => ({ needed: named(table, needed), dependent: named(uses.table, one) }))
}

interface Users {
  readonly table: 'connectionreference' | 'workflow'
  readonly test: (row: Row) => boolean
}

function usersOf(table: string, needed: Row): Users | undefined {
  switch (table) {
    case 'connector':
      return { table: 'connectionreference', test: (row) => row.customconnectorid === needed.connectorid }
    case 'connectionreference':
      return {
        table: 'workflow',
        test: (row) => referencesOf(row).includes(lower(needed.connectionreferencelogicalname)),
      }
    case 'environmentvariabledefinition':
      return { table: 'workflow', test: (row) => namesOf(row).includes(lower(needed.schemaname)) }
    case 'workflow':
      return {
        table: 'workflow',
        test: (row) => calledFlows(clientDataOf(row)?.definition ?? {}).includes(lower(needed.workflowid)),
      }
    default:
      return undefined
  }
}

function referencesOf(flow: Row): readonly string[] {
  return normaliseConnectionReferences(clientDataOf(flow)?.connectionReferences).map(({ logicalName }) =>
    lower(logicalName),
  )
}

function namesOf(flow: Row): readonly string[] {
  return variablesOf(clientDataOf(flow)?.definition?.parameters).map(lower)
}

function lower(text: unknown): string {
  return String(text ?? '').toLowerCase()
}

function named(table: string, row: Row): NamedComponent {
  const name = row.connectionreferencelogicalname ?? row.schemaname ?? row.displayname ?? row.name
  return { type: table === 'workflow' ? 'Workflow' : table, name: String(name ?? ''), id: String(row[`${table}id`]) }
}
