import { escapePointerStep } from '@sevenstep/located-json'
import { isJsonObject } from '../json/json-object.ts'
import type { FlowAction, FlowTrigger, WorkflowDefinition } from './workflow-definition.ts'

/** An action where it stands. */
export interface WalkedAction {
  readonly name: string
  readonly action: FlowAction
  /** JSON pointer from the definition; put the flow's `definitionPointer` before it for one into its file. */
  readonly pointer: string
  /** Pointer of the object that holds the action beside its siblings: those are the actions `runAfter` may name. */
  readonly container: string
  /** 1 for actions of the flow itself, one more inside each action that holds others. */
  readonly depth: number
  /** The action that holds this one. */
  readonly parent?: WalkedAction
  /** Which part of the parent this one is in: `actions`, `else`, `default`, or the name of a case. */
  readonly branch: string
  /** True when `branch` is the name of a case, which may be `else` too. */
  readonly isCase: boolean
}

/** A trigger where it stands. */
export interface WalkedTrigger {
  readonly name: string
  readonly trigger: FlowTrigger
  /** JSON pointer from the definition. */
  readonly pointer: string
}

/**
 * All actions of a definition, each before those inside it, in the order of the file. Takes any depth and any shape:
 * what is no object is passed over.
 */
export function* walkActions(definition: WorkflowDefinition): Generator<WalkedAction, void, undefined> {
  const open: WalkedAction[] = [...inside(definition.actions, '/actions', 'actions', false)].reverse()
  for (let walked = open.pop(); walked !== undefined; walked = open.pop()) {
    yield walked
    const children = [...childrenOf(walked)]
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at]
      if (child !== undefined) open.push(child)
    }
  }
}

/** All triggers of a definition; a flow has one as a rule. */
export function* walkTriggers(definition: WorkflowDefinition): Generator<WalkedTrigger, void, undefined> {
  if (!isJsonObject(definition.triggers)) return
  for (const [name, trigger] of Object.entries(definition.triggers)) {
    // Objects only reach here; that `type` is a text is what the definition's own type promises.
    if (isJsonObject(trigger))
      yield { name, trigger: trigger as FlowTrigger, pointer: `/triggers/${escapePointerStep(name)}` }
  }
}

function* childrenOf(parent: WalkedAction): Generator<WalkedAction> {
  const { action, pointer } = parent
  yield* inside(action.actions, `${pointer}/actions`, 'actions', false, parent)
  yield* inside(branchOf(action.else), `${pointer}/else/actions`, 'else', false, parent)
  if (isJsonObject(action.cases)) {
    for (const [name, branch] of Object.entries(action.cases)) {
      yield* inside(branchOf(branch), `${pointer}/cases/${escapePointerStep(name)}/actions`, name, true, parent)
    }
  }
  yield* inside(branchOf(action.default), `${pointer}/default/actions`, 'default', false, parent)
}

function branchOf(branch: unknown): unknown {
  return isJsonObject(branch) ? branch.actions : undefined
}

function* inside(
  actions: unknown,
  container: string,
  branch: string,
  isCase: boolean,
  parent?: WalkedAction,
): Generator<WalkedAction> {
  if (!isJsonObject(actions)) return
  const depth = parent === undefined ? 1 : parent.depth + 1
  for (const [name, action] of Object.entries(actions)) {
    if (!isJsonObject(action)) continue
    const place = { pointer: `${container}/${escapePointerStep(name)}`, container, depth, branch, isCase }
    // As with triggers: an object, whose `type` the definition's own type promises.
    yield { name, action: action as FlowAction, ...place, ...(parent === undefined ? {} : { parent }) }
  }
}
