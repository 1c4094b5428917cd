import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { redirectPresent } from './redirect-present.ts'

const rule = 'redirect-present'

testRuleFamily(redirectPresent, import.meta.url, {
  passes: [
    { name: 'an address of each format', given: { manifest: {} } },
    { name: 'an address of the older format', given: { manifest: {}, format: 'azure-ad-graph' } },
    { name: 'an address of the early format', given: { manifest: {}, format: 'azure-ad-graph-early' } },
    {
      name: 'none, for a device code alone',
      given: { manifest: { spa: { redirectUris: [] } }, capabilities: ['device-code'] },
    },
  ],
  fails: [
    {
      name: 'empty lists',
      given: { manifest: { spa: { redirectUris: [] } } },
      finds: [{ rule, at: '/web/redirectUris' }],
      dependsOnOrder: true,
    },
    {
      name: 'no list',
      given: { manifest: { replyUrls: undefined }, format: 'azure-ad-graph-early' },
      finds: [{ rule, at: '' }],
    },
    {
      name: 'an empty list, for a device code and a widget',
      given: {
        manifest: { replyUrlsWithType: [] },
        format: 'azure-ad-graph',
        capabilities: ['device-code', 'embed-flows'],
      },
      finds: [{ rule, at: '/replyUrlsWithType' }],
    },
  ],
})
