import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { redirectPlatform } from './redirect-platform.ts'

const rule = 'redirect-spa-platform'
const web = { redirectUris: ['https://fleetdesk.example/signed-in'] }
const none = { redirectUris: [] }

testRuleFamily(redirectPlatform, import.meta.url, {
  passes: [
    { name: 'a SPA address', given: { manifest: { keyCredentials: [] }, capabilities: ['embed-flows'] } },
    {
      name: 'a server with a certificate',
      given: { manifest: { web, spa: none }, capabilities: ['embed-flows'] },
    },
    {
      name: 'no widgets',
      given: { manifest: { web, spa: none, keyCredentials: [] }, capabilities: ['deploy-dataverse'] },
    },
    { name: 'nobody said what it does', given: { manifest: { web, spa: none, keyCredentials: [] } } },
  ],
  fails: [
    {
      name: 'Web addresses alone',
      given: { manifest: { web, spa: none, keyCredentials: [] }, capabilities: ['embed-approvals'] },
      finds: [{ rule, at: '/web/redirectUris/0' }],
    },
    {
      name: 'Web addresses alone in the older format',
      given: {
        manifest: { replyUrlsWithType: [{ url: 'https://fleetdesk.example/', type: 'Web' }], keyCredentials: [] },
        format: 'azure-ad-graph',
        capabilities: ['embed-runtime'],
      },
      finds: [{ rule, at: '/replyUrlsWithType/0/url' }],
    },
  ],
})
