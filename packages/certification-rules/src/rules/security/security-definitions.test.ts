import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { securityDefinitions } from './security-definitions.ts'

const oauth = {
  type: 'oauth2',
  flow: 'accessCode',
  authorizationUrl: 'https://fleetdesk.example/authorize',
  tokenUrl: 'https://fleetdesk.example/token',
}
const one = (definition: unknown) => ({ definition: { securityDefinitions: { one: definition } } })
const at = '/securityDefinitions/one'

testRuleFamily(securityDefinitions, import.meta.url, {
  passes: [
    { name: 'a key in the query', given: one({ type: 'apiKey', in: 'query', name: 'key' }) },
    { name: 'basic with a description', given: one({ type: 'basic', description: 'Yours.' }) },
    { name: 'OAuth', given: one(oauth) },
    { name: 'none', given: { definition: { securityDefinitions: {} } } },
  ],
  fails: [
    {
      name: 'another type',
      given: one({ type: 'apikey' }),
      finds: [{ rule: 'security-type-valid', at: `${at}/type` }],
    },
    { name: 'no type', given: one({}), finds: [{ rule: 'security-type-valid', at }] },
    {
      name: 'a key without name, in a cookie',
      given: one({ type: 'apiKey', in: 'cookie' }),
      finds: [
        { rule: 'security-apikey-fields', at },
        { rule: 'security-apikey-fields', at: `${at}/in` },
      ],
    },
    {
      name: 'basic with a name',
      given: one({ type: 'basic', name: 'Authorization' }),
      finds: [{ rule: 'security-basic-no-extra', at: `${at}/name` }],
      mended: one({ type: 'basic' }),
    },
    {
      name: 'implicit',
      given: one({ ...oauth, flow: 'implicit' }),
      finds: [{ rule: 'security-oauth-flow', at: `${at}/flow` }],
      mended: one(oauth),
    },
    {
      name: 'client credentials',
      given: one({ ...oauth, flow: 'application', authorizationUrl: undefined }),
      finds: [{ rule: 'security-oauth-flow', at: `${at}/flow` }],
    },
    {
      name: 'no addresses',
      given: one({ type: 'oauth2', flow: 'accessCode', tokenUrl: '' }),
      finds: [
        { rule: 'security-oauth-urls', at },
        { rule: 'security-oauth-urls', at: `${at}/tokenUrl` },
      ],
    },
    {
      name: 'two',
      given: { definition: { securityDefinitions: { one: { type: 'basic' }, two: oauth } } },
      finds: [{ rule: 'security-single-definition', at: '/securityDefinitions' }],
    },
  ],
})
