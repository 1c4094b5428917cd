import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { connectionsPermission } from './connections-permission.ts'

const rule = 'connections-permission'
const needed = {
  resourceAppId: '475226c6-020e-4fb2-8a90-7a972cbfc1d4',
  resourceAccess: [{ id: '0eb56b90-a7b5-43b5-9402-8137a8083e90', type: 'Scope' }],
}

testRuleFamily(connectionsPermission, import.meta.url, {
  passes: [
    {
      name: 'asked for',
      given: { manifest: { requiredResourceAccess: [needed] }, capabilities: ['create-connections'] },
    },
    { name: 'not needed', given: { manifest: { requiredResourceAccess: [] }, capabilities: ['embed-gallery'] } },
    { name: 'nobody said what it does', given: { manifest: { requiredResourceAccess: [] } } },
  ],
  fails: [
    {
      name: 'not asked for',
      given: { manifest: { requiredResourceAccess: [] }, capabilities: ['create-connections'] },
      finds: [{ rule, at: '/requiredResourceAccess' }],
      mended: { manifest: { requiredResourceAccess: [needed] } },
    },
    {
      name: 'another permission of the same API',
      given: {
        manifest: {
          requiredResourceAccess: [
            { ...needed, resourceAccess: [{ id: '11111111-2222-4333-8444-555555555555', type: 'Scope' }] },
          ],
        },
        format: 'azure-ad-graph',
        capabilities: ['create-connections'],
      },
      finds: [{ rule, at: '/requiredResourceAccess/0' }],
    },
  ],
})
