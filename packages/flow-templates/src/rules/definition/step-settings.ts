import type { JsonNode } from '@sevenstep/located-json'
import type { PlacedAction } from '../../checks/placed-flow.ts'
import { type CheckContext, defineRuleFamily } from '../../checks/rule-family.ts'
import { flowLimits } from '../../data/flow-limits.ts'
import { daysOf, daysOfInterval } from './durations.ts'

const sources = ['limits']
const refused = 'The service refuses to save the flow.'

/** Whether loops, waits, pages and retries are set within what the service allows. */
export const stepSettings = defineRuleFamily({
  id: 'step-settings',
  group: 'Definition',
  rules: {
    'flow-run-length': {
      title: 'No step waits longer than the 30 days that a run may take.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: '"{name}" may take {days} days; a run takes {most} at most.',
          why: 'After {most} days everything that still waits times out, and what would come behind it never runs.',
          fix: 'Let a second flow go on at a later date, for example one that looks every day.',
        },
      },
    },
    'flow-loop-rounds': {
      title: 'An "Until" loop has at most 5,000 rounds.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: '"{name}" may go round {count} times; {most} are allowed.',
          why: refused,
          fix: 'Set a count from 1 to {most}, or wait longer in each round.',
        },
      },
    },
    'flow-concurrency': {
      title: 'Loops run at most 50 rounds at once, triggers at most 100 runs.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: '"{name}" is set to {count} at the same time; {least} to {most} are allowed.',
          why: refused,
          fix: 'Set a degree of parallelism from {least} to {most}.',
        },
      },
    },
    'flow-paginated-items': {
      title: 'Pagination fetches at most 100,000 items.',
      setting: 'error',
      sources,
      severityByMessage: { low: 'info' },
      messages: {
        found: {
          what: '"{name}" is set to fetch {count} items; {most} are allowed.',
          why: refused,
          fix: 'Set a threshold from 1 to {most}, or fetch the items in several runs.',
        },
        low: {
          what: '"{name}" is set to fetch {count} items, which takes more than a licence of Microsoft 365.',
          why: 'Owners with the low performance profile may fetch {low}; for them import of the flow fails.',
          fix: 'Set {low} or less, or say in the description which licence the flow takes.',
        },
      },
    },
    'flow-retries': {
      title: 'A retry policy has at most 90 attempts.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: '"{name}" is set to {count} retries; {most} are allowed.',
          why: refused,
          fix: 'Set a count from 1 to {most}.',
        },
      },
    },
  },
  check(context) {
    for (const { actions, triggers } of context.subject.flows) {
      for (const action of actions) {
        checkLength(action, context)
        checkRounds(action, context)
        if (action.type === 'Foreach') checkConcurrency(action.node, 'repetitions', 'loopConcurrency', context)
        checkCall(action.node, context)
      }
      for (const trigger of triggers) {
        checkConcurrency(trigger, 'runs', 'triggerConcurrency', context)
        checkCall(trigger, context)
      }
    }
  },
})

/** Waits for a fixed time, and what may take until a time of its own. */
function checkLength({ name, node, type }: PlacedAction, { report }: CheckContext): void {
  const most = flowLimits.runDays
  const interval = type === 'Wait' ? node.find('inputs', 'interval') : undefined
  const timeout = node.find('limit', 'timeout')
  for (const [at, days] of [
    [interval?.member('count'), daysOfInterval(interval)],
    [timeout, daysOf(timeout?.value)],
  ] as const) {
    if (at === undefined || days === undefined || days <= most) continue
    report('flow-run-length', at, { data: { name, days: Math.ceil(days), most } })
  }
}

function checkRounds({ name, node, type }: PlacedAction, { report }: CheckContext): void {
  const count = type === 'Until' ? node.find('limit', 'count') : undefined
  const most = flowLimits.untilRounds
  if (typeof count?.value !== 'number' || (count.value >= 1 && count.value <= most)) return
  report('flow-loop-rounds', count, { data: { name, count: count.value, most } })
}

function checkConcurrency(
  step: JsonNode,
  key: 'repetitions' | 'runs',
  limit: 'loopConcurrency' | 'triggerConcurrency',
  { report }: CheckContext,
): void {
  const count = step.find('runtimeConfiguration', 'concurrency', key)
  const { least, most } = flowLimits[limit]
  if (typeof count?.value !== 'number' || (count.value >= least && count.value <= most)) return
  report('flow-concurrency', count, { data: { name: step.key ?? '', count: count.value, least, most } })
}

function checkCall(step: JsonNode, { report }: CheckContext): void {
  const name = step.key ?? ''
  const items = step.find('runtimeConfiguration', 'paginationPolicy', 'minimumItemCount')
  const { low, most } = flowLimits.paginatedItems
  if (typeof items?.value === 'number' && items.value > low) {
    const message = items.value > low && items.value <= most ? 'low' : 'found'
    report('flow-paginated-items', items, { message, data: { name, count: items.value, low, most } })
  }
  const retries = step.find('inputs', 'retryPolicy', 'count')
  if (typeof retries?.value === 'number' && retries.value > flowLimits.retries) {
    report('flow-retries', retries, { data: { name, count: retries.value, most: flowLimits.retries } })
  }
}
