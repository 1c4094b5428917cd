import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { connectionSecret } from './connection-secret.ts'

const parameter = (name: string, rest: object) => ({ properties: { connectionParameters: { [name]: rest } } })
const clear = (clearText: unknown) => ({ type: 'securestring', uiDefinition: { constraints: { clearText } } })
const at = '/properties/connectionParameters/password'

testRuleFamily(connectionSecret, import.meta.url, {
  passes: [
    { name: 'a password', given: parameter('password', clear(false)) },
    { name: 'an address that has to do with keys', given: parameter('keyVaultUrl', { type: 'string' }) },
    { name: 'a default of a string', given: parameter('region', { type: 'string', defaultValue: 'eu' }) },
    { name: 'no default to speak of', given: parameter('password', { type: 'securestring', defaultValue: '' }) },
  ],
  fails: [
    {
      name: 'a password as a string',
      given: parameter('password', { type: 'string' }),
      finds: [{ rule: 'auth-secret-securestring', at: `${at}/type` }],
      mended: parameter('password', { type: 'securestring' }),
    },
    {
      name: 'a companion of the token',
      given: parameter('token:clientSecret', { type: 'string' }),
      finds: [{ rule: 'auth-secret-securestring' }],
    },
    {
      name: 'clear text',
      given: parameter('password', clear(true)),
      finds: [{ rule: 'auth-secret-no-cleartext', at: `${at}/uiDefinition/constraints/clearText` }],
      mended: parameter('password', clear(false)),
    },
    {
      name: 'a default',
      given: parameter('password', { type: 'securestring', defaultValue: 'open' }),
      finds: [{ rule: 'auth-secret-no-default', at: `${at}/defaultValue` }],
      mended: parameter('password', { type: 'securestring' }),
    },
  ],
})
