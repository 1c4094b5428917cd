import { type WorkflowDefinition, walkActions } from '@sevenstep/flow-templates'
import { findRow, rowsOf, rowWhere } from '../rows/row-store.ts'
import type { DataverseState } from '../state.ts'
import type { ActivationRefusal } from './flow-activation.ts'

type Definition = Readonly<Record<string, unknown>>

/** Set on a flow's row once it was on; not a column of the table, so it is never shown. */
export const publishedMark = 'waspublished'

/**
 * Refuses a flow that reads an environment variable which has neither a value nor a default.
 *
 * Source: the code and its text are from public threads (MicrosoftDocs/power-platform #2099).
 */
export function variableRefusal(
  organization: DataverseState,
  { parameters }: Definition,
): ActivationRefusal | undefined {
  for (const schemaName of variablesOf(parameters)) {
    if (hasValue(organization, schemaName)) continue
    return {
      status: 400,
      code: 'XrmEnvironmentVariableAttributeNotFound',
      message: `Attribute 'value' was not found for environment variable '${schemaName}'.`,
    }
  }
  return undefined
}

/**
 * Refuses a flow that calls one which was never on.
 *
 * Source: the codes and their texts are from public threads (microsoft/coe-starter-kit #2155, #3065).
 */
export function childFlowRefusal(organization: DataverseState, definition: Definition): ActivationRefusal | undefined {
  const details = calledFlows(definition)
    .filter((id) => findRow(organization, 'workflow', id)?.[publishedMark] !== true)
    .map((id) => ({
      code: 'ChildFlowNeverPublished' as const,
      message: `The workflow with id '${id}' cannot be used as a child workflow because it has never been published. Child workflows need to be published at least once before they can be included in a published parent workflow.`,
    }))
  const [first] = details
  if (first === undefined) return undefined
  if (details.length === 1) return { status: 400, ...first }
  const statuses = details.map(() => 'BadRequest').join(',')
  const message = `Multiple errors occurred: '${statuses}'. Please see details.`
  return { status: 400, code: 'MultipleErrorsOccurred', message, details }
}

/** Schema names of the environment variables that a definition's parameters are bound to. */
export function variablesOf(parameters: unknown): readonly string[] {
  return Object.values(Object(parameters)).flatMap((parameter) => {
    const schemaName: unknown = Object(Object(parameter).metadata).schemaName
    return typeof schemaName === 'string' ? schemaName : []
  })
}

function hasValue(organization: DataverseState, schemaName: string): boolean {
  const definition = rowWhere(organization, 'environmentvariabledefinition', 'schemaname', schemaName)
  if (definition === undefined) return false
  const { defaultvalue, environmentvariabledefinitionid: id } = definition
  if (typeof defaultvalue === 'string' && defaultvalue !== '') return true
  return rowsOf(organization, 'environmentvariablevalue').some(
    (row) => row.environmentvariabledefinitionid === id && typeof row.value === 'string' && row.value !== '',
  )
}

/** Ids of the flows that a definition calls, in lower case. */
export function calledFlows(definition: Definition): readonly string[] {
  const called = new Set<string>()
  // Walking takes any shape; what is no action is passed over.
  for (const { action } of walkActions(definition as WorkflowDefinition)) {
    const name: unknown = Object(Object(action.inputs).host).workflowReferenceName
    if (action.type === 'Workflow' && typeof name === 'string' && name !== '') called.add(name.toLowerCase())
  }
  return [...called]
}
