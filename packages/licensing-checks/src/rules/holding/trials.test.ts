import { expect, test } from 'vitest'
import { checkLicences } from '../../engine/check-licences.ts'
import { readLicenceFile } from '../../licences/read-licence-file.ts'
import { listText, subscribedSku } from '../../testing/given-list.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { trials } from './trials.ts'

const purchase = (more: object) => ({
  id: 's1',
  offerId: 'o',
  offerName: 'Premium',
  autoRenewEnabled: false,
  isTrial: false,
  status: 'active',
  ...more,
})
const purchases = (...subscriptions: readonly object[]) => ({ list: { subscriptions } })
const name = 'Microsoft Power Apps Plan 2 Trial'

testRuleFamily(trials, import.meta.url, {
  passes: [
    { name: 'the faultless list', given: { list: {} } },
    { name: '31 days away', given: purchases(purchase({ commitmentEndDate: '2026-12-21T00:00:00Z' })) },
    {
      name: 'one that has ended already',
      given: purchases(purchase({ status: 'deleted', commitmentEndDate: '2026-01-01' })),
    },
  ],
  fails: [
    {
      name: 'a trial in use of which nobody knows the end',
      given: { list: { subscribedSkus: [subscribedSku('trial', 10_000, 3)] } },
      finds: [
        {
          rule: 'licence-no-trial',
          at: '/subscribedSkus/0',
          what: `The tenant holds "${name}", a trial; seats in use: 3.`,
        },
        { rule: 'licence-trial-end', at: '/subscribedSkus/0', what: `Nobody says when the trial "${name}" ends.` },
      ],
    },
    {
      name: '30 days away',
      given: purchases(purchase({ isTrial: true, commitmentEndDate: '2026-12-20T00:00:00Z' })),
      finds: [{ rule: 'licence-trial-end', at: '/subscriptions/0', what: 'The trial "Premium" ends on 2026-12-20.' }],
    },
    {
      name: 'a trial without an end',
      given: purchases(purchase({ isTrial: true })),
      finds: [{ rule: 'licence-trial-end', at: '/subscriptions/0' }],
    },
    {
      name: 'a trial and a purchase that ended yesterday',
      given: purchases(
        purchase({ isTrial: true, commitmentEndDate: '2026-11-19T00:00:00Z' }),
        purchase({ commitmentEndDate: '2026-11-19T00:00:00Z' }),
      ),
      finds: [
        { rule: 'licence-trial-end', at: '/subscriptions/0', what: 'The trial "Premium" ended on 2026-11-19.' },
        {
          rule: 'licence-term-end',
          at: '/subscriptions/1',
          what: '"Premium" ended on 2026-11-19 and was not renewed.',
        },
      ],
    },
    {
      name: 'a purchase of Graph that ends tomorrow',
      given: purchases(purchase({ nextLifecycleDateTime: '2026-11-21', skuId: 'x' })),
      finds: [{ rule: 'licence-term-end', at: '/subscriptions/0' }],
    },
  ],
})

test('without a day nothing is said about ends', () => {
  const read = readLicenceFile('licences.json', listText(purchases(purchase({ commitmentEndDate: '2020-01-01' }))))
  const { findings, notChecked } = checkLicences([read], { families: [trials] }).subject
  expect(findings).toEqual([])
  expect(notChecked).toEqual([
    { rules: ['licence-term-end', 'licence-trial-end'], reason: 'Nobody said which day it is.' },
  ])
})

test('while trying it out, nothing is said about trials in use', () => {
  const list = {
    subscribedSkus: [subscribedSku('trial', 10, 3)],
    subscriptions: [purchase({ isTrial: true, commitmentEndDate: '2027-03-01' })],
  }
  const read = readLicenceFile('licences.json', listText({ list }))
  const check = (profile: 'trial' | 'production') =>
    checkLicences([read], { families: [trials], profile, today: '2026-11-20' }).subject.findings.map(
      ({ ruleId }) => ruleId,
    )
  expect(check('trial')).toEqual([])
  expect(check('production')).toEqual(['licence-no-trial'])
})
