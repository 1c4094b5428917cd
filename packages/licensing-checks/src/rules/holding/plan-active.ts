import type { Catalogue } from '../../catalogue/catalogue.ts'
import { noteLacking } from '../../engine/lacking.ts'
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
  check(context) {
    const { report, notChecked } = context
    const { users, catalogue } = context.subject
    const rule = 'licence-flow-plan-active'
    noteLacking(context, [rule], 'users')
    let holders = 0
    let unknown = 0
    for (const user of users) {
      if (!user.isEnabled) continue
      const plans = flowPlansOf(user, catalogue)
      const [first] = plans
      if (first === undefined) continue
      holders += 1
      if (plans.some(({ state }) => state === 'on')) continue
      if (plans.some(({ state }) => state === 'unknown')) {
        unknown += 1
        continue
      }
      const data = { name: user.name, plan: first.name, status: first.status }
      report(rule, first.at, { data })
    }
    if (unknown > 0) {
      const handIn = 'Hand in the users with licenseDetails from Microsoft Graph, which name the plans and their state.'
      notChecked(rule, 'The lists do not say of everybody whether the plan of Power Automate is on.', handIn)
    } else if (users.length > 0 && holders === 0) {
      const handIn = 'Hand in people who have one, by the ids of their products.'
      notChecked(rule, 'Nobody of the list is seen to hold a licence that brings Power Automate.', handIn)
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
