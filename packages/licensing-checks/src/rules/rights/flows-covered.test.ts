import { flowWith, licenceDetail, subscribedSku, userWith } from '../../testing/given-list.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { flowsCovered } from './flows-covered.ts'

const gap = 'licence-covers-flow'
const ask = 'licence-coverage-answered'
const business = [userWith([licenceDetail('business')])]

testRuleFamily(flowsCovered, import.meta.url, {
  passes: [
    { name: 'the faultless list', given: { list: {} } },
    {
      name: 'a standard flow with Office 365',
      given: {
        list: { users: business, flows: [flowWith({ connectors: [{ id: 'shared_office365', tier: 'standard' }] })] },
      },
    },
    {
      name: 'a Process licence covers everybody',
      given: { list: { users: business, flows: [flowWith({ processLicence: true })] } },
    },
    { name: 'Office 365 in 2018', given: { list: { users: business }, edition: '2018-02' } },
    { name: 'pay as you go', given: { list: { users: [userWith([])], flows: [flowWith({ payAsYouGo: true })] } } },
  ],
  fails: [
    {
      name: 'a custom connector with Office 365, in two flows',
      given: { list: { users: business, flows: [flowWith(), flowWith({ name: 'Second' })] } },
      finds: [
        {
          rule: gap,
          at: '/users/0',
          what: 'ada@contoso.example is not covered for "Invoices to the ledger", "Second".',
        },
      ],
    },
    {
      name: 'nobody owns it: each user would',
      given: {
        list: {
          users: [...business, userWith([], { userPrincipalName: 'bo@contoso.example' })],
          flows: [flowWith({ owner: undefined })],
        },
      },
      finds: [
        { rule: gap, at: '/users/0' },
        { rule: gap, at: '/users/1' },
      ],
    },
    {
      name: 'an application owns it',
      given: { list: { flows: [flowWith({ owner: { servicePrincipal: 'deployer' } })] } },
      finds: [{ rule: gap, at: '/flows/0', what: 'deployer is not covered for "Invoices to the ledger".' }],
    },
    {
      name: 'a runner whom nobody listed',
      given: { list: { flows: [flowWith({ trigger: 'instant', runners: ['bo@contoso.example'] })] } },
      finds: [{ rule: ask, at: '/flows/0' }],
    },
    {
      name: 'nobody is listed, so there is nobody to ask about',
      given: { list: { users: [], flows: [flowWith({ trigger: 'instant', runners: ['bo@contoso.example'] })] } },
      finds: [],
    },
    {
      name: 'Process licences of which nobody says where they are',
      given: {
        list: {
          users: business,
          subscribedSkus: [subscribedSku('process', 2, 0)],
          flows: [flowWith({ processLicence: undefined })],
        },
      },
      finds: [{ rule: ask, at: '/users/0' }],
    },
    {
      name: 'too much at once',
      given: { list: { flows: [flowWith({ actionsPerFiveMinutes: 200_000 })] } },
      finds: [{ rule: gap, at: '/users/0' }],
    },
  ],
})
