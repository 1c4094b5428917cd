import { connectorCallOf } from '../definition/connector-call.ts'
import type {
  ActionBranch,
  ActionMap,
  FlowAction,
  FlowTrigger,
  WorkflowDefinition,
} from '../definition/workflow-definition.ts'
import { isJsonObject } from '../json/json-object.ts'
import { apiIdPrefix } from './normalise-connection-references.ts'

/** Names of connectors (`shared_x`), old and new. */
type Names = ReadonlyMap<string, string>

/**
 * The definition with calls of connectors under other names, by old and new name (`shared_x`). Custom connectors have
 * another name in every environment. Calls that spell out their request name no connector and stay. The given definition
 * is not changed.
 */
export function retargetDefinition(definition: WorkflowDefinition, names: Names): WorkflowDefinition {
  if (names.size === 0) return definition
  const { triggers, actions } = definition
  return {
    ...definition,
    ...(triggers === undefined ? {} : { triggers: mapValues(triggers, (trigger) => retargetCall(trigger, names)) }),
    ...(actions === undefined ? {} : { actions: retargetActions(actions, names) }),
  }
}

function retargetActions(actions: ActionMap, names: Names): ActionMap {
  return mapValues(actions, (action) => retargetAction(action, names))
}

function retargetAction(action: FlowAction, names: Names): FlowAction {
  const { actions, else: otherwise, default: fallback, cases } = action
  const branch = <B extends ActionBranch>(held: B): B =>
    held.actions === undefined ? held : { ...held, actions: retargetActions(held.actions, names) }
  return {
    ...retargetCall(action, names),
    ...(actions === undefined ? {} : { actions: retargetActions(actions, names) }),
    ...(otherwise === undefined ? {} : { else: branch(otherwise) }),
    ...(fallback === undefined ? {} : { default: branch(fallback) }),
    ...(cases === undefined ? {} : { cases: mapValues(cases, branch) }),
  }
}

function retargetCall<C extends FlowAction | FlowTrigger>(caller: C, names: Names): C {
  const call = connectorCallOf(caller)
  const name = call?.form === 'operation' && call.apiName !== undefined ? names.get(call.apiName) : undefined
  if (name === undefined || !isJsonObject(caller.inputs) || !isJsonObject(caller.inputs.host)) return caller
  const host = { ...caller.inputs.host, apiId: `${apiIdPrefix}${name}` }
  return { ...caller, inputs: { ...caller.inputs, host } }
}

function mapValues<V>(object: { readonly [key: string]: V }, change: (value: V) => V): { readonly [key: string]: V } {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]))
}
