import { widgetKindOf, widgetKinds } from '../../data/widget-catalogue.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { eachRendering, reasonOf, wordsOf, writeText } from '../looking.ts'
import { nearest } from '../nearest.ts'

/** Whether widgets are of a kind that Microsoft's script knows. */
export const widgetType = defineRuleFamily({
  id: 'widget-type',
  group: 'Widgets',
  rules: {
    'embed-widget-type': {
      title: 'The type of a widget is one that Microsoft’s script accepts.',
      setting: 'error',
      sources: ['sdk-code', 'embed'],
      mend: 'automatic',
      mendByMessage: { found: 'none', missing: 'none', near: 'proposed' },
      messages: {
        runtime: {
          what: 'The widget type "{given}" is the name of the documentation; the script knows it as flowsRuntime.',
          why: 'The script throws "please provide a valid supported widget type.", and no widget is shown.',
          fix: "Write 'flowsRuntime'.",
        },
        near: {
          what: 'There is no widget type "{given}".',
          why: 'The script throws "please provide a valid supported widget type.", and no widget is shown.',
          fix: "Perhaps '{near}' is meant.",
        },
        found: {
          what: 'There is no widget type "{given}".',
          why: 'The script throws "please provide a valid supported widget type.", and no widget is shown.',
          fix: 'Take one of {known}.',
        },
        missing: {
          what: 'renderWidget is called without a widget type.',
          why: 'The script throws "please provide a valid supported widget type.", and no widget is shown.',
          fix: 'Take one of {known}.',
        },
      },
    },
    'embed-widget-documented': {
      title: 'The widget is one that Microsoft documents.',
      setting: 'info',
      sources: ['sdk-code'],
      confidence: 'low',
      messages: {
        found: {
          what: 'The widget "{given}" is in Microsoft’s code but not in its documentation.',
          why: 'What nobody promised may change or go without a word.',
          fix: 'Ask Microsoft before customers depend on it.',
        },
      },
    },
  },
  check(context) {
    const rule = 'embed-widget-type'
    const known = widgetKinds
      .filter(({ isDocumented }) => isDocumented)
      .map(({ type }) => type)
      .join(', ')
    eachRendering(context, [rule, 'embed-widget-documented'], ({ type, at }) => {
      if (type?.kind === 'unknown') {
        for (const one of [rule, 'embed-widget-documented']) context.notChecked(one, reasonOf(type))
        return
      }
      if (type === undefined) return context.report(rule, at, { message: 'missing', data: { known } })
      const given = wordsOf(type)
      const kind = type.kind === 'text' ? widgetKindOf(given) : undefined
      if (kind !== undefined) {
        if (!kind.isDocumented) context.report('embed-widget-documented', type.at, { data: { given } })
        return
      }
      if (given === 'runtime') return context.report(rule, type.at, { message: 'runtime', data: { given } })
      const near = nearest(
        given,
        widgetKinds.map((one) => one.type),
      )
      if (near === undefined) context.report(rule, type.at, { data: { given, known } })
      else context.report(rule, type.at, { message: 'near', data: { given, near } })
    })
  },
  mends: {
    'embed-widget-type': (context) => writeText(context, String(context.data.near ?? 'flowsRuntime')),
  },
})
