import type { Place } from '@sevenstep/rule-engine'
import { noteLacking } from '../../engine/lacking.ts'
import { listed } from '../../engine/places-of.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { judgeEntitlements } from '../../entitlement/judge-entitlements.ts'
import { type EntitlementState, type GapClosing, type Outcome, reasonOf } from '../../entitlement/outcome.ts'

/** So many people are named by a finding of their own; the report of the tenant has all. */
const mostNamed = 1000

/** Whether everybody whose licence counts for a flow holds one that covers it. */
export const flowsCovered = defineRuleFamily({
  id: 'flows-covered',
  group: 'Coverage',
  rules: {
    'licence-covers-flow': {
      title: 'Whoever owns or runs a flow holds a licence that covers it.',
      setting: 'error',
      sources: ['developer-introduction', 'licence-types', 'seeded-licences'],
      messages: {
        found: {
          what: '{who} is not covered for {flows}.',
          why: '{reason} Flows without a licence are switched off after notices to the administrator and the maker.',
          fix: '{closing}',
        },
        more: {
          what: '{count} more people are not covered for at least one flow.',
          why: 'Flows without a licence are switched off after notices to the administrator and the maker.',
          fix: 'Make the report of the tenant, which has them all.',
        },
      },
    },
    'licence-coverage-answered': {
      title: 'Whether a licence covers a flow is known for everybody.',
      setting: 'warning',
      sources: ['licence-types', 'seeded-licences'],
      messages: {
        found: {
          what: 'Whether {who} is covered for {flows} has to be asked.',
          why: '{reason}',
          fix: 'Find this out, write it into the list, and check again. Until then it does not count as covered.',
        },
        more: {
          what: 'For {count} more people it has to be asked whether they are covered.',
          why: 'Until it is answered they do not count as covered.',
          fix: 'Make the report of the tenant, which has them all.',
        },
      },
    },
  },
  check(context) {
    const { subject, profile, edition } = context
    noteLacking(context, ['licence-covers-flow', 'licence-coverage-answered'], 'users', 'flows')
    const people = new Map<string, Standing>()
    for (const { who, user, flow, state, outcome } of judgeEntitlements({ ...subject, profile, edition })) {
      // Where nobody is listed there is nobody to ask about: what was lacking says so.
      if (state === 'covered' || (state === 'ask' && subject.users.length === 0)) continue
      const key = `${who}\n${outcome.rule}\n${outcome.licence ?? ''}\n${state}`
      const standing = people.get(key)
      if (standing === undefined) people.set(key, { who, state, outcome, at: user?.at ?? flow.at, flows: [flow.name] })
      else standing.flows.push(flow.name)
    }
    reportPeople(context, [...people.values()])
  },
})

interface Standing {
  readonly who: string
  readonly state: EntitlementState
  readonly outcome: Outcome
  readonly at: Place
  readonly flows: string[]
}

function reportPeople({ report }: CheckContext, people: readonly Standing[]): void {
  for (const [rule, state] of rulesByState) {
    const all = people.filter((each) => each.state === state)
    for (const { who, outcome, flows, at } of all.slice(0, mostNamed)) {
      const names = flows.map((name) => `"${name}"`)
      const data = { who, flows: listed(names), reason: reasonOf(outcome), closing: closingOf(outcome) }
      report(rule, at, { data })
    }
    const rest = new Set(all.slice(mostNamed).map(({ who }) => who)).size
    const first = all[mostNamed]
    if (first !== undefined) report(rule, first.at, { message: 'more', data: { count: rest } })
  }
}

const rulesByState = [
  ['licence-covers-flow', 'gap'],
  ['licence-coverage-answered', 'ask'],
] as const

const closings: Readonly<Record<GapClosing, string>> = {
  'switch-on': 'Have the plan switched on',
  free: 'assign Power Automate Free',
  'per-user': 'give the person Power Automate Premium',
  'per-process': 'allocate a Power Automate Process licence to the flow',
}

function closingOf({ closes }: Outcome): string {
  if (closes.length === 0)
    return 'No single licence closes this: change the flow, or look for several licences together.'
  return `${closes.map((closing) => closings[closing]).join(', or ')}.`.replace(/^./, (first) => first.toUpperCase())
}
