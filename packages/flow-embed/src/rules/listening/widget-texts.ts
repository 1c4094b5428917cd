import { textKeys } from '../../data/widget-catalogue.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { Listener, Rendering } from '../../page/host-page.ts'
import { followValue } from '../../script/follow-value.ts'
import type { Value } from '../../script/value.ts'
import { eachRendering, noteUnfollowed, optionAt, writeKey } from '../looking.ts'
import { nearest } from '../nearest.ts'
import { tokenAnswers } from './token-answers.ts'

/** Texts that the page puts in place of Microsoft's. */
export const widgetTexts = defineRuleFamily({
  id: 'widget-texts',
  group: 'Events and actions',
  rules: {
    'embed-text-key': {
      title: 'Texts have the keys that widgets ask for.',
      setting: 'warning',
      sources: ['embed'],
      mend: 'proposed',
      mendByMessage: { found: 'none' },
      messages: {
        near: {
          what: 'Widgets ask for no text "{key}".',
          why: 'It is shown nowhere.',
          fix: 'Perhaps {near} is meant.',
        },
        found: {
          what: 'Widgets ask for no text "{key}".',
          why: 'It is shown nowhere.',
          fix: 'Take one of {known}.',
        },
      },
    },
    'embed-custom-flow-name': {
      title: 'The label for a flow’s name is given together with allowCustomFlowName.',
      setting: 'warning',
      sources: ['embed', 'sdk-code'],
      messages: {
        found: {
          what: 'There is a text for FLOW_CREATION_CUSTOM_FLOW_NAME, and allowCustomFlowName is not set.',
          why: 'Without the setting people cannot name the flow, and the text is shown nowhere.',
          fix: 'Add allowCustomFlowName: true to templatesSettings, or leave the text out.',
        },
      },
    },
  },
  check(context) {
    const rules = ['embed-text-key', 'embed-custom-flow-name']
    eachRendering(context, rules, (rendering) => {
      noteUnfollowed(context, rules, rendering)
      for (const listener of rendering.listeners)
        if (listener.event === 'GET_STRINGS') judgeListener(context, rendering, listener)
      if (rendering.by !== 'wrapper') return
      const texts = optionAt(context, 'embed-text-key', rendering, 'texts').entry?.value
      if (texts !== undefined) judgeTexts(context, rendering, texts)
    })
  },
  mends: {
    'embed-text-key': (context) => writeKey(context, String(context.data.near)),
  },
})

function judgeListener(context: CheckContext, rendering: Rendering, { callback }: Listener): void {
  if (callback.kind !== 'function') {
    const why = callback.kind === 'unknown' ? callback.why : 'it is no function'
    for (const rule of ['embed-text-key', 'embed-custom-flow-name'])
      context.notChecked(rule, `${callback.at.file.path}: the listener for texts was not followed: ${why}.`)
    return
  }
  const { script, node } = callback
  for (const { call } of tokenAnswers(script.names, node)) {
    const result = call.arguments[1]
    if (result === undefined || result.type === 'SpreadElement') continue
    judgeTexts(context, rendering, followValue(script, result, context.subject.page.following))
  }
}

function judgeTexts(context: CheckContext, rendering: Rendering, texts: Value): void {
  if (texts.kind !== 'object') {
    if (texts.kind !== 'unknown') return
    for (const rule of ['embed-text-key', 'embed-custom-flow-name'])
      context.notChecked(rule, `${texts.at.file.path}: the texts were not followed: ${texts.why}.`)
    return
  }
  for (const { key, keyAt } of texts.entries.values()) {
    if (key === 'FLOW_CREATION_CUSTOM_FLOW_NAME') judgeCustomName(context, rendering, keyAt)
    if (textKeys.includes(key)) continue
    const near = nearest(key, textKeys)
    if (near === undefined) context.report('embed-text-key', keyAt, { data: { key, known: textKeys.join(', ') } })
    else context.report('embed-text-key', keyAt, { message: 'near', data: { key, near } })
  }
}

function judgeCustomName(context: CheckContext, rendering: Rendering, at: Rendering['at']): void {
  const rule = 'embed-custom-flow-name'
  const { entry, isMissing } = optionAt(context, rule, rendering, 'templatesSettings', 'allowCustomFlowName')
  const isOff = entry?.value.kind === 'other' && !entry.value.literal
  if (isMissing || isOff) context.report(rule, at)
}
