import type { PlacedAction, PlacedExpression, PlacedFlow } from '../../checks/placed-flow.ts'
import { type CheckContext, defineRuleFamily } from '../../checks/rule-family.ts'
import { RunOrder, tooManyToOrder } from '../../checks/run-order.ts'
import { actionFunctions, loopFunctions, triggerFunctions } from '../../data/expression-functions.ts'
import type { CallExpression } from '../../expressions/expression.ts'

const refused = 'The service refuses to save the flow.'

/** Whether the steps that expressions name are there, and have run by then. */
export const actionReferences = defineRuleFamily({
  id: 'action-references',
  group: 'Expressions',
  rules: {
    'expression-action-exists': {
      title: 'Expressions name actions that exist.',
      setting: 'error',
      sources: ['functions', 'workflow-language'],
      messages: {
        found: {
          what: "{call}('{name}') names an action that the flow does not have.",
          why: refused,
          fix: 'Name an existing action; blanks in its name are written as underscores.',
        },
        scope: {
          what: "{call}('{name}') names an action that holds no others.",
          why: 'It gives the results of what a scope or loop holds; the service refuses others.',
          fix: 'Name the scope, or use body or outputs for a single action.',
        },
      },
    },
    'expression-action-order': {
      title: 'Expressions name actions that have run by then.',
      setting: 'error',
      sources: ['functions', 'run-after'],
      messages: {
        later: {
          what: "{call}('{name}') names an action that runs later.",
          why: refused,
          fix: 'Let this step run after "{name}".',
        },
        apart: {
          what: "{call}('{name}') names an action in another branch, which this step does not wait for.",
          why: refused,
          fix: 'Let this step run after "{name}", or after what holds it.',
        },
        around: {
          what: "{call}('{name}') names the step it stands in.",
          why: 'It has no result while it runs; the service refuses to save the flow.',
          fix: "Ask for the result behind it, or for items('{name}') in a loop.",
        },
        trigger: {
          what: "{call}('{name}') stands in the trigger, which runs before every action.",
          why: refused,
          fix: 'Use what the trigger itself gives, or a parameter.',
        },
      },
    },
    'expression-loop-around': {
      title: 'items() and iterationIndexes() name a loop around them.',
      setting: 'error',
      sources: ['functions'],
      messages: {
        found: {
          what: "{call}('{name}') does not stand in a loop of that name.",
          why: refused,
          fix: 'Name the loop this step stands in.',
        },
      },
    },
    'expression-trigger-exists': {
      title: 'What the trigger gives is asked for only where there is a trigger.',
      setting: 'error',
      sources: ['functions'],
      messages: {
        found: {
          what: '{call}() asks for what the trigger gives, and the flow has none.',
          why: refused,
          fix: 'Add a trigger, or use a parameter instead.',
        },
      },
    },
  },
  check(context) {
    for (const flow of context.subject.flows) {
      const order = new RunOrder(flow)
      if (!order.isKnown) context.notChecked('expression-action-order', tooManyToOrder)
      for (const expression of flow.expressions) {
        for (const call of expression.calls) judge(call, expression, flow, order, context)
      }
    }
  },
})

function judge(
  call: CallExpression,
  { node, isKey: onKey, action, isInTrigger }: PlacedExpression,
  { byName, triggers }: PlacedFlow,
  order: RunOrder,
  { report }: CheckContext,
): void {
  const written = call.name.toLowerCase()
  if (triggerFunctions.has(written) && triggers.length === 0) {
    report('expression-trigger-exists', node, { onKey, data: { call: call.name } })
    return
  }
  const name = nameIn(call)
  if (name === undefined) return
  const data = { call: call.name, name }
  const target = byName.get(name.toLowerCase())
  if (loopFunctions.has(written)) {
    if (!loopsAround(action).has(name.toLowerCase())) report('expression-loop-around', node, { onKey, data })
  } else if (actionFunctions.has(written)) {
    if (target === undefined) report('expression-action-exists', node, { onKey, data })
    else if (written === 'result' && !holding.has(target.type)) {
      report('expression-action-exists', node, { onKey, message: 'scope', data })
    } else {
      const message = isInTrigger ? 'trigger' : action === undefined ? undefined : messageOf(target, action, order)
      if (message !== undefined) report('expression-action-order', node, { onKey, message, data })
    }
  }
}

const holding = new Set(['Scope', 'Foreach', 'Until', 'If', 'Switch'])

function messageOf(target: PlacedAction, asking: PlacedAction, order: RunOrder): string | undefined {
  const standing = order.standing(target, asking)
  return standing === 'before' ? undefined : standing
}

/** The name a call gives as a plain text; nothing when it is worked out while the flow runs. */
export function nameIn({ arguments: [first] }: CallExpression): string | undefined {
  return first?.kind === 'text' ? first.value : undefined
}

function loopsAround(action: PlacedAction | undefined): ReadonlySet<string> {
  const names = new Set<string>()
  for (let one = action; one !== undefined; one = one.parent) {
    if (one.type === 'Foreach' || one.type === 'Until') names.add(one.name.toLowerCase())
  }
  return names
}
