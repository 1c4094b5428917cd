import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { credentialKind } from './credential-kind.ts'

const rule = 'credential-certificate-preferred'

testRuleFamily(credentialKind, import.meta.url, {
  passes: [{ name: 'a certificate', given: { manifest: {} } }],
  fails: [
    {
      name: 'two secrets, one without a name',
      given: { manifest: { passwordCredentials: [{ displayName: 'server' }, {}] } },
      finds: [
        { rule, at: '/passwordCredentials/0', what: 'The secret "server" is a password of the application.' },
        { rule, at: '/passwordCredentials/1', what: 'The secret "number 2" is a password of the application.' },
      ],
    },
  ],
})
