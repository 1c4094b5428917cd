import { flowWith, subscribedSku } from '../../testing/given-list.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { requestsSummed } from './requests-summed.ts'

const two = (requestsPerDay: number, more: object = {}) => ({
  list: { flows: [flowWith({ requestsPerDay, ...more }), flowWith({ name: 'Second', requestsPerDay, ...more })] },
})

testRuleFamily(requestsSummed, import.meta.url, {
  passes: [
    { name: 'the faultless list', given: { list: {} } },
    { name: 'exactly what Premium gives', given: two(20_000) },
    {
      name: 'one flow alone is judged with its licence',
      given: { list: { flows: [flowWith({ requestsPerDay: 1_000_000 })] } },
    },
    { name: 'paid for by those who run them', given: two(90_000, { trigger: 'instant' }) },
    {
      name: 'Process carries them',
      given: {
        list: { ...two(90_000, { processLicence: true }).list, subscribedSkus: [subscribedSku('process', 2, 2)] },
      },
    },
    {
      name: 'nobody said what was bought',
      given: { list: { ...two(1, { processLicence: true }).list, subscribedSkus: [] } },
    },
  ],
  fails: [
    {
      name: 'one request too many',
      given: two(20_001),
      finds: [
        {
          rule: 'licence-requests-summed',
          at: '/users/0',
          what: 'The 2 flows of ada@contoso.example make an estimated 40002 requests in 24 hours; the licences give 40000.',
        },
      ],
    },
    {
      name: 'Process licences that lie about',
      given: { list: { subscribedSkus: [subscribedSku('process', 2, 0)] } },
      finds: [{ rule: 'licence-process-allocated', at: '/subscribedSkus/0' }],
    },
    {
      name: 'a Process licence that nobody bought',
      given: { list: { flows: [flowWith(), flowWith({ name: 'Second', processLicence: true })] } },
      finds: [
        {
          rule: 'licence-process-allocated',
          at: '/flows/1',
          what: 'The tenant holds no Process licence, and the list says that one is allocated to "Second".',
        },
      ],
    },
  ],
})
