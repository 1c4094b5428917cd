import { noteLacking } from '../../engine/lacking.ts'
import { listed } from '../../engine/places-of.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import type { FlowUse } from '../../entitlement/flow-use.ts'
import { isPaidByRunners } from '../../entitlement/judge-entitlements.ts'

/** Whether the people on whom flows rest can still sign in. */
export const accountEnabled = defineRuleFamily({
  id: 'account-enabled',
  group: 'Assignment',
  rules: {
    'licence-owner-enabled': {
      title: 'No flow rests on an account that is switched off.',
      setting: 'warning',
      sources: ['licensing-questions'],
      messages: {
        found: {
          what: '{name} owns {flows}, and this account is switched off.',
          why: 'Flows whose owner left are switched off after two weeks, whatever licence the account still holds.',
          fix: 'Give the flows another owner who holds the licence, or switch the account on again.',
        },
        runner: {
          what: '{name} is to run {flows}, and this account is switched off.',
          why: 'Who cannot sign in can run nothing; a licence for this account would be wasted.',
          fix: 'Take the account out of the runners, or switch it on again.',
        },
      },
    },
  },
  check(context) {
    const { report } = context
    const { users, flows } = context.subject
    noteLacking(context, ['licence-owner-enabled'], 'users', 'flows')
    const switchedOff = users.filter(({ isEnabled }) => !isEnabled)
    if (switchedOff.length === 0) return
    const owned = new Map<string, FlowUse[]>()
    const run = new Map<string, FlowUse[]>()
    for (const flow of flows) {
      if (flow.owner !== undefined && !flow.isOwnedByApplication) add(owned, flow.owner, flow)
      if (isPaidByRunners(flow)) for (const runner of flow.runners ?? []) add(run, runner, flow)
    }
    for (const { id, name, at } of switchedOff) {
      const keys = [id, name.toLowerCase()]
      const found = new Set(keys.flatMap((key) => owned.get(key) ?? []))
      const runner = new Set(keys.flatMap((key) => run.get(key) ?? []).filter((flow) => !found.has(flow)))
      for (const [message, some] of Object.entries({ found, runner })) {
        const names = listed([...some].map((flow) => `"${flow.name}"`))
        if (some.size > 0) report('licence-owner-enabled', at, { message, data: { name, flows: names } })
      }
    }
  },
})

function add(flows: Map<string, FlowUse[]>, who: string, flow: FlowUse): void {
  const key = who.toLowerCase()
  const known = flows.get(key)
  if (known === undefined) flows.set(key, [flow])
  else known.push(flow)
}
