import { codeEvents, commonEvents, widgetKinds } from '../../data/widget-catalogue.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { Listener, Rendering } from '../../page/host-page.ts'
import { awaitsBetween, functionAround } from '../../page/widget-uses.ts'
import { eachRendering, kindOf, noteUnfollowed } from '../looking.ts'
import { nearest, someOf } from '../nearest.ts'

/** Which events are listened to, and when. */
export const listeners = defineRuleFamily({
  id: 'listeners',
  group: 'Events and actions',
  rules: {
    'embed-listen-once': {
      title: 'An event of a widget has one listener.',
      setting: 'error',
      sources: ['sdk-code'],
      messages: {
        found: {
          what: 'This is a second listener for {event}.',
          why: 'The script keeps the first and passes over all later ones without a word.',
          fix: 'Do both things in the first listener.',
        },
      },
    },
    'embed-listen-at-once': {
      title: 'Listeners are there as soon as the widget is.',
      setting: 'error',
      sources: ['sdk-code'],
      severityByMessage: { found: 'warning' },
      messages: {
        token: {
          what: 'The listener for {event} is added later than the widget.',
          why: 'What the widget asks before that is answered with the error UnlistenedEventCalled.',
          fix: 'Call listen right after renderWidget, before anything is awaited.',
        },
        found: {
          what: 'The listener for {event} is added later than the widget.',
          why: 'What the widget says before that is lost.',
          fix: 'Call listen right after renderWidget, before anything is awaited.',
        },
      },
    },
    'embed-event-known': {
      title: 'Events have the names that widgets use.',
      setting: 'warning',
      sources: ['embed', 'sdk-code'],
      messages: {
        near: {
          what: 'Widgets know no event "{event}".',
          why: 'The listener is never called.',
          fix: 'Perhaps {near} is meant.',
        },
        found: {
          what: 'Widgets know no event "{event}" as far as is documented.',
          why: 'The listener is perhaps never called.',
          fix: 'Leave it out, or listen to one that is known: {some}.',
        },
        other: {
          what: 'The widget "{type}" does not send {event}.',
          why: 'The listener is never called; {owner} sends it.',
          fix: 'Leave it out, or show the widget that sends it.',
        },
      },
    },
    'embed-failure-events': {
      title: 'The page hears when a flow is not created, a template not loaded, or the widget closed.',
      setting: 'warning',
      sources: ['embed'],
      messages: {
        found: {
          what: 'Nobody listens to {events}.',
          why: 'When it happens the page goes on as if nothing had, and the person is left alone with it.',
          fix: 'Listen to each, and say on the page what happened and what can be done.',
        },
      },
    },
  },
  check(context) {
    eachRendering(context, [...onEach, 'embed-failure-events'], (rendering) => {
      noteUnfollowed(context, onEach, rendering)
      const firsts = new Map<string, Listener>()
      for (const listener of rendering.listeners) {
        judgeOnce(context, rendering, firsts.get(listener.event), listener)
        if (!firsts.has(listener.event)) firsts.set(listener.event, listener)
        judgeWhen(context, rendering, listener)
        judgeName(context, rendering, listener)
      }
      judgeFailures(context, rendering)
    })
  },
})

/** What is judged of each listener. */
const onEach = ['embed-listen-once', 'embed-listen-at-once', 'embed-event-known']

function judgeOnce({ report }: CheckContext, { by }: Rendering, first: Listener | undefined, listener: Listener): void {
  if (by === 'wrapper') return
  const { event, eventAt } = listener
  if (first === undefined || areAlternatives(first, listener)) return
  report('embed-listen-once', eventAt, { data: { event }, related: [{ at: first.eventAt, note: 'the first' }] })
}

/** Listeners in the two arms of an `if` are never both added. */
function areAlternatives(left: Listener, right: Listener): boolean {
  const { names } = left.script
  for (let at = names.parentOf(left.node); at !== undefined; at = names.parentOf(at)) {
    if (at.type !== 'IfStatement' || !at.alternate) continue
    const { consequent, alternate } = at
    const holds = (arm: typeof consequent, node: Listener['node']) => arm.start <= node.start && node.end <= arm.end
    if (holds(consequent, left.node) && holds(alternate, right.node)) return true
  }
  return false
}

function judgeWhen({ report }: CheckContext, rendering: Rendering, { event, at, node, script }: Listener): void {
  if (rendering.by === 'wrapper' || script !== rendering.script) return
  const around = functionAround(script, node)
  const home = functionAround(script, rendering.node)
  const isInner = around !== home && around !== undefined && isWithin(script, around, home)
  const isAwaited = around === home && awaitsBetween(home ?? script.program, rendering.node.end, node.start)
  if (!(isInner && isCalledLater(script, around)) && !isAwaited) return
  report('embed-listen-at-once', at, {
    message: event === 'GET_ACCESS_TOKEN' || event === 'GET_STRINGS' ? 'token' : 'found',
    data: { event },
  })
}

type Node = Rendering['node']

function isWithin(script: Rendering['script'], inner: Node, outer: Node | undefined): boolean {
  if (outer === undefined) return true
  for (let at = script.names.parentOf(inner); at !== undefined; at = script.names.parentOf(at))
    if (at === outer) return true
  return false
}

/** A function that is handed to a call or awaited runs later; one that is called by its name may run at once. */
function isCalledLater(script: Rendering['script'], node: Node): boolean {
  const parent = script.names.parentOf(node)
  return parent?.type === 'CallExpression' && parent.callee !== node
}

function judgeName(context: CheckContext, rendering: Rendering, { event, eventAt }: Listener): void {
  const { report } = context
  const all = [...new Set([...commonEvents, ...widgetKinds.flatMap((kind) => kind.events), ...codeEvents])]
  if (event.startsWith('CONNECTION_WIZARD_')) return
  if (!all.includes(event)) {
    const near = nearest(event, all)
    if (near === undefined) report('embed-event-known', eventAt, { data: { event, some: someOf(event, all) } })
    else report('embed-event-known', eventAt, { message: 'near', data: { event, near } })
    return
  }
  if (commonEvents.includes(event)) return
  const kind = kindOf(context, ['embed-event-known'], rendering)
  if (kind?.isDocumented !== true || [...codeEvents, ...kind.events].includes(event)) return
  const owner = widgetKinds.find(({ events }) => events.includes(event))?.type ?? 'another widget'
  report('embed-event-known', eventAt, { message: 'other', data: { event, type: kind.type, owner } })
}

const failures = ['FLOW_CREATION_FAILED', 'TEMPLATE_LOAD_FAILED', 'WIDGET_CLOSE']

function judgeFailures(context: CheckContext, rendering: Rendering): void {
  const rule = 'embed-failure-events'
  const { at, listeners: all } = rendering
  const kind = kindOf(context, [rule], rendering)
  const heard = new Set(all.map(({ event }) => event))
  const events = failures.filter((event) => kind?.events.includes(event) === true && !heard.has(event)).join(', ')
  if (events === '') return
  if (!noteUnfollowed(context, [rule], rendering)) context.report(rule, at, { data: { events } })
}
