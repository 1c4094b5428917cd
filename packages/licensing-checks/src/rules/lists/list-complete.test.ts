import { expect, test } from 'vitest'
import { checkLicences } from '../../engine/check-licences.ts'
import { readLicenceFile } from '../../licences/read-licence-file.ts'
import { subscribedSku, userWith } from '../../testing/given-list.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { listComplete } from './list-complete.ts'

const premium = 'Power Automate Premium'
const newProduct = {
  skuId: '00000000-1111-4222-8333-444444444444',
  skuPartNumber: 'NEW',
  servicePlans: [{ servicePlanId: '375cd0ad-c407-49fd-866a-0bff4f8a9a4d', provisioningStatus: 'Success' }],
}

testRuleFamily(listComplete, import.meta.url, {
  passes: [
    { name: 'the faultless list', given: { list: {} } },
    {
      name: 'a product without Power Automate',
      given: { list: { users: [userWith([{ skuId: newProduct.skuId, servicePlans: [] }])] } },
    },
    { name: 'a file that is none', given: { list: '["milk"]' } },
  ],
  fails: [
    {
      name: 'flows alone',
      given: { list: { users: [], subscribedSkus: [] } },
      finds: [
        { rule: 'licence-subscriptions-listed', at: '' },
        { rule: 'licence-users-listed', at: '' },
      ],
    },
    { name: 'no flows', given: { list: { flows: [] } }, finds: [{ rule: 'licence-flows-listed', at: '' }] },
    {
      name: 'an export of the admin centre',
      given: { list: `User principal name,Usage location,Licenses\nada@contoso.example,NL,${premium}+Visio\n` },
      finds: [
        { rule: 'licence-subscriptions-listed' },
        { rule: 'licence-flows-listed' },
        {
          rule: 'licence-product-by-id',
          line: 2,
          what: `Licences that are named without the id of their product: 2, the first "${premium}".`,
        },
      ],
    },
    {
      name: 'subscriptions of another tenant',
      given: { list: { subscribedSkus: [subscribedSku('free', 10, 1)] } },
      finds: [
        {
          rule: 'licence-lists-agree',
          at: '/users/0/licenseDetails/0',
          what: 'Microsoft 365 Business Standard is held by 1 of the list, and the list of subscriptions does not have it.',
        },
        { rule: 'licence-lists-agree', at: '/users/0/licenseDetails/1' },
      ],
    },
    {
      name: 'a product newer than the catalogue, held twice',
      given: {
        list: { users: [userWith([newProduct]), userWith([newProduct], { userPrincipalName: 'b@contoso.example' })] },
      },
      finds: [{ rule: 'licence-product-known', at: '/users/0/licenseDetails/0' }],
    },
  ],
})

const namedBusiness =
  'User principal name,Usage location,Licenses\nada@contoso.example,NL,Microsoft 365 Business Standard\n'

test.each([
  ['what the tenant holds under this name', [subscribedSku('business', 5, 1)], undefined],
  ['what the tenant did not buy', [subscribedSku('premium', 5, 1)], 'does not have under this name: 1, the first'],
  [
    'what stands for two products of the tenant',
    [
      subscribedSku('business', 5, 1),
      { ...subscribedSku('premium', 5, 1), skuPartNumber: 'Microsoft 365 Business Standard' },
    ],
    'holds several products of this name: 1, the first',
  ],
  ['what no list of subscriptions tells of', undefined, 'without the id of their product: 1, the first'],
])('a product named without id, beside the list of subscriptions: %s', (_, value, said) => {
  const subscriptions = value === undefined ? [] : [readLicenceFile('subscribedSkus.json', JSON.stringify({ value }))]
  const { subject } = checkLicences([readLicenceFile('users.csv', namedBusiness), ...subscriptions])
  const found = subject.findings.filter(({ ruleId }) => ruleId === 'licence-product-by-id')
  expect(found.map(({ message }) => message.what)).toEqual(said === undefined ? [] : [expect.stringContaining(said)])
  const handIn = found.map(({ message }) => message.fix).join()
  expect(handIn.includes('subscribedSkus')).toBe(said !== undefined && value === undefined)
})
