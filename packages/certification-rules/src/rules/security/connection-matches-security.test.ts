import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { connectionMatchesSecurity } from './connection-matches-security.ts'

const basic = { securityDefinitions: { one: { type: 'basic' } }, security: [{ one: [] }] }
const key = { securityDefinitions: { one: { type: 'apiKey', in: 'header', name: 'X-Key' } } }
const oauth = { securityDefinitions: { one: { type: 'oauth2' } } }
const secret = { type: 'securestring' }
const custom = { authorizationUrl: { value: 'https://a.example' }, tokenUrl: { value: 'https://t.example' } }
const token = { type: 'oauthSetting', oAuthSettings: { identityProvider: 'oauth2', customParameters: custom } }
const pair = (definition: object, connectionParameters: object) => ({
  definition,
  properties: { connectionParameters },
})
const at = '/properties/connectionParameters'

testRuleFamily(connectionMatchesSecurity, import.meta.url, {
  passes: [
    { name: 'a key', given: pair(key, { api_key: secret }) },
    { name: 'basic', given: pair(basic, { username: { type: 'string' }, password: secret }) },
    { name: 'OAuth', given: pair(oauth, { token }) },
    {
      name: 'several ways of signing in',
      given: pair({ securityDefinitions: { one: { type: 'basic' }, two: key.securityDefinitions.one } }, {}),
    },
    { name: 'no properties', given: { definition: basic, without: ['properties'] } },
    {
      name: 'a set that asks for the key',
      given: {
        definition: key,
        properties: {
          connectionParameters: {},
          connectionParameterSets: { values: [{ name: 'a', parameters: { api_key: secret } }] },
        },
      },
    },
  ],
  fails: [
    {
      name: 'no password',
      given: pair(basic, { username: { type: 'string' } }),
      finds: [{ rule: 'auth-properties-basic', at }],
    },
    {
      name: 'no key',
      given: pair(key, {}),
      finds: [{ rule: 'auth-properties-apikey', at }],
    },
    {
      name: 'a key of another name',
      given: pair(key, { apiKey: secret }),
      finds: [{ rule: 'auth-properties-apikey-name', at: `${at}/apiKey` }],
    },
    {
      name: 'nobody signs in',
      given: pair(oauth, { api_key: secret }),
      finds: [{ rule: 'auth-properties-oauth', at }],
    },
    {
      name: 'the definition does not say so',
      given: pair({ securityDefinitions: {}, security: [] }, { token }),
      finds: [{ rule: 'auth-swagger-oauth', at: '/securityDefinitions' }],
    },
  ],
})
