import type { JsonNode } from '@sevenstep/located-json'
import { type CallExpression, callsIn, type ExpressionTemplate } from '../expressions/expression.ts'
import { mayHoldExpressions, parseTemplate } from '../expressions/parse-template.ts'
import type { PackageFlow } from '../model/flow-package.ts'
import { Siblings } from './siblings.ts'

/** An action of a flow with the node it stands at. */
export interface PlacedAction {
  readonly name: string
  readonly node: JsonNode
  /** Empty when the action does not say. */
  readonly type: string
  /** The object that holds it beside its siblings. */
  readonly container: JsonNode
  /** 1 for actions of the flow itself. */
  readonly depth: number
  readonly parent: PlacedAction | undefined
}

/** A text of a flow that may hold expressions, read. */
export interface PlacedExpression {
  readonly node: JsonNode
  /** True when the expressions stand in the member's key. */
  readonly isKey: boolean
  readonly text: string
  readonly template: ExpressionTemplate
  /** Every call in it, outer before inner. */
  readonly calls: readonly CallExpression[]
  /** Whose part it is: the innermost action or the trigger around it; neither for outputs and parameters. */
  readonly action: PlacedAction | undefined
  readonly isInTrigger: boolean
}

/** A flow with the places of everything rules look at. */
export interface PlacedFlow {
  readonly flow: PackageFlow
  /** The definition; nothing when there is none or it is no object. */
  readonly definition: JsonNode | undefined
  readonly triggers: readonly JsonNode[]
  /** Holders before what they hold. */
  readonly actions: readonly PlacedAction[]
  /** By name in lower case, as references are compared; the first one of a name. */
  readonly byName: ReadonlyMap<string, PlacedAction>
  readonly expressions: readonly PlacedExpression[]
  /** Which of the actions beside them actions name. */
  readonly siblings: Siblings
}

/** Finds the parts of a flow in its file. Takes any shape: what is no object is passed over. */
export function placeFlow(flow: PackageFlow): PlacedFlow {
  const definition = nodeAt(flow.file.json.root, flow.definitionPointer)
  const triggers = membersOf(definition?.member('triggers')).filter(({ kind }) => kind === 'object')
  const actions = placeActions(definition)
  const byName = new Map<string, PlacedAction>()
  for (const action of actions) {
    const key = action.name.toLowerCase()
    if (!byName.has(key)) byName.set(key, action)
  }
  const expressions = placeExpressions(definition, triggers, actions)
  return { flow, definition, triggers, actions, byName, expressions, siblings: new Siblings() }
}

/** The members of an object; nothing for anything else. */
export function membersOf(node: JsonNode | undefined): readonly JsonNode[] {
  return node?.kind === 'object' ? node.children : []
}

function nodeAt(root: JsonNode | undefined, pointer: string): JsonNode | undefined {
  const node = root?.find(...pointer.split('/').slice(1))
  return node?.kind === 'object' ? node : undefined
}

function placeActions(definition: JsonNode | undefined): readonly PlacedAction[] {
  const placed: PlacedAction[] = []
  const open = inside(definition?.member('actions'), undefined).reverse()
  for (let action = open.pop(); action !== undefined; action = open.pop()) {
    placed.push(action)
    const children = containersOf(action.node).flatMap((container) => inside(container, action))
    for (let at = children.length - 1; at >= 0; at--) {
      const child = children[at]
      if (child !== undefined) open.push(child)
    }
  }
  return placed
}

/** The objects in which an action may hold others, by branch. */
function containersOf(node: JsonNode): readonly JsonNode[] {
  const cases = membersOf(node.member('cases')).map((branch) => branch.member('actions'))
  const rest = [node.member('default')?.member('actions')]
  return [node.member('actions'), node.member('else')?.member('actions'), ...cases, ...rest].flatMap((container) =>
    container?.kind === 'object' ? [container] : [],
  )
}

function inside(container: JsonNode | undefined, parent: PlacedAction | undefined): PlacedAction[] {
  if (container?.kind !== 'object') return []
  const depth = (parent?.depth ?? 0) + 1
  return container.children.flatMap((node) =>
    node.kind === 'object' && node.key !== undefined
      ? [{ name: node.key, node, type: node.text('type') ?? '', container, depth, parent }]
      : [],
  )
}

function placeExpressions(
  definition: JsonNode | undefined,
  triggers: readonly JsonNode[],
  actions: readonly PlacedAction[],
): readonly PlacedExpression[] {
  if (definition === undefined) return []
  const actionAt = new Map(actions.map((action) => [action.node, action]))
  const triggerNodes = new Set(triggers)
  const found: PlacedExpression[] = []
  // Calls within calls, as deep as the reader lets values stand in one another: a list of what is open would hold an
  // object for every value of the flow.
  const visit = (node: JsonNode, outer: PlacedAction | undefined, isInside: boolean): void => {
    const action = actionAt.get(node) ?? outer
    const isInTrigger = isInside || triggerNodes.has(node)
    if (node.key?.includes('@{')) {
      found.push({ node, isKey: true, text: node.key, ...readTemplate(node.key), action, isInTrigger })
    }
    if (typeof node.value === 'string' && mayHoldExpressions(node.value)) {
      found.push({ node, isKey: false, text: node.value, ...readTemplate(node.value), action, isInTrigger })
    }
    if (node.children.length === 0) return
    const isOfStep = actionAt.has(node) || triggerNodes.has(node)
    for (const child of node.children) {
      // What describes a thing to people or to the designer is no part of what runs.
      if (!isForPeople(child, isOfStep)) visit(child, action, isInTrigger)
    }
  }
  for (const key of ['triggers', 'actions', 'outputs']) {
    const node = definition.member(key)
    if (node !== undefined) visit(node, undefined, false)
  }
  return found
}

function readTemplate(text: string): Pick<PlacedExpression, 'template' | 'calls'> {
  const template = parseTemplate(text)
  const [only, ...others] = template.parts
  // Most are one expression and nothing else.
  if (only?.kind === 'expression' && others.length === 0) return { template, calls: callsIn(only.expression) }
  const calls = template.parts.flatMap((part) => (part.kind === 'expression' ? callsIn(part.expression) : []))
  return { template, calls }
}

function isForPeople(node: JsonNode, isOfStep: boolean): boolean {
  return isOfStep && (node.key === 'description' || node.key === 'metadata')
}
