import { subscribedSku } from '../../testing/given-list.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { subscriptionState } from './subscription-state.ts'

const skus = (...subscribedSkus: readonly object[]) => ({ list: { subscribedSkus } })
const partnerCenter = (activeUnits: number, consumedUnits: number, capabilityStatus = 'Enabled') =>
  JSON.stringify({
    items: [
      {
        productSku: { id: 'eda1941c-3c4f-4995-b5eb-e85a42175ab9' },
        activeUnits,
        consumedUnits,
        capabilityStatus,
        totalUnits: 9,
      },
    ],
  })

testRuleFamily(subscriptionState, import.meta.url, {
  passes: [
    { name: 'the faultless list', given: { list: {} } },
    {
      name: 'a product that does not bring Power Automate',
      given: skus({ skuId: '00000000-1111-4222-8333-444444444444', capabilityStatus: 'Suspended', prepaidUnits: {} }),
    },
    { name: 'nothing bought, nothing used', given: skus(subscribedSku('free', 0, 0)) },
    { name: 'a list of Partner Center', given: { list: partnerCenter(5, 3) } },
  ],
  fails: [
    {
      name: 'suspended and overdrawn',
      given: skus(subscribedSku('premium', 0, 3, { capabilityStatus: 'Suspended' })),
      finds: [
        {
          rule: 'licence-subscription-active',
          at: '/subscribedSkus/0',
          what: 'The subscription to Power Automate Premium is "Suspended".',
        },
        {
          rule: 'licence-seats-left',
          at: '/subscribedSkus/0',
          what: 'Seats of Power Automate Premium in use: 3; bought: 0.',
        },
      ],
    },
    {
      name: 'in its time of grace, in which its seats still count',
      given: skus(
        subscribedSku('premium', 0, 3, { capabilityStatus: 'Warning', prepaidUnits: { enabled: 0, warning: 5 } }),
      ),
      finds: [{ rule: 'licence-subscription-active', at: '/subscribedSkus/0' }],
    },
    {
      name: 'a purchase that was suspended',
      given: {
        list: {
          subscriptions: [
            {
              id: 's',
              offerId: 'o',
              offerName: 'Premium',
              autoRenewEnabled: true,
              commitmentEndDate: '2027-01-01',
              status: 'suspended',
            },
          ],
        },
      },
      finds: [
        {
          rule: 'licence-subscription-active',
          at: '/subscriptions/0',
          what: 'The purchase of Premium is "suspended".',
        },
      ],
    },
    {
      name: 'no seat left in Partner Center',
      given: { list: partnerCenter(5, 5) },
      finds: [
        {
          rule: 'licence-seats-left',
          at: '/items/0',
          what: 'No seat of Power Automate Premium is left; bought and in use: 5.',
        },
      ],
    },
  ],
})
