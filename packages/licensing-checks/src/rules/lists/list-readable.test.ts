import { expect, test } from 'vitest'
import { checkLicences } from '../../engine/check-licences.ts'
import { readLicenceFile } from '../../licences/read-licence-file.ts'
import { flowWith, userWith } from '../../testing/given-list.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { listReadable } from './list-readable.ts'

testRuleFamily(listReadable, import.meta.url, {
  passes: [
    { name: 'the faultless list', given: { list: {} } },
    { name: 'a table', given: { list: 'User principal name,Licenses\nada@contoso.example,Power Automate Premium\n' } },
    {
      name: 'an answer about a user without licences',
      given: { list: '{"@odata.context":"https://x/$metadata#users(\'a\')/licenseDetails","value":[]}' },
    },
  ],
  fails: [
    { name: 'a shopping list', given: { list: '["milk"]' }, finds: [{ rule: 'licence-list-recognised', at: '' }] },
    { name: 'prose', given: { list: 'Dear customer' }, finds: [{ rule: 'licence-list-recognised' }] },
    {
      name: 'a licence without a product and a connector without an id',
      given: {
        list: { users: [userWith([{ servicePlans: [] }])], flows: [flowWith({ connectors: [{ tier: 'premium' }] })] },
      },
      finds: [
        { rule: 'licence-list-readable', at: '/users/0/licenseDetails/0' },
        { rule: 'licence-list-readable', at: '/flows/0/connectors/0', what: 'This connector has no id.' },
      ],
    },
    {
      name: 'a subscription whose product is no GUID',
      given: { list: { subscribedSkus: [{ skuId: 'premium', prepaidUnits: { enabled: 1 } }] } },
      finds: [{ rule: 'licence-list-readable', at: '/subscribedSkus/0' }],
    },
    {
      name: 'a word that is no trigger',
      given: { list: { flows: [flowWith({ trigger: 'sometimes', requestsPerDay: -1 })] } },
      finds: [
        { rule: 'licence-list-readable', at: '/flows/0/trigger' },
        { rule: 'licence-list-readable', at: '/flows/0/requestsPerDay' },
      ],
    },
    {
      name: 'a table with a row of nobody',
      given: { list: 'upn,skuId\n,eda1941c-3c4f-4995-b5eb-e85a42175ab9\n' },
      finds: [{ rule: 'licence-list-readable', line: 2, what: 'This row names no user.' }],
    },
    {
      name: 'JSON that ends too early',
      given: { list: '{"users":[{"userPrincipalName":"ada@contoso.example","licenseDetails":[' },
      finds: [{ rule: 'licence-list-readable' }],
    },
  ],
})

test('a table in the encoding of an old Excel is told, one in UTF-16 that was decoded is not', () => {
  const given = (name: string) =>
    `UserPrincipalName,UsageLocation,SkuId\n${name}@contoso.example,NL,eda1941c-3c4f-4995-b5eb-e85a42175ab9\n`
  const check = (text: string) =>
    checkLicences([readLicenceFile('users.csv', text, { isUtf8: false })], { families: [listReadable] }).subject
      .findings
  expect(check(given('j\uFFFDrg'))).toMatchObject([
    {
      ruleId: 'licence-list-readable',
      severity: 'warning',
      file: 'users.csv',
      range: { start: { line: 2, column: 2 } },
    },
  ])
  expect(check(given('jörg'))).toEqual([])
})
