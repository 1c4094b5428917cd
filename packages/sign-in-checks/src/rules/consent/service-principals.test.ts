import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { servicePrincipals } from './service-principals.ts'

const rule = 'service-principals-present'
const graph = '00000003-0000-0000-c000-000000000000'
const flow = '7df0a125-d3be-4c96-aa54-591f83ff541c'
const own = '0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11'
const asking = (...ids: string[]) => ({
  requiredResourceAccess: ids.map((resourceAppId) => ({ resourceAppId, resourceAccess: [] })),
})

testRuleFamily(servicePrincipals, import.meta.url, {
  passes: [
    { name: 'nothing looked up', given: { manifest: {} } },
    { name: 'both there', given: { manifest: {}, facts: { servicePrincipals: [graph, own.toUpperCase()] } } },
  ],
  fails: [
    {
      name: 'neither the application nor Flow',
      given: { manifest: asking(graph, flow), facts: { servicePrincipals: [graph] } },
      finds: [
        { rule, at: '/appId' },
        { rule, at: '/requiredResourceAccess/1' },
      ],
    },
    {
      name: 'another API',
      given: { manifest: asking(graph), facts: { servicePrincipals: [own] } },
      finds: [
        { rule, at: '/requiredResourceAccess/0', what: `The API ${graph} does not exist in the customer’s tenant.` },
      ],
    },
  ],
})
