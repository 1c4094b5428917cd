import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { adminScope } from './admin-scope.ts'

const rule = 'admin-consent-expected'
const asking = (resourceAppId: string, id: string, type = 'Scope') => ({
  requiredResourceAccess: [{ resourceAppId, resourceAccess: [{ id, type }] }],
})
const flow = '7df0a125-d3be-4c96-aa54-591f83ff541c'
const graph = '00000003-0000-0000-c000-000000000000'
const at = '/requiredResourceAccess/0/resourceAccess/0'

testRuleFamily(adminScope, import.meta.url, {
  passes: [
    { name: 'the profile', given: { manifest: {} } },
    { name: 'reading flows', given: { manifest: asking(flow, 'e45c5562-459d-4d1b-8148-83eb1b6dcf83') } },
    { name: 'a scope nobody knows', given: { manifest: asking(graph, '11111111-2222-4333-8444-555555555555') } },
  ],
  fails: [
    {
      name: 'everything in Power Automate',
      given: { manifest: asking(flow, '44D8C55C-9FFC-4546-883E-9041B5BB0B01') },
      finds: [{ rule, at }],
    },
    {
      name: 'the organisation in Graph',
      given: { manifest: asking(graph, '4908d5b9-3fb2-4b1e-9336-1888b7937185'), format: 'azure-ad-graph' },
      finds: [{ rule, at }],
    },
    {
      name: 'an application permission',
      given: { manifest: asking(graph, 'df021288-bdef-4463-88db-98f22de89214', 'Role') },
      finds: [
        {
          rule,
          at,
          what: 'The application permission df021288-bdef-4463-88db-98f22de89214 of Microsoft Graph can be granted by an administrator only.',
        },
      ],
    },
  ],
})
