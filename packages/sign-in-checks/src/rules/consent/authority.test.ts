import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { authority } from './authority.ts'

const address = 'https://login.microsoftonline.com/contoso.example/v2.0'

testRuleFamily(authority, import.meta.url, {
  passes: [
    { name: 'nothing looked up', given: { manifest: {} } },
    { name: 'an answer', given: { manifest: {}, facts: { authority: { address, issuer: address } } } },
  ],
  fails: [
    {
      name: 'no answer',
      given: { manifest: {}, facts: { authority: { address, problem: 'AADSTS90002: there is no such tenant.' } } },
      finds: [
        {
          rule: 'authority-resolves',
          at: '/appId',
          what: `${address} does not answer as an authority: AADSTS90002: there is no such tenant.`,
        },
      ],
    },
  ],
})
