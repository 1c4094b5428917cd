import type { JsonNode } from '@sevenstep/located-json'
import { membersOf, type PlacedAction, type PlacedExpression, type PlacedFlow } from '../../checks/placed-flow.ts'
import { type CheckContext, defineRuleFamily } from '../../checks/rule-family.ts'
import { RunOrder, tooManyToOrder } from '../../checks/run-order.ts'
import { nameIn } from './action-references.ts'

/** Whether parameters and variables are declared, set in time, and used. */
export const valueReferences = defineRuleFamily({
  id: 'value-references',
  group: 'Expressions',
  rules: {
    'expression-parameter-exists': {
      title: 'Expressions name parameters that are declared.',
      setting: 'error',
      sources: ['workflow-language', 'context-parameters'],
      messages: {
        found: {
          what: "parameters('{name}') names a parameter that the definition does not declare.",
          why: 'The service refuses to save the flow, and a page that embeds the template cannot pass it.',
          fix: 'Declare it in "parameters" with its type, or correct the name.',
        },
      },
    },
    'expression-variable-exists': {
      title: 'Variables are initialised before they are used.',
      setting: 'error',
      sources: ['functions', 'workflow-language'],
      messages: {
        found: {
          what: 'The variable "{name}" is not initialised anywhere.',
          why: 'The service refuses to save the flow.',
          fix: 'Add a step that initialises it, or correct the name.',
        },
      },
    },
    'expression-variable-order': {
      title: 'A variable is used after the step that initialises it.',
      setting: 'error',
      sources: ['functions', 'run-after'],
      messages: {
        found: {
          what: 'The variable "{name}" is used by a step that does not run after "{step}", which initialises it.',
          why: 'The service refuses to save the flow.',
          fix: 'Let this step run after "{step}".',
        },
      },
    },
    'flow-parameter-used': {
      title: 'Parameters that are declared are used.',
      setting: 'warning',
      sources: ['context-parameters'],
      messages: {
        found: {
          what: 'The parameter "{name}" is declared and not used.',
          why: 'A page that embeds the template passes it in vain, and whoever imports the flow is asked for it.',
          fix: "Use it as @{parameters('{name}')}, or take it out.",
        },
      },
    },
  },
  check(context) {
    for (const flow of context.subject.flows) {
      const order = new RunOrder(flow)
      if (!order.isKnown) context.notChecked('expression-variable-order', tooManyToOrder)
      const variables = variablesOf(flow)
      const used = new Set<string>()
      const declared = new Set(membersOf(flow.definition?.member('parameters')).map(({ key }) => key?.toLowerCase()))
      for (const expression of flow.expressions) {
        for (const call of expression.calls) {
          const name = nameIn(call)
          const written = call.name.toLowerCase()
          if (name === undefined) continue
          if (written === 'parameters') used.add(name.toLowerCase())
          if (written === 'parameters') checkParameter(name, expression, declared, context)
          if (written === 'variables') checkVariable(name, expression, variables, order, context)
        }
      }
      for (const action of flow.actions) checkSetting(action, variables, order, context)
      checkUse(flow, used, context)
    }
  },
})

/** What the designer declares itself; exports leave them out at times. */
const own = new Set(['$connections', '$authentication'])

function checkParameter(
  name: string,
  { node, isKey: onKey }: PlacedExpression,
  declared: ReadonlySet<string | undefined>,
  { report }: CheckContext,
): void {
  const wanted = name.toLowerCase()
  if (own.has(wanted) || declared.has(wanted)) return
  report('expression-parameter-exists', node, { onKey, data: { name } })
}

/** The steps that initialise variables, by the variable's name in lower case. */
function variablesOf({ actions }: PlacedFlow): ReadonlyMap<string, PlacedAction> {
  const found = new Map<string, PlacedAction>()
  for (const action of actions) {
    if (action.type !== 'InitializeVariable') continue
    for (const item of action.node.find('inputs', 'variables')?.children ?? []) {
      const name = item.text('name')?.toLowerCase()
      if (name !== undefined && !found.has(name)) found.set(name, action)
    }
  }
  return found
}

function checkVariable(
  name: string,
  { node, isKey: onKey, action }: PlacedExpression,
  variables: ReadonlyMap<string, PlacedAction>,
  order: RunOrder,
  { report }: CheckContext,
): void {
  const step = variables.get(name.toLowerCase())
  if (step === undefined) report('expression-variable-exists', node, { onKey, data: { name } })
  else if (action !== undefined && order.standing(step, action) !== 'before') {
    report('expression-variable-order', node, { onKey, data: { name, step: step.name } })
  }
}

const setting = /^(?:Set|Increment|Decrement|AppendToArray|AppendToString)Variable$/

/** A step that sets a variable names it without an expression. */
function checkSetting(
  action: PlacedAction,
  variables: ReadonlyMap<string, PlacedAction>,
  order: RunOrder,
  { report }: CheckContext,
): void {
  const named: JsonNode | undefined = action.node.find('inputs', 'name')
  if (!setting.test(action.type) || typeof named?.value !== 'string' || named.value.includes('@')) return
  const name = named.value
  const step = variables.get(name.toLowerCase())
  if (step === undefined) report('expression-variable-exists', named, { data: { name } })
  else if (order.standing(step, action) !== 'before') {
    report('expression-variable-order', named, { data: { name, step: step.name } })
  }
}

function checkUse({ definition }: PlacedFlow, used: ReadonlySet<string>, { report }: CheckContext): void {
  for (const parameter of membersOf(definition?.member('parameters'))) {
    const name = parameter.key ?? ''
    if (own.has(name.toLowerCase()) || used.has(name.toLowerCase())) continue
    report('flow-parameter-used', parameter, { onKey: true, data: { name } })
  }
}
