import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { leastPrivilege } from './least-privilege.ts'

const rule = 'scopes-least-privilege'
const ids = {
  read: 'e45c5562-459d-4d1b-8148-83eb1b6dcf83',
  manage: '30b2d850-00c3-4802-b7ae-ece9af9de5c6',
  activity: '822a9cde-503a-472d-a530-d1dc9cd0d52b',
  user: '44d8c55c-9ffc-4546-883e-9041b5bb0b01',
}
const flow = (...asked: string[]) => ({
  resourceAppId: '7df0a125-d3be-4c96-aa54-591f83ff541c',
  resourceAccess: asked.map((id) => ({ id, type: 'Scope' })),
})
const graph = (id: string) => ({
  resourceAppId: '00000003-0000-0000-c000-000000000000',
  resourceAccess: [{ id, type: 'Scope' }],
})
const asking = (...requiredResourceAccess: object[]) => ({ requiredResourceAccess })

testRuleFamily(leastPrivilege, import.meta.url, {
  passes: [
    { name: 'what flows need', given: { manifest: asking(flow(ids.read, ids.manage)), capabilities: ['embed-flows'] } },
    {
      name: 'what the history may use',
      given: { manifest: asking(flow(ids.read, ids.manage, ids.activity)), capabilities: ['embed-runtime'] },
    },
    { name: 'the profile', given: { manifest: {}, capabilities: ['embed-gallery'] } },
    {
      name: 'an API nobody knows',
      given: {
        manifest: asking({ ...flow(ids.read), resourceAppId: '11111111-2222-4333-8444-555555555555' }),
        capabilities: ['embed-flows'],
      },
    },
  ],
  fails: [
    {
      name: 'the scope for everything',
      given: { manifest: asking(flow(ids.read, ids.user, ids.manage)), capabilities: ['embed-flows'] },
      finds: [
        {
          rule,
          at: '/requiredResourceAccess/0/resourceAccess/1',
          what: 'User of Power Automate (Flow Service) is asked for, and nothing of what the application does (embed-flows) needs it.',
        },
      ],
      mended: { manifest: asking(flow(ids.read, ids.manage)) },
    },
    {
      name: 'flows of an application that only deploys',
      given: { manifest: asking(flow(ids.read)), capabilities: ['deploy-dataverse'], format: 'azure-ad-graph' },
      finds: [{ rule, at: '/requiredResourceAccess/0/resourceAccess/0' }],
    },
    {
      name: 'the directory for a gallery',
      given: {
        manifest: asking(graph('06da0dbc-49e2-44d2-8312-53f166ab848a')),
        capabilities: ['embed-gallery'],
      },
      finds: [{ rule, at: '/requiredResourceAccess/0/resourceAccess/0' }],
    },
  ],
})
