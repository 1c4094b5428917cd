import { type WorkflowDefinition, walkActions } from '@sevenstep/flow-templates'
import { isList, isObject, type Json, type JsonObject } from '../model/content.ts'
import type { ResolveContext } from './resolve-context.ts'

/** Ids and names of the flows that a definition calls. */
export function calledFlows(definition: JsonObject): string[] {
  const called: string[] = []
  // Walking takes any shape; what is no action is passed over.
  for (const { action } of walkActions(definition as WorkflowDefinition)) {
    if (action.type !== 'Workflow' || !isObject(action.inputs)) continue
    const host = isObject(action.inputs.host) ? action.inputs.host : {}
    const name = host.workflowReferenceName
    if (typeof name === 'string' && name !== '') called.push(name)
  }
  return called
}

/** The definition with calls of flows of this description by the ids they have here. */
export function childFlowsByName(definition: JsonObject, { materials, ids }: ResolveContext): JsonObject {
  const { flows = [], packages = [] } = materials.description
  const names = new Map([...flows, ...packages].map(({ name }) => [name, ids.flow(name)]))
  if (!calledFlows(definition).some((called) => names.has(called))) return definition
  const replaced = replace(definition, names)
  return isObject(replaced) ? replaced : definition
}

function replace(value: Json, names: ReadonlyMap<string, string>): Json {
  if (isList(value)) return value.map((one) => replace(one, names))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      const id = key === 'workflowReferenceName' && typeof one === 'string' ? names.get(one) : undefined
      return [key, id ?? replace(one, names)]
    }),
  )
}
