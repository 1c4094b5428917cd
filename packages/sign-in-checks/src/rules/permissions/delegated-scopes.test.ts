import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { delegatedScopes } from './delegated-scopes.ts'

const rule = 'flow-scopes-delegated'
const asking = (id: string, type: string, resourceAppId = '7df0a125-d3be-4c96-aa54-591f83ff541c') => ({
  requiredResourceAccess: [{ resourceAppId, resourceAccess: [{ id, type }] }],
})
const read = 'e45c5562-459d-4d1b-8148-83eb1b6dcf83'
const at = '/requiredResourceAccess/0/resourceAccess/0/type'

testRuleFamily(delegatedScopes, import.meta.url, {
  passes: [
    { name: 'as the user', given: { manifest: asking(read, 'Scope') } },
    {
      name: 'Graph as the application',
      given: {
        manifest: asking('df021288-bdef-4463-88db-98f22de89214', 'Role', '00000003-0000-0000-c000-000000000000'),
      },
    },
  ],
  fails: [
    {
      name: 'as the application',
      given: { manifest: asking(read, 'Role') },
      finds: [{ rule, at }],
      mended: { manifest: asking(read, 'Scope') },
    },
    {
      name: 'an id nobody knows',
      given: { manifest: asking('11111111-2222-4333-8444-555555555555', 'Role'), format: 'azure-ad-graph-early' },
      finds: [{ rule, at }],
    },
  ],
})
