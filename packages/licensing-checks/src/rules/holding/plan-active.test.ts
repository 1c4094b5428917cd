import { licenceDetail, skuIds, userWith } from '../../testing/given-list.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { planActive } from './plan-active.ts'

const rule = 'licence-flow-plan-active'
const plan = '/users/0/licenseDetails/0/servicePlans/0'
const users = (...licences: readonly object[]) => ({ list: { users: [userWith(licences)] } })

testRuleFamily(planActive, import.meta.url, {
  passes: [
    { name: 'the faultless list', given: { list: {} } },
    {
      name: 'off in one licence, on in another',
      given: users(licenceDetail('business', 'Disabled'), licenceDetail('premium')),
    },
    { name: 'nobody says how the plan is', given: users({ skuId: skuIds.premium }) },
    {
      name: 'no licence that brings it',
      given: users({ skuId: '00000000-1111-4222-8333-444444444444', servicePlans: [] }),
    },
    {
      name: 'an account that cannot sign in',
      given: { list: { users: [userWith([licenceDetail('business', 'Disabled')], { accountEnabled: false })] } },
    },
    {
      name: 'assigned without anything taken away',
      given: {
        list: {
          users: [
            {
              userPrincipalName: 'a@contoso.example',
              assignedLicenses: [{ skuId: skuIds.premium, disabledPlans: [] }],
            },
          ],
        },
      },
    },
  ],
  fails: [
    { name: 'switched off', given: users(licenceDetail('business', 'Disabled')), finds: [{ rule, at: plan }] },
    {
      name: 'waiting for somebody',
      given: users(licenceDetail('premium', 'PendingInput')),
      finds: [
        {
          rule,
          at: plan,
          what: 'ada@contoso.example holds Power Automate in no other way than with the plan A_PLAN, which is "PendingInput".',
        },
      ],
    },
    {
      name: 'taken away when it was assigned',
      given: {
        list: {
          users: [
            {
              userPrincipalName: 'a@contoso.example',
              assignedLicenses: [{ skuId: skuIds.business, disabledPlans: ['0F9B09CB-62d1-4ff4-9129-43f4996f83f4'] }],
            },
          ],
        },
      },
      finds: [{ rule, at: '/users/0/assignedLicenses/0/disabledPlans/0' }],
    },
    {
      name: 'not among the plans that the list names',
      given: users({ skuId: skuIds.premium, servicePlans: [] }),
      finds: [{ rule, at: '/users/0/licenseDetails/0' }],
    },
  ],
})
