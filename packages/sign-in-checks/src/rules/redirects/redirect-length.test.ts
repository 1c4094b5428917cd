import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { redirectLength } from './redirect-length.ts'

const rule = 'redirect-max-length'
const address = (length: number) => 'https://fleetdesk.example/'.padEnd(length, 'a')

testRuleFamily(redirectLength, import.meta.url, {
  passes: [{ name: '256 characters', given: { manifest: { spa: { redirectUris: [address(256)] } } } }],
  fails: [
    {
      name: '257 characters',
      given: { manifest: { spa: { redirectUris: ['https://a.example', address(257)] } } },
      finds: [
        {
          rule,
          at: '/spa/redirectUris/1',
          what: 'The redirect address has 257 characters; 256 are allowed.',
        },
      ],
    },
  ],
})
