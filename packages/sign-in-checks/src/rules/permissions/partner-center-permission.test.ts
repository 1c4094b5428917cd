import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { partnerCenterPermission } from './partner-center-permission.ts'

const rule = 'partner-center-permission'
const needed = {
  resourceAppId: 'fa3d9a0c-3fb0-42cc-9193-47c7ecd2edbd',
  resourceAccess: [{ id: '1cebfa2a-fb4d-419e-b5f9-839b4383e05a', type: 'Scope' }],
}

testRuleFamily(partnerCenterPermission, import.meta.url, {
  passes: [
    { name: 'asked for', given: { manifest: { requiredResourceAccess: [needed] }, capabilities: ['partner-center'] } },
    { name: 'not needed', given: { manifest: { requiredResourceAccess: [] }, capabilities: ['embed-gallery'] } },
    { name: 'nobody said what it does', given: { manifest: { requiredResourceAccess: [] } } },
  ],
  fails: [
    {
      name: 'not asked for',
      given: { manifest: { requiredResourceAccess: [] }, capabilities: ['partner-center'] },
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
        capabilities: ['partner-center'],
      },
      finds: [{ rule, at: '/requiredResourceAccess/0' }],
    },
  ],
})
