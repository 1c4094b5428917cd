import type { JsonNode } from '@sevenstep/located-json'
import type { PlacedAction, PlacedExpression, PlacedFlow } from '../../checks/placed-flow.ts'
import { type CheckContext, defineRuleFamily } from '../../checks/rule-family.ts'
import { nameIn } from '../expressions/action-references.ts'

const sources = ['variables']
const refused = 'The service refuses to save the flow.'

/** Whether steps that make and change variables are where, and of the kind, that the service takes. */
export const variableSteps = defineRuleFamily({
  id: 'variable-steps',
  group: 'Definition',
  rules: {
    'flow-variable-place': {
      title: 'Variables are initialised at the top of the flow.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: '"{name}" initialises a variable inside "{holder}".',
          why: `Variables belong to the whole flow and cannot be made in scopes, conditions or loops. ${refused}`,
          fix: 'Move the step to the top, before "{top}"; set the value where it is now.',
        },
      },
    },
    'flow-variable-self': {
      title: 'A variable is not set from itself.',
      setting: 'error',
      sources: ['error-reference', 'variables'],
      messages: {
        found: {
          what: '"{step}" sets the variable "{name}" from itself.',
          why: 'The service refuses to save the flow: a self reference is not supported when a variable is updated.',
          fix: 'Use "Append to string variable", "Append to array variable" or "Increment variable", or compose the value first.',
        },
      },
    },
    'flow-variable-type': {
      title: 'A variable has one of the six types.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: 'The variable "{name}" is of the type "{type}", which there is not.',
          why: refused,
          fix: 'Use boolean, integer, float, string, object or array.',
        },
      },
    },
    'flow-variable-operation': {
      title: 'Variables are counted, and added to, as their types allow.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: '"{step}" ({kind}) changes the variable "{name}", which is of the type {type}.',
          why: `That takes a variable of the type {needed}. ${refused}`,
          fix: 'Choose another variable, or give this one the type {needed} where it is initialised.',
        },
      },
    },
  },
  check(context) {
    for (const flow of context.subject.flows) {
      const types = typesOf(flow)
      for (const action of flow.actions) {
        if (action.type === 'InitializeVariable') checkInitialising(action, context)
        else checkOperation(action, types, context)
      }
      for (const expression of flow.expressions) checkSelf(expression, context)
    }
  },
})

const known = new Set(['boolean', 'integer', 'float', 'string', 'object', 'array'])

/** The types of variables by name in lower case; of a variable that is made twice, the first. */
function typesOf({ actions }: PlacedFlow): ReadonlyMap<string, string> {
  const types = new Map<string, string>()
  for (const { type, node } of actions) {
    if (type !== 'InitializeVariable') continue
    for (const item of node.find('inputs', 'variables')?.children ?? []) {
      const name = item.text('name')?.toLowerCase()
      const kind = item.text('type')?.toLowerCase()
      if (name !== undefined && kind !== undefined && !types.has(name)) types.set(name, kind)
    }
  }
  return types
}

function checkInitialising({ name, node, parent }: PlacedAction, { report }: CheckContext): void {
  if (parent !== undefined) {
    let top = parent
    while (top.parent !== undefined) top = top.parent
    report('flow-variable-place', node, { onKey: true, data: { name, holder: parent.name, top: top.name } })
  }
  for (const item of node.find('inputs', 'variables')?.children ?? []) {
    const type = item.member('type')
    if (typeof type?.value !== 'string' || type.value.includes('@') || known.has(type.value.toLowerCase())) continue
    report('flow-variable-type', type, { data: { name: item.text('name') ?? '', type: type.value } })
  }
}

const needs: Readonly<Record<string, readonly string[]>> = {
  IncrementVariable: ['integer', 'float'],
  DecrementVariable: ['integer', 'float'],
  AppendToStringVariable: ['string'],
  AppendToArrayVariable: ['array'],
}

function checkOperation(
  { name: step, node, type: kind }: PlacedAction,
  types: ReadonlyMap<string, string>,
  { report }: CheckContext,
): void {
  const needed = Object.hasOwn(needs, kind) ? needs[kind] : undefined
  const named: JsonNode | undefined = node.find('inputs', 'name')
  if (needed === undefined || typeof named?.value !== 'string') return
  const type = types.get(named.value.toLowerCase())
  // A type there is not is said where the variable is made.
  if (type === undefined || !known.has(type) || needed.includes(type)) return
  report('flow-variable-operation', named, {
    data: { step, kind, name: named.value, type, needed: needed.join(' or ') },
  })
}

function checkSelf({ node, isKey: onKey, calls, action }: PlacedExpression, { report }: CheckContext): void {
  if (action?.type !== 'SetVariable') return
  const name = action.node.find('inputs', 'name')?.value
  if (typeof name !== 'string') return
  const isSelf = calls.some(
    (call) => call.name.toLowerCase() === 'variables' && nameIn(call)?.toLowerCase() === name.toLowerCase(),
  )
  if (isSelf) report('flow-variable-self', node, { onKey, data: { step: action.name, name } })
}
