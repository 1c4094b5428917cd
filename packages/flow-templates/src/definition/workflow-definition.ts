import type { JsonValue } from '@sevenstep/located-json'

/**
 * A workflow definition as flows use it (schema 2016-06-01). What these types promise is what `readDefinition` checks:
 * the containers, a `type` on everything, lists of statuses in `runAfter`. What stands in `inputs` depends on the type
 * and is read by `connectorCallOf` and `authenticationOf`. Members not named here are kept.
 */
export interface WorkflowDefinition {
  readonly $schema?: string | null
  readonly contentVersion?: string | null
  readonly description?: string | null
  readonly metadata?: JsonValue
  readonly parameters?: { readonly [name: string]: DefinitionParameter }
  readonly triggers?: { readonly [name: string]: FlowTrigger }
  readonly actions?: ActionMap
  readonly outputs?: JsonValue
  readonly [member: string]: unknown
}

/** A parameter of a definition: `$connections`, `$authentication`, or one bound to an environment variable. */
export interface DefinitionParameter {
  /** `Object`, `SecureObject`, `String`, `SecureString`, `Int`, `Float`, `Bool`, `Array`. */
  readonly type?: string | null
  readonly defaultValue?: JsonValue
  /** Of a parameter bound to an environment variable: its schema name and description. */
  readonly metadata?: JsonValue
  readonly [member: string]: unknown
}

/** Types of triggers met in real flows; others are kept as they are. */
export type KnownTriggerType =
  | 'ApiConnection'
  | 'ApiConnectionNotification'
  | 'ApiConnectionWebhook'
  | 'OpenApiConnection'
  | 'OpenApiConnectionNotification'
  | 'OpenApiConnectionWebhook'
  | 'Recurrence'
  | 'Request'

/** What starts a flow. */
export interface FlowTrigger {
  readonly type: KnownTriggerType | (string & {})
  /** `Button`, `Http`, `PowerAppV2`, `Skills`, `VirtualAgent` and others, for `Request`. */
  readonly kind?: string | null
  readonly inputs?: JsonValue
  readonly description?: string | null
  readonly metadata?: JsonValue
  readonly conditions?: JsonValue
  readonly recurrence?: JsonValue
  /** An expression whose items each start a run. */
  readonly splitOn?: JsonValue
  readonly runtimeConfiguration?: JsonValue
  readonly [member: string]: unknown
}

/** Actions by name. */
export interface ActionMap {
  readonly [name: string]: FlowAction
}

/** Types of actions met in real flows; others are kept as they are. */
export type KnownActionType =
  | 'ApiConnection'
  | 'ApiConnectionNotification'
  | 'ApiConnectionWebhook'
  | 'AppendToArrayVariable'
  | 'AppendToStringVariable'
  | 'Compose'
  | 'DecrementVariable'
  | 'Expression'
  | 'Foreach'
  | 'Http'
  | 'HttpWebhook'
  | 'If'
  | 'IncrementVariable'
  | 'InitializeVariable'
  | 'Join'
  | 'OpenApiConnection'
  | 'OpenApiConnectionNotification'
  | 'OpenApiConnectionWebhook'
  | 'ParseJson'
  | 'Query'
  | 'Response'
  | 'Scope'
  | 'Select'
  | 'SetVariable'
  | 'Switch'
  | 'Table'
  | 'Terminate'
  | 'Until'
  | 'Wait'
  | 'Workflow'

/** How an action that is waited for may have ended. Real files hold other spellings; they are kept. */
export type RunAfterStatus = 'Succeeded' | 'Failed' | 'Skipped' | 'TimedOut' | (string & {})

/** A step of a flow. Members that only some types have are optional here; {@link isAction} narrows. */
export interface FlowAction {
  readonly type: KnownActionType | (string & {})
  /** Actions of the same container that must have ended so. Empty for the first ones. */
  readonly runAfter?: { readonly [action: string]: readonly RunAfterStatus[] }
  readonly inputs?: JsonValue
  readonly kind?: string | null
  readonly description?: string | null
  readonly metadata?: JsonValue
  readonly limit?: JsonValue
  readonly operationOptions?: JsonValue
  readonly runtimeConfiguration?: JsonValue
  readonly trackedProperties?: JsonValue
  /** Of `Scope`, `Foreach`, `Until` and, when the condition holds, `If`. */
  readonly actions?: ActionMap
  /** Of `If`. */
  readonly else?: ActionBranch
  /** Of `Switch`, by the case's name. */
  readonly cases?: { readonly [name: string]: SwitchCase }
  /** Of `Switch`. */
  readonly default?: ActionBranch
  /** The condition of `If` and `Until`, the value `Switch` looks at. */
  readonly expression?: JsonValue
  /** Of `Foreach`: an expression that gives the list. */
  readonly foreach?: JsonValue
  readonly [member: string]: unknown
}

/** A branch that is not the action's own `actions`. */
export interface ActionBranch {
  readonly actions?: ActionMap
  readonly [member: string]: unknown
}

/** One case of a `Switch`. */
export interface SwitchCase extends ActionBranch {
  /** The value that leads here. */
  readonly case?: JsonValue
}

/** Actions that hold others, by their type. */
export interface ActionsByType {
  readonly Scope: FlowAction & { readonly type: 'Scope'; readonly actions: ActionMap }
  readonly Foreach: FlowAction & { readonly type: 'Foreach'; readonly actions: ActionMap; readonly foreach: JsonValue }
  readonly Until: FlowAction & { readonly type: 'Until'; readonly actions: ActionMap; readonly expression: JsonValue }
  readonly If: FlowAction & { readonly type: 'If'; readonly actions: ActionMap; readonly expression: JsonValue }
  readonly Switch: FlowAction & {
    readonly type: 'Switch'
    readonly cases: { readonly [name: string]: SwitchCase }
    readonly expression: JsonValue
  }
}

const needed: Readonly<Record<keyof ActionsByType, readonly string[]>> = {
  Scope: ['actions'],
  Foreach: ['actions', 'foreach'],
  Until: ['actions', 'expression'],
  If: ['actions', 'expression'],
  Switch: ['cases', 'expression'],
}

/** True for an action of that type that has what the type needs; a `Foreach` without its list is not one. */
export function isAction<T extends keyof ActionsByType>(action: FlowAction, type: T): action is ActionsByType[T] {
  return action.type === type && needed[type].every((member) => action[member] !== undefined)
}
