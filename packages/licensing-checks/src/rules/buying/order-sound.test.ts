import { expect, test } from 'vitest'
import { checkLicences } from '../../engine/check-licences.ts'
import type { OrderFacts, OrderLine } from '../../engine/licensing-facts.ts'
import { readLicenceFile } from '../../licences/read-licence-file.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { orderSound } from './order-sound.ts'

const offer = { isPurchasable: true, least: 1, most: 100, terms: [{ term: 'P1M', billing: 'monthly' }] }
const line = (more: Partial<OrderLine> = {}): OrderLine => ({
  name: 'Power Automate Premium',
  skuId: 'eda1941c-3c4f-4995-b5eb-e85a42175ab9',
  quantity: 5,
  term: 'P1M',
  billing: 'monthly',
  offer,
  ...more,
})
const ordered = (order: OrderFacts) => ({ list: {}, facts: { order } })
const subscription = { id: 's1', offerName: 'Premium', autoRenewEnabled: true, commitmentEndDate: '2027-10-01' }

testRuleFamily(orderSound, import.meta.url, {
  passes: [
    { name: 'nobody said', given: { list: {} } },
    { name: 'an order that fits', given: ordered({ lines: [line()], cartErrors: [], orderStatus: 'completed' }) },
    { name: 'the least and the most', given: ordered({ lines: [line({ quantity: 1 }), line({ quantity: 100 })] }) },
  ],
  fails: [
    {
      name: 'not sold, too many, and a term that is none',
      given: ordered({
        lines: [line({ offer: { isPurchasable: false } }), line({ quantity: 101 }), line({ term: 'P3Y' })],
      }),
      finds: [
        { rule: 'licence-offer-purchasable', at: '' },
        {
          rule: 'licence-quantity-offered',
          at: '',
          what: '101 of Power Automate Premium are to be bought; sold are 1 to 100.',
        },
        {
          rule: 'licence-term-offered',
          at: '',
          what: 'Power Automate Premium is not sold for the term P3Y with the billing monthly.',
        },
      ],
    },
    {
      name: 'a window to cancel',
      given: ordered({
        lines: [line({ offer: { ...offer, terms: [{ term: 'P1M', billing: 'monthly', cancelWithin: '7 days' }] } })],
      }),
      finds: [{ rule: 'licence-cancellation-noted', at: '' }],
    },
    {
      name: 'a cart with an error and an order that waits',
      given: ordered({ cartErrors: ['800009: not available.'], orderStatus: 'pending' }),
      finds: [
        { rule: 'licence-cart-sound', at: '', what: 'The cart says: 800009: not available.' },
        { rule: 'licence-order-completed', at: '' },
      ],
    },
    {
      name: 'renewed against the agreement',
      given: { list: { subscriptions: [subscription] }, facts: { order: { agreedAutoRenew: false } } },
      finds: [{ rule: 'licence-auto-renew', at: '/subscriptions/0' }],
    },
  ],
})

const unpriced = line({ offer: { isPurchasable: true } })
const cancellable = line({ offer: { ...offer, terms: [{ term: 'P1M', billing: 'monthly', cancelWithin: '7 days' }] } })
const rest = { cartErrors: [], orderStatus: 'completed', agreedAutoRenew: true }

test.each([
  ['nothing', undefined, Object.keys(orderSound.rules)],
  [
    'no lines',
    { lines: [], ...rest },
    ['licence-offer-purchasable', 'licence-quantity-offered', 'licence-term-offered', 'licence-cancellation-noted'],
  ],
  ['lines alone', { lines: [cancellable] }, ['licence-cart-sound', 'licence-order-completed', 'licence-auto-renew']],
  ['not until when to cancel', { lines: [line()], ...rest }, ['licence-cancellation-noted']],
  [
    'not how its lines are sold',
    { lines: [unpriced], ...rest },
    ['licence-quantity-offered', 'licence-term-offered', 'licence-cancellation-noted'],
  ],
  ['everything', { lines: [cancellable], ...rest }, []],
] as const)('of an order that says %s, what it does not say is not checked and asked for', (_, order, rules) => {
  const read = readLicenceFile('list.json', JSON.stringify({ items: [{ ...subscription, status: 'active' }] }))
  const facts = order === undefined ? {} : { order }
  const { notChecked = [] } = checkLicences([read], { families: [orderSound], facts }).subject
  expect(notChecked.flatMap((note) => note.rules).sort()).toEqual([...rules].sort())
  expect(notChecked.filter(({ handIn = '' }) => !handIn.includes('"order"'))).toEqual([])
})
