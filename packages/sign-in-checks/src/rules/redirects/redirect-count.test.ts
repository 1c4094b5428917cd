import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { redirectCount } from './redirect-count.ts'

const rule = 'redirect-max-count'
const many = (count: number) => Array.from({ length: count }, (_, at) => `https://customer${at}.fleetdesk.example/`)
const personal = 'AzureADandPersonalMicrosoftAccount'

testRuleFamily(redirectCount, import.meta.url, {
  passes: [
    { name: '256 for work accounts', given: { manifest: { spa: { redirectUris: many(256) } } } },
    {
      name: '100 with personal accounts',
      given: { manifest: { signInAudience: personal, spa: { redirectUris: many(100) } } },
    },
  ],
  fails: [
    {
      name: '257 for work accounts, over two platforms',
      given: { manifest: { web: { redirectUris: many(100) }, spa: { redirectUris: many(157) } } },
      finds: [{ rule, at: '/spa/redirectUris/156' }],
    },
    {
      name: '101 with personal accounts',
      given: { manifest: { signInAudience: personal, spa: { redirectUris: many(101) } } },
      finds: [{ rule, at: '/spa/redirectUris/100' }],
    },
  ],
})
