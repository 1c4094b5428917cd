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
  const open: WalkedAction[] = []
  addInside(open, definition.actions, { container: '/actions', branch: 'actions', isCase: false })
  open.reverse()
  for (let walked = open.pop(); walked !== undefined; walked = open.pop()) {
    yield walked
    const children = childrenOf(walked)
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

function childrenOf(parent: WalkedAction): readonly WalkedAction[] {
  const { action, pointer } = parent
  const children: WalkedAction[] = []
  addInside(children, action.actions, { container: `${pointer}/actions`, branch: 'actions', isCase: false }, parent)
  const otherwise = { container: `${pointer}/else/actions`, branch: 'else', isCase: false }
  addInside(children, branchOf(action.else), otherwise, parent)
  if (isJsonObject(action.cases)) {
    for (const [name, branch] of Object.entries(action.cases)) {
      const container = `${pointer}/cases/${escapePointerStep(name)}/actions`
      addInside(children, branchOf(branch), { container, branch: name, isCase: true }, parent)
    }
  }
  const rest = { container: `${pointer}/default/actions`, branch: 'default', isCase: false }
  addInside(children, branchOf(action.default), rest, parent)
  return children
}

function branchOf(branch: unknown): unknown {
  return isJsonObject(branch) ? branch.actions : undefined
}

/** Adds the actions of one object; lists and not generators, since this runs over every action there is. */
function addInside(
  list: WalkedAction[],
  actions: unknown,
  { container, branch, isCase }: Pick<WalkedAction, 'container' | 'branch' | 'isCase'>,
  parent?: WalkedAction,
): void {
  if (!isJsonObject(actions)) return
  const depth = parent === undefined ? 1 : parent.depth + 1
  for (const [name, value] of Object.entries(actions)) {
    if (!isJsonObject(value)) continue
    const pointer = `${container}/${escapePointerStep(name)}`
    // As with triggers: an object, whose `type` the definition's own type promises.
    const action = value as FlowAction
    list.push(
      parent === undefined
        ? { name, action, pointer, container, depth, branch, isCase }
        : { name, action, pointer, container, depth, branch, isCase, parent },
    )
  }
}
