import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { regionalPortalPermission } from './regional-portal-permission.ts'

const rule = 'regional-portal-permission'
const needed = {
  resourceAppId: '797f4846-ba00-4fd7-ba43-dac1f8f63013',
  resourceAccess: [{ id: '41094075-9dad-400e-a0bd-54e686782033', type: 'Scope' }],
}

testRuleFamily(regionalPortalPermission, import.meta.url, {
  passes: [
    { name: 'asked for', given: { manifest: { requiredResourceAccess: [needed] }, capabilities: ['regional-portal'] } },
    { name: 'not needed', given: { manifest: { requiredResourceAccess: [] }, capabilities: ['embed-gallery'] } },
    { name: 'nobody said what it does', given: { manifest: { requiredResourceAccess: [] } } },
  ],
  fails: [
    {
      name: 'not asked for',
      given: { manifest: { requiredResourceAccess: [] }, capabilities: ['regional-portal'] },
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
        capabilities: ['regional-portal'],
      },
      finds: [{ rule, at: '/requiredResourceAccess/0' }],
    },
  ],
})
