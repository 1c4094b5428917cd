import { expect, test } from 'vitest'
import { checkLicences } from '../../engine/check-licences.ts'
import { readLicenceFile } from '../../licences/read-licence-file.ts'
import { flowWith, licenceDetail, listText, userWith } from '../../testing/given-list.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { accountEnabled } from './account-enabled.ts'

const rule = 'licence-owner-enabled'
const off = userWith([licenceDetail('premium')], { accountEnabled: false })
const bo = userWith([], { userPrincipalName: 'bo@contoso.example' })

testRuleFamily(accountEnabled, import.meta.url, {
  passes: [
    { name: 'the faultless list', given: { list: {} } },
    {
      name: 'nobody rests on it',
      given: { list: { users: [off, bo], flows: [flowWith({ owner: 'bo@contoso.example' })] } },
    },
    {
      name: 'an application of the same id owns it',
      given: { list: { users: [off], flows: [flowWith({ owner: { servicePrincipal: 'ada@contoso.example' } })] } },
    },
  ],
  fails: [
    {
      name: 'the owner, written otherwise',
      given: { list: { users: [off], flows: [flowWith({ owner: 'ADA@contoso.example' })] } },
      finds: [
        {
          rule,
          at: '/users/0',
          what: 'ada@contoso.example owns "Invoices to the ledger", and this account is switched off.',
        },
      ],
    },
    {
      name: 'a runner',
      given: {
        list: {
          users: [off, bo],
          flows: [flowWith({ trigger: 'instant', owner: 'bo@contoso.example', runners: ['ada@contoso.example'] })],
        },
      },
      finds: [
        {
          rule,
          at: '/users/0',
          what: 'ada@contoso.example is to run "Invoices to the ledger", and this account is switched off.',
        },
      ],
    },
  ],
})

test('thousands of accounts and flows take the sum of their numbers, not the product', () => {
  const name = (at: number) => `u${at}@contoso.example`
  const users = Array.from({ length: 3000 }, (_, at) =>
    userWith([], { userPrincipalName: name(at), accountEnabled: false }),
  )
  const runners = Array.from({ length: 50 }, (_, at) => name(at))
  const flows = Array.from({ length: 2000 }, (_, at) => flowWith({ name: `f${at}`, trigger: 'instant', runners }))
  const read = readLicenceFile('licences.json', listText({ list: { users, flows } }))
  const begun = process.cpuUsage().user
  const { findings } = checkLicences([read], { families: [accountEnabled] }).subject
  expect(findings).toHaveLength(50)
  expect(process.cpuUsage().user - begun).toBeLessThan(5_000_000)
})
