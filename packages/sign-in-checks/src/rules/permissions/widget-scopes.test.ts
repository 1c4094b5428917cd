import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { widgetScopes } from './widget-scopes.ts'

const rule = 'widget-scopes'
const read = 'e45c5562-459d-4d1b-8148-83eb1b6dcf83'
const manage = '30b2d850-00c3-4802-b7ae-ece9af9de5c6'
const approvals = ['e9cbd5de-0031-493e-8fb1-60712d03cc8b', 'd05743e4-fb24-4dff-8a33-0f6c73c964bd']
const asking = (...ids: string[]) => ({
  requiredResourceAccess: [
    {
      resourceAppId: '7df0a125-d3be-4c96-aa54-591f83ff541c',
      resourceAccess: ids.map((id) => ({ id, type: 'Scope' })),
    },
  ],
})

testRuleFamily(widgetScopes, import.meta.url, {
  passes: [
    {
      name: 'both for flows',
      given: { manifest: asking(read, manage), capabilities: ['embed-flows', 'embed-templates'] },
    },
    { name: 'its two for approvals', given: { manifest: asking(...approvals), capabilities: ['embed-approvals'] } },
    { name: 'no service at all, which another rule says', given: { manifest: {}, capabilities: ['embed-flows'] } },
    { name: 'nobody said what it does', given: { manifest: asking() } },
  ],
  fails: [
    {
      name: 'reading alone',
      given: { manifest: asking(read), capabilities: ['embed-flows'] },
      finds: [{ rule, at: '/requiredResourceAccess/0' }],
      mended: { manifest: asking(read, manage) },
    },
    {
      name: 'two widgets that lack the same scope',
      given: { manifest: asking(manage), capabilities: ['embed-flows', 'embed-flow-creation'] },
      finds: [
        {
          rule,
          what: 'To embed the list of flows, the application needs Flows.Read.All of Power Automate (Flow Service), and does not ask for it.',
        },
      ],
    },
    {
      name: 'approvals with the scopes of flows',
      given: { manifest: asking(read, manage), capabilities: ['embed-approvals'], format: 'azure-ad-graph' },
      finds: [
        { rule, at: '/requiredResourceAccess/0' },
        { rule, at: '/requiredResourceAccess/0' },
      ],
    },
  ],
})
