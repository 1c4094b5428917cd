import { noteLacking } from '../../engine/lacking.ts'
import { listed } from '../../engine/places-of.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
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
    for (const user of users) {
      if (user.isEnabled) continue
      const keys = new Set([user.id, user.name.toLowerCase()])
      const isThis = (name: string | undefined): boolean => name !== undefined && keys.has(name.toLowerCase())
      const owned = flows.filter(({ owner, isOwnedByApplication }) => !isOwnedByApplication && isThis(owner))
      const run = flows.filter((flow) => isPaidByRunners(flow) && flow.runners?.some(isThis) && !owned.includes(flow))
      const say = (some: typeof flows, message: 'found' | 'runner'): void => {
        const names = listed(some.map(({ name }) => `"${name}"`))
        if (some.length > 0)
          report('licence-owner-enabled', user.at, { message, data: { name: user.name, flows: names } })
      }
      say(owned, 'found')
      say(run, 'runner')
    }
  },
})
