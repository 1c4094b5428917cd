import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { profilePermission } from './profile-permission.ts'

const rule = 'profile-permission'
const needed = {
  resourceAppId: '00000003-0000-0000-c000-000000000000',
  resourceAccess: [{ id: 'e1fe6dd8-ba31-4d61-89e7-88639da4683d', type: 'Scope' }],
}

testRuleFamily(profilePermission, import.meta.url, {
  passes: [
    { name: 'asked for', given: { manifest: { requiredResourceAccess: [needed] }, capabilities: ['read-profile'] } },
    { name: 'not needed', given: { manifest: { requiredResourceAccess: [] }, capabilities: ['embed-gallery'] } },
    { name: 'nobody said what it does', given: { manifest: { requiredResourceAccess: [] } } },
  ],
  fails: [
    {
      name: 'not asked for',
      given: { manifest: { requiredResourceAccess: [] }, capabilities: ['read-profile'] },
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
        capabilities: ['read-profile'],
      },
      finds: [{ rule, at: '/requiredResourceAccess/0' }],
    },
  ],
})
