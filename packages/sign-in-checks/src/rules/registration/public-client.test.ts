import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { publicClient } from './public-client.ts'

const off = 'app-public-client-off'
const on = 'app-public-client-for-device-code'
const word = 'app-public-client-boolean'

testRuleFamily(publicClient, import.meta.url, {
  passes: [
    { name: 'off', given: { manifest: {} } },
    { name: 'not set', given: { manifest: { isFallbackPublicClient: null } } },
    {
      name: 'on for a device code',
      given: { manifest: { isFallbackPublicClient: true }, capabilities: ['device-code'] },
    },
  ],
  fails: [
    {
      name: 'on without need',
      given: { manifest: { isFallbackPublicClient: true } },
      finds: [{ rule: off, at: '/isFallbackPublicClient' }],
      mended: { manifest: { isFallbackPublicClient: false } },
    },
    {
      name: 'on without need in the early format',
      given: { manifest: { publicClient: true }, format: 'azure-ad-graph-early', capabilities: ['embed-flows'] },
      finds: [{ rule: off, at: '/publicClient' }],
    },
    {
      name: 'off although a device code needs it',
      given: { manifest: { allowPublicClient: false }, format: 'azure-ad-graph', capabilities: ['device-code'] },
      finds: [{ rule: on, at: '/allowPublicClient' }],
    },
    {
      name: 'not set although a device code needs it',
      given: { manifest: { isFallbackPublicClient: null }, capabilities: ['device-code'] },
      finds: [{ rule: on, at: '' }],
      mended: { manifest: { isFallbackPublicClient: true } },
    },
    {
      name: 'a text',
      given: { manifest: { isFallbackPublicClient: 'false' } },
      finds: [{ rule: word, at: '/isFallbackPublicClient' }],
      mended: { manifest: { isFallbackPublicClient: false } },
    },
    {
      name: 'a number',
      given: { manifest: { isFallbackPublicClient: 0 } },
      finds: [{ rule: word, at: '/isFallbackPublicClient' }],
    },
  ],
})
