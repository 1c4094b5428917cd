import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { licencePermission } from './licence-permission.ts'

const rule = 'licence-permission'
const needed = {
  resourceAppId: '00000003-0000-0000-c000-000000000000',
  resourceAccess: [{ id: '4908d5b9-3fb2-4b1e-9336-1888b7937185', type: 'Scope' }],
}

testRuleFamily(licencePermission, import.meta.url, {
  passes: [
    { name: 'asked for', given: { manifest: { requiredResourceAccess: [needed] }, capabilities: ['read-licences'] } },
    { name: 'not needed', given: { manifest: { requiredResourceAccess: [] }, capabilities: ['embed-gallery'] } },
    { name: 'nobody said what it does', given: { manifest: { requiredResourceAccess: [] } } },
  ],
  fails: [
    {
      name: 'not asked for',
      given: { manifest: { requiredResourceAccess: [] }, capabilities: ['read-licences'] },
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
        capabilities: ['read-licences'],
      },
      finds: [{ rule, at: '/requiredResourceAccess/0' }],
    },
  ],
})
