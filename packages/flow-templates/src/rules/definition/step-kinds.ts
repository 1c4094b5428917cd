import type { JsonNode } from '@sevenstep/located-json'
import { membersOf } from '../../checks/placed-flow.ts'
import { type CheckContext, defineRuleFamily } from '../../checks/rule-family.ts'

/** Whether steps of some kinds stand in a flow that can use them. */
export const stepKinds = defineRuleFamily({
  id: 'step-kinds',
  group: 'Definition',
  rules: {
    'flow-response-request': {
      title: 'A flow answers only when it was asked.',
      setting: 'error',
      sources: ['request-and-response'],
      messages: {
        found: {
          what: '"{name}" answers a request, but "{trigger}" starts the flow without one.',
          why: 'A response works with a trigger that takes a request, and with no other: the service refuses to save the flow.',
          fix: 'Take the response out, or let a request, an app or another flow start this one.',
        },
      },
    },
    'flow-switch-values': {
      title: 'Every case of a switch has a value of its own.',
      setting: 'warning',
      sources: ['workflow-language'],
      confidence: 'low',
      deviation: 'That saving fails could not be confirmed; that the second case never runs is certain.',
      messages: {
        found: {
          what: 'The cases "{first}" and "{second}" of "{name}" have the same value.',
          why: 'The second one never runs.',
          fix: 'Give it the value it is meant for, or join the two.',
        },
      },
    },
  },
  check(context) {
    for (const { actions, triggers } of context.subject.flows) {
      const [trigger] = triggers
      const isAsked = trigger === undefined || /^(?:Request|Manual)$/i.test(trigger.text('type') ?? 'Request')
      for (const { name, node, type } of actions) {
        if (type === 'Response' && !isAsked) {
          context.report('flow-response-request', node, { onKey: true, data: { name, trigger: trigger?.key ?? '' } })
        }
        if (type === 'Switch') checkCases(name, node, context)
      }
    }
  },
})

function checkCases(name: string, node: JsonNode, { report }: CheckContext): void {
  const seen = new Map<unknown, string>()
  for (const branch of membersOf(node.member('cases'))) {
    const value = branch.member('case')
    if (value?.value === undefined || value.value === null) continue
    const first = seen.get(value.value)
    if (first === undefined) seen.set(value.value, branch.key ?? '')
    else {
      report('flow-switch-values', value, { data: { name, first, second: branch.key ?? '' } })
    }
  }
}
