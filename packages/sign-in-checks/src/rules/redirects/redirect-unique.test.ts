import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { redirectUnique } from './redirect-unique.ts'

const rule = 'redirect-unique'
const address = 'https://fleetdesk.example/signed-in'

testRuleFamily(redirectUnique, import.meta.url, {
  passes: [{ name: 'each once', given: { manifest: { spa: { redirectUris: [address, `${address}/admin`] } } } }],
  fails: [
    {
      name: 'twice in one list',
      given: { manifest: { spa: { redirectUris: [address, address] } } },
      finds: [{ rule, at: '/spa/redirectUris/1' }],
      mended: { manifest: { spa: { redirectUris: [address] } } },
    },
    {
      name: 'on two platforms',
      given: { manifest: { web: { redirectUris: [address] }, spa: { redirectUris: [address] } } },
      finds: [{ rule, at: '/spa/redirectUris/0' }],
    },
    {
      name: 'twice in the older format',
      given: {
        manifest: {
          replyUrlsWithType: [
            { url: address, type: 'Web' },
            { url: address, type: 'Spa' },
          ],
        },
        format: 'azure-ad-graph',
      },
      finds: [{ rule, at: '/replyUrlsWithType/1/url' }],
      mended: { manifest: { replyUrlsWithType: [{ url: address, type: 'Web' }] }, format: 'azure-ad-graph' },
    },
    {
      name: 'in capitals as well',
      given: { manifest: { spa: { redirectUris: [address, 'https://fleetdesk.example/Signed-In'] } } },
      finds: [
        {
          rule,
          at: '/spa/redirectUris/1',
          what: '"https://fleetdesk.example/Signed-In" differs from "https://fleetdesk.example/signed-in" in capital letters alone.',
        },
      ],
    },
  ],
})
