import { defineRuleFamily } from '../../engine/rule-family.ts'
import { eachRendering, noteNoParameters, noteNoWidget, optionAt, writeKey } from '../looking.ts'
import { noteUndeclared } from '../undeclared.ts'

/** Values for the parameters of templates. */
export const defaultParameters = defineRuleFamily({
  id: 'default-parameters',
  group: 'Widgets',
  rules: {
    'embed-default-parameters': {
      title: 'Values for templates are given by "parameters.<name>", for names the templates declare.',
      setting: 'error',
      sources: ['embed'],
      mend: 'proposed',
      mendByMessage: { undeclared: 'none' },
      messages: {
        found: {
          what: '"{key}" does not begin with "parameters.".',
          why: 'The widget hands on only keys that do; the template never sees this value.',
          fix: "Write 'parameters.{key}'.",
        },
        undeclared: {
          what: 'No template declares the parameter "{name}".',
          why: "A value reaches a template only where its definition says @{parameters('{name}')} and declares it.",
          fix: 'Declare it in the template, or take one of {known}.',
        },
      },
    },
  },
  check(context) {
    const rule = 'embed-default-parameters'
    const declared = context.subject.facts.templateParameters
    noteNoWidget(context, [rule])
    noteNoParameters(context, rule)
    eachRendering(context, [], (rendering) => {
      const value = optionAt(context, rule, rendering, 'templatesSettings', 'defaultParams').entry?.value
      if (value?.kind !== 'object') return
      for (const { key, keyAt } of value.entries.values()) {
        if (!key.startsWith('parameters.')) context.report(rule, keyAt, { data: { key } })
        else if (declared === undefined) noteUndeclared(context, rule)
        else if (!declared.includes(key.slice('parameters.'.length))) {
          const name = key.slice('parameters.'.length)
          const known = declared.length === 0 ? 'none' : declared.join(', ')
          context.report(rule, keyAt, { message: 'undeclared', data: { name, known } })
        }
      }
    })
  },
  mends: {
    'embed-default-parameters': (context) => {
      if (context.message === 'found')
        writeKey(context, `'parameters.${String(context.data.key).replace(/['\\]/g, '\\$&')}'`)
    },
  },
})
