import type { JsonNode } from '@sevenstep/located-json'
import { membersOf, type PlacedFlow } from '../../checks/placed-flow.ts'
import { type CheckContext, defineRuleFamily } from '../../checks/rule-family.ts'
import { flowLimits } from '../../data/flow-limits.ts'

const sources = ['limits']

/** Whether the flow stays below the limits that its definition shows. */
export const serviceLimits = defineRuleFamily({
  id: 'service-limits',
  group: 'Definition',
  rules: {
    'flow-max-actions': {
      title: 'A flow has at most 500 actions.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: 'The flow has {count} actions; {most} are allowed. This is the first beyond.',
          why: 'The service refuses to save it.',
          fix: 'Move a part into a child flow.',
        },
      },
    },
    'flow-max-nesting': {
      title: 'Actions are nested at most 8 deep.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: '"{name}" stands {depth} deep; {most} is allowed.',
          why: 'The service refuses to save the flow.',
          fix: 'Move the inner part into a child flow, or join conditions.',
        },
      },
    },
    'flow-max-cases': {
      title: 'A switch has at most 25 cases.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: 'The switch "{name}" has {count} cases; {most} are allowed.',
          why: 'The service refuses to save the flow.',
          fix: 'Keep the values in a list and look them up, or use two switches.',
        },
      },
    },
    'flow-max-variables': {
      title: 'A flow has at most 250 variables.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: 'The flow has {count} variables; {most} are allowed. This is the first beyond.',
          why: 'The service refuses to save it.',
          fix: 'Keep values that belong together in one object.',
        },
      },
    },
    'flow-name-length': {
      title: 'Names of actions and triggers have at most 80 characters.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: 'The name "{name}" has {length} characters; {most} are allowed.',
          why: 'The service refuses to save the flow.',
          fix: 'Shorten it in the designer, which changes the references to it too.',
        },
      },
    },
    'flow-tracked-properties': {
      title: 'Tracked properties have at most 16,000 characters.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: 'The tracked properties of "{name}" have {length} characters; {most} are allowed.',
          why: 'The service refuses to save the flow.',
          fix: 'Track ids, not contents.',
        },
      },
    },
    'flow-recurrence': {
      title: 'A schedule repeats after one minute to 500 days.',
      setting: 'error',
      sources,
      messages: {
        found: {
          what: 'The schedule repeats every {interval} {frequency}.',
          why: 'The service allows 60 seconds to 500 days and refuses others.',
          fix: 'Choose an interval from 60 seconds to 500 days.',
        },
        frequency: {
          what: '"{frequency}" is no frequency of a schedule.',
          why: 'The service refuses to save the flow.',
          fix: 'Use Second, Minute, Hour, Day, Week or Month.',
        },
      },
    },
  },
  check(context) {
    for (const flow of context.subject.flows) {
      checkCounts(flow, context)
      for (const { name, node, type } of flow.actions) {
        checkName(name, node, context)
        checkCases(name, node, context)
        checkTracked(name, node.member('trackedProperties'), context)
        if (type === 'Recurrence') checkRecurrence(node.member('recurrence'), context)
      }
      for (const trigger of flow.triggers) {
        checkName(trigger.key ?? '', trigger, context)
        checkTracked(trigger.key ?? '', trigger.member('trackedProperties'), context)
        checkRecurrence(trigger.member('recurrence'), context)
      }
    }
  },
})

function checkCounts({ actions }: PlacedFlow, { report }: CheckContext): void {
  const beyond = actions[flowLimits.actions]
  if (beyond !== undefined) {
    report('flow-max-actions', beyond.node, { data: { count: actions.length, most: flowLimits.actions } })
  }
  for (const { name, node, depth, parent } of actions) {
    // The one that goes beyond is enough: everything in it does too.
    if (depth <= flowLimits.nesting || (parent !== undefined && parent.depth > flowLimits.nesting)) continue
    report('flow-max-nesting', node, { data: { name, depth, most: flowLimits.nesting } })
  }
  const variables = actions.flatMap(({ type, node }) =>
    type === 'InitializeVariable' ? (node.find('inputs', 'variables')?.children ?? []) : [],
  )
  const more = variables[flowLimits.variables]
  if (more !== undefined) {
    report('flow-max-variables', more, { data: { count: variables.length, most: flowLimits.variables } })
  }
}

function checkName(name: string, node: JsonNode, { report }: CheckContext): void {
  const most = flowLimits.nameLength
  if (name.length <= most) return
  report('flow-name-length', node, { onKey: true, data: { name, length: name.length, most } })
}

function checkCases(name: string, node: JsonNode, { report }: CheckContext): void {
  const cases = node.member('cases')
  const count = membersOf(cases).length
  const most = flowLimits.switchCases
  if (cases !== undefined && count > most) report('flow-max-cases', cases, { data: { name, count, most } })
}

function checkTracked(name: string, tracked: JsonNode | undefined, { report }: CheckContext): void {
  const most = flowLimits.trackedProperties
  if (tracked === undefined || tracked.end - tracked.start <= most) return
  report('flow-tracked-properties', tracked, { data: { name, length: tracked.end - tracked.start, most } })
}

const seconds: Readonly<Record<string, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 604_800,
  // The shortest there is: what is too long then is so in every month.
  month: 28 * 86_400,
}

function checkRecurrence(recurrence: JsonNode | undefined, { report }: CheckContext): void {
  const frequency = recurrence?.member('frequency')
  const interval = recurrence?.member('interval')
  if (typeof frequency?.value !== 'string' || frequency.value.startsWith('@')) return
  const unit = frequency.value.toLowerCase()
  if (!Object.hasOwn(seconds, unit)) {
    report('flow-recurrence', frequency, { message: 'frequency', data: { frequency: frequency.value } })
    return
  }
  if (typeof interval?.value !== 'number') return
  const length = interval.value * (seconds[unit] ?? 0)
  const { least, most } = flowLimits.recurrenceSeconds
  if (length >= least && length <= most) return
  report('flow-recurrence', interval, { data: { interval: interval.value, frequency: `${unit}s` } })
}
