import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { manifestFormat } from './manifest-format.ts'

testRuleFamily(manifestFormat, import.meta.url, {
  passes: [
    { name: 'today’s format', given: { manifest: {} } },
    { name: 'the older format', given: { manifest: {}, format: 'azure-ad-graph' } },
    { name: 'the early format', given: { manifest: {}, format: 'azure-ad-graph-early' } },
    { name: 'keys of the other format that say nothing', given: { manifest: { replyUrlsWithType: null } } },
    { name: 'a byte-order mark', given: { manifest: '\ufeff{ "appId": "x", "signInAudience": "y", "spa": {} }' } },
  ],
  fails: [
    {
      name: 'a comma behind the last entry',
      given: { manifest: '{ "appId": "a", "signInAudience": "b", "spa": { "redirectUris": [] }, }' },
      finds: [{ rule: 'app-manifest-json', line: 1, what: 'A comma stands here too many.' }],
      mended: { manifest: '{ "appId": "a", "signInAudience": "b", "spa": { "redirectUris": [] } }' },
    },
    {
      name: 'a comment',
      given: { manifest: '{ "appId": "a", // mine\n"signInAudience": "b", "spa": {} }' },
      finds: [{ rule: 'app-manifest-json', line: 1 }],
    },
    {
      name: 'a file that was cut off',
      given: { manifest: '{ "appId": "a", "signInAudience": "b", "spa": { "redirectUris": [' },
      finds: [{ rule: 'app-manifest-json', line: 1 }],
    },
    {
      name: 'another JSON file',
      given: { manifest: '{ "name": "fleet-desk", "version": "1.0.0" }' },
      finds: [{ rule: 'app-manifest-recognised', at: '' }],
    },
    {
      name: 'a list',
      given: { manifest: '[]' },
      finds: [{ rule: 'app-manifest-recognised', at: '' }],
    },
    {
      name: 'a key of the older format in today’s',
      given: { manifest: { replyUrlsWithType: [] } },
      finds: [{ rule: 'app-manifest-one-format', at: '/replyUrlsWithType' }],
    },
    {
      name: 'a key of today’s format in the older one',
      given: { manifest: { isFallbackPublicClient: true }, format: 'azure-ad-graph' },
      finds: [{ rule: 'app-manifest-one-format', at: '/isFallbackPublicClient' }],
    },
  ],
})
