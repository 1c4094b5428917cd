import { codeActions, widgetKinds } from '../../data/widget-catalogue.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { Rendering, WidgetCall } from '../../page/host-page.ts'
import { awaitsBetween, functionAround } from '../../page/widget-uses.ts'
import { eachRendering, kindOf, noteUnfollowed, reasonOf, wordsOf } from '../looking.ts'
import { nearest } from '../nearest.ts'

/** What widgets are asked to do, and when. */
export const actions = defineRuleFamily({
  id: 'actions',
  group: 'Events and actions',
  rules: {
    'embed-notify-after-ready': {
      title: 'A widget is asked for things only after WIDGET_READY.',
      setting: 'error',
      sources: ['sdk-code'],
      severityByMessage: { unheard: 'warning' },
      messages: {
        found: {
          what: 'notify is called before the widget can be ready.',
          why: 'The script refuses it with the code WidgetNotReady, and nothing happens.',
          fix: 'Call it from the listener for WIDGET_READY, or later.',
        },
        unheard: {
          what: 'notify is called, and nobody listens to WIDGET_READY.',
          why: 'Called too early, the script refuses it with the code WidgetNotReady.',
          fix: 'Listen to WIDGET_READY and call notify only from then on.',
        },
      },
    },
    'embed-action-known': {
      title: 'Actions are those of the widget.',
      setting: 'warning',
      sources: ['embed', 'sdk-code'],
      messages: {
        near: {
          what: 'Widgets know no action "{action}".',
          why: 'Nothing happens.',
          fix: 'Perhaps {near} is meant.',
        },
        other: {
          what: 'The widget "{type}" has no action "{action}".',
          why: 'Nothing happens.',
          fix: 'Its actions are: {known}.',
        },
      },
    },
  },
  check(context) {
    const rules = ['embed-notify-after-ready', 'embed-action-known']
    eachRendering(context, rules, (rendering) => {
      noteUnfollowed(context, rules, rendering)
      for (const call of rendering.calls) {
        if (call.name !== 'notify' && call.name !== 'ask') continue
        judgeAction(context, rendering, call)
        if (rendering.by === 'microsoft') judgeTime(context, rendering, call)
      }
    })
  },
})

function judgeTime({ report }: CheckContext, rendering: Rendering, call: WidgetCall): void {
  const rule = 'embed-notify-after-ready'
  if (call.script === rendering.script && isAtOnce(rendering, call)) {
    report(rule, call.at)
    return
  }
  const isHeard = rendering.listeners.some(({ event }) => event === 'WIDGET_READY' || event === 'WIDGET_RENDERED')
  if (!isHeard && rendering.unseen === undefined) report(rule, call.at, { message: 'unheard' })
}

/** In the same run of the same function as the widget is shown: nothing can have become ready in between. */
function isAtOnce({ node, script }: Rendering, call: WidgetCall): boolean {
  const home = functionAround(script, node)
  if (functionAround(script, call.node) !== home || call.node.start < node.start) return false
  return !awaitsBetween(home ?? script.program, node.end, call.node.start)
}

function judgeAction(context: CheckContext, rendering: Rendering, { first }: WidgetCall): void {
  const { report, notChecked } = context
  const rule = 'embed-action-known'
  if (first === undefined) return
  if (first.kind === 'unknown') {
    notChecked(rule, reasonOf(first))
    return
  }
  const action = wordsOf(first)
  const kind = kindOf(context, [rule], rendering)
  const known = [...widgetKinds.flatMap((one) => one.actions), ...codeActions]
  const isKnown = known.some((one) => one.toLowerCase() === action.toLowerCase())
  const own = [...(kind?.actions ?? known), ...codeActions]
  if (isKnown && (kind?.isDocumented !== true || own.some((one) => one.toLowerCase() === action.toLowerCase()))) return
  const near = isKnown ? undefined : nearest(action, known)
  if (near !== undefined) {
    report(rule, first.at, { message: 'near', data: { action, near } })
    return
  }
  const list = kind === undefined || kind.actions.length === 0 ? 'none' : kind.actions.join(', ')
  report(rule, first.at, { message: 'other', data: { action, type: kind?.type ?? '?', known: list } })
}
