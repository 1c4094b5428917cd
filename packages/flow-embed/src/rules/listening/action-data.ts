import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { WidgetCall } from '../../page/host-page.ts'
import { followValue } from '../../script/follow-value.ts'
import { eachRendering } from '../looking.ts'

type Value = ReturnType<typeof followValue>

/** What documented actions cannot do without; names of actions in small letters, as the script compares them. */
const needs: Readonly<Record<string, string>> = {
  triggerflow: 'flowName',
  triggerflowbytemplate: 'templateId',
  gettriggerschema: 'flowName',
  createflowfromtemplate: 'templateName',
  createflowfromtemplatedefinition: 'templateDefinition',
}

/** Whether widgets are told what they need to carry out an action. */
export const actionData = defineRuleFamily({
  id: 'action-data',
  group: 'Events and actions',
  rules: {
    'embed-action-data': {
      title: 'An action gets the data that it needs.',
      setting: 'warning',
      sources: ['embed'],
      messages: {
        found: {
          what: '"{action}" is called without "{key}".',
          why: 'The widget does not know which flow or template is meant.',
          fix: 'Call it with { {key}: … } as the second argument.',
        },
        near: {
          what: '"{action}" is called with "{given}", where it takes "{key}".',
          why: 'The widget passes over what it does not know, and does not know which flow or template is meant.',
          fix: 'Write {key}.',
        },
        text: {
          what: '"{action}" is called with a definition that is no text.',
          why: 'The widget takes the definition as JSON in a text.',
          fix: 'Hand it over with JSON.stringify.',
        },
      },
    },
  },
  check(context) {
    eachRendering(context, ['embed-action-data'], (rendering) => {
      // The wrapper's types say what each action takes.
      if (rendering.by !== 'microsoft') return
      for (const call of rendering.calls) if (call.name === 'notify') judgeCall(context, call)
    })
  },
})

function judgeCall(context: CheckContext, { first, node, script, at }: WidgetCall): void {
  if (first?.kind !== 'text' || node.type !== 'CallExpression') return
  const action = first.text
  const key = Object.hasOwn(needs, action.toLowerCase()) ? needs[action.toLowerCase()] : undefined
  if (key === undefined) return
  const argument = node.arguments[1]
  if (argument === undefined) {
    context.report('embed-action-data', at, { data: { action, key } })
    return
  }
  if (argument.type !== 'SpreadElement') {
    judgeData(context, action, key, followValue(script, argument, context.subject.page.following))
  }
}

function judgeData({ report, notChecked }: CheckContext, action: string, key: string, data: Value): void {
  const rule = 'embed-action-data'
  if (data.kind === 'unknown') {
    notChecked(rule, `What "${action}" is called with was not followed: ${data.why}.`)
    return
  }
  const entries = data.kind === 'object' ? data.entries : undefined
  const entry = entries?.get(key)
  if (entry !== undefined) {
    const isText = entry.value.kind === 'unknown' || entry.value.kind === 'text'
    if (key === 'templateDefinition' && !isText) report(rule, entry.value.at, { message: 'text', data: { action } })
    return
  }
  if (data.kind === 'object' && !data.isWhole) return
  const [other, another] = [...(entries?.values() ?? [])].filter((one) => /(?:flow|template)/i.test(one.key))
  if (other === undefined || another !== undefined) report(rule, data.at, { data: { action, key } })
  else report(rule, other.keyAt, { message: 'near', data: { action, key, given: other.key } })
}
