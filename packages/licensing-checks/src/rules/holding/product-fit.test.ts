import { expect, test } from 'vitest'
import { checkLicences } from '../../engine/check-licences.ts'
import { readLicenceFile } from '../../licences/read-licence-file.ts'
import { listText, subscribedSku } from '../../testing/given-list.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { productFit } from './product-fit.ts'

testRuleFamily(productFit, import.meta.url, {
  passes: [
    { name: 'the faultless list', given: { list: {} } },
    { name: 'the same cloud', given: { list: {}, facts: { cloud: 'public' } } },
  ],
  fails: [
    {
      name: 'Plan 2 today',
      given: { list: { subscribedSkus: [subscribedSku('plan2', 5, 1)] } },
      finds: [
        {
          rule: 'licence-no-legacy-plan',
          at: '/subscribedSkus/0',
          what: 'The tenant holds "Microsoft Power Automate Plan 2", seats in use: 1.',
        },
      ],
    },
    {
      name: 'products of the public cloud for a customer of the government’s',
      given: { list: { subscribedSkus: [subscribedSku('premium', 5, 1)] }, facts: { cloud: 'us-government' } },
      finds: [{ rule: 'licence-cloud-matches', at: '/subscribedSkus/0' }],
    },
  ],
})

test('in 2018 the two plans were what was sold', () => {
  const read = readLicenceFile('licences.json', listText({ list: { subscribedSkus: [subscribedSku('plan2', 5, 1)] } }))
  expect(checkLicences([read], { families: [productFit], edition: '2018-02' }).subject.findings).toEqual([])
})
