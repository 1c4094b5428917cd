import type { Catalogue } from '../../catalogue/catalogue.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import type { HeldPlan, LicensedUser } from '../../licences/licence-list.ts'

/** Whether the plan of Power Automate in people's licences works. */
export const planActive = defineRuleFamily({
  id: 'plan-active',
  group: 'Holding',
  rules: {
    'licence-flow-plan-active': {
      title: 'Whoever holds a licence that brings Power Automate has its plan switched on and provisioned.',
      setting: 'warning',
      sources: ['graph-licences'],
      messages: {
        found: {
          what: '{name} holds Power Automate in no other way than with the plan {plan}, which is "{status}".',
          why: 'A licence whose plan is off or not provisioned gives no right; administrators often switch this one off.',
          fix: 'Have an administrator switch the plan on, or finish what it waits for, and list the licences again.',
        },
      },
    },
  },
  check({ subject: { users, catalogue }, report }) {
    for (const user of users) {
      if (!user.isEnabled) continue
      const plans = flowPlansOf(user, catalogue)
      const [first] = plans
      if (first === undefined || plans.some(({ state }) => state === 'on' || state === 'unknown')) continue
      const data = { name: user.name, plan: first.name, status: first.status }
      report('licence-flow-plan-active', first.at, { data })
    }
  },
})

function flowPlansOf({ licences }: LicensedUser, catalogue: Catalogue): readonly HeldPlan[] {
  return licences.flatMap((licence): readonly HeldPlan[] => {
    const named = licence.plans.filter(({ id }) => catalogue.plans.get(id)?.kind === 'flow')
    if (named.length > 0) return named
    const id = catalogue.skus.get(licence.skuId ?? '')?.plans.find((plan) => catalogue.plans.get(plan)?.kind === 'flow')
    if (id === undefined) return []
    // The list names none of its plans of Power Automate: how they are, the licence itself says.
    const name = catalogue.plans.get(id)?.name ?? id
    return [{ id, name, status: 'not listed', state: licence.planState(id), at: licence.at }]
  })
}
