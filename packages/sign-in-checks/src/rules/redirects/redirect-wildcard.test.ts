import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { redirectWildcard } from './redirect-wildcard.ts'

const rule = 'redirect-no-wildcard'
const spa = { redirectUris: ['https://*.fleetdesk.example/'] }

testRuleFamily(redirectWildcard, import.meta.url, {
  passes: [{ name: 'one place', given: { manifest: {} } }],
  fails: [
    {
      name: 'a wildcard for work accounts',
      given: { manifest: { spa } },
      finds: [{ rule, at: '/spa/redirectUris/0' }],
    },
    {
      name: 'a wildcard for personal accounts',
      given: { manifest: { spa, signInAudience: 'AzureADandPersonalMicrosoftAccount' } },
      finds: [
        {
          rule,
          at: '/spa/redirectUris/0',
          what: '"https://*.fleetdesk.example/" holds a wildcard, and personal accounts may sign in.',
        },
      ],
    },
    {
      name: 'a wildcard in the path',
      given: { manifest: { replyUrls: ['https://fleetdesk.example/*'] }, format: 'azure-ad-graph-early' },
      finds: [{ rule, at: '/replyUrls/0' }],
    },
  ],
})
