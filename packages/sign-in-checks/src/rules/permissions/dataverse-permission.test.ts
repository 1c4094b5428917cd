import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { dataversePermission } from './dataverse-permission.ts'

const rule = 'dataverse-permission'
const needed = {
  resourceAppId: '00000007-0000-0000-c000-000000000000',
  resourceAccess: [{ id: '78ce3f0f-a1ce-49c2-8cde-64b5c0896db4', type: 'Scope' }],
}

testRuleFamily(dataversePermission, import.meta.url, {
  passes: [
    {
      name: 'asked for',
      given: { manifest: { requiredResourceAccess: [needed] }, capabilities: ['deploy-dataverse'] },
    },
    { name: 'not needed', given: { manifest: { requiredResourceAccess: [] }, capabilities: ['embed-gallery'] } },
    { name: 'nobody said what it does', given: { manifest: { requiredResourceAccess: [] } } },
  ],
  fails: [
    {
      name: 'not asked for',
      given: { manifest: { requiredResourceAccess: [] }, capabilities: ['deploy-dataverse'] },
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
        capabilities: ['deploy-dataverse'],
      },
      finds: [{ rule, at: '/requiredResourceAccess/0' }],
    },
  ],
})
