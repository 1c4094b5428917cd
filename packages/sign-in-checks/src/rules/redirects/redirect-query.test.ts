import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { redirectQuery } from './redirect-query.ts'

const rule = 'redirect-no-query'
const redirectUris = ['https://fleetdesk.example/', 'https://fleetdesk.example/?from=appsource']
const signInAudience = 'AzureADandPersonalMicrosoftAccount'

testRuleFamily(redirectQuery, import.meta.url, {
  passes: [
    { name: 'a query for work accounts', given: { manifest: { spa: { redirectUris } } } },
    {
      name: 'no query with personal accounts',
      given: { manifest: { signInAudience, spa: { redirectUris: ['https://fleetdesk.example/'] } } },
    },
  ],
  fails: [
    {
      name: 'a query with personal accounts',
      given: { manifest: { signInAudience, spa: { redirectUris } } },
      finds: [{ rule, at: '/spa/redirectUris/1' }],
    },
  ],
})
