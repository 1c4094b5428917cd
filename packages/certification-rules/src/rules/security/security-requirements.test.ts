import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { securityRequirements } from './security-requirements.ts'

const securityDefinitions = {
  key: { type: 'apiKey', in: 'header', name: 'X-Key' },
  oauth: { type: 'oauth2', scopes: { cars: 'Read cars' } },
}
const required = (security: unknown, definitions: object = securityDefinitions) => ({
  definition: { securityDefinitions: definitions, security },
})

testRuleFamily(securityRequirements, import.meta.url, {
  passes: [
    { name: 'a key', given: required([{ key: [] }]) },
    { name: 'OAuth with a scope', given: required([{ oauth: ['cars'] }]) },
    { name: 'no definitions', given: required([], {}) },
    {
      name: 'required by an operation',
      given: {
        definition: {
          securityDefinitions,
          security: [],
          paths: { '/cars': { get: { operationId: 'ListCars', security: [{ key: [] }], responses: {} } } },
        },
      },
    },
  ],
  fails: [
    {
      name: 'the name in another case',
      given: required([{ Key: [] }]),
      finds: [{ rule: 'security-requirement-defined', at: '/security/0/Key' }],
      mended: required([{ key: [] }]),
    },
    {
      name: 'an unknown name, in an operation',
      given: {
        definition: {
          securityDefinitions,
          security: [{ key: [] }],
          paths: { '/cars': { get: { operationId: 'ListCars', security: [{ other: [] }], responses: {} } } },
        },
      },
      finds: [{ rule: 'security-requirement-defined', at: '/paths/~1cars/get/security/0/other' }],
    },
    {
      name: 'scopes of a key',
      given: required([{ key: ['cars'] }]),
      finds: [{ rule: 'security-non-oauth-empty-scopes', at: '/security/0/key' }],
      mended: required([{ key: [] }]),
    },
    {
      name: 'an unknown scope',
      given: required([{ oauth: ['drivers'] }]),
      finds: [{ rule: 'security-scope-defined', at: '/security/0/oauth/0' }],
    },
    {
      name: 'no requirement',
      given: required([], { key: securityDefinitions.key }),
      finds: [{ rule: 'security-requirement-present', at: '/security' }],
      mended: required([{ key: [] }], { key: securityDefinitions.key }),
    },
    {
      name: 'null',
      given: required([{ key: null }]),
      finds: [{ rule: 'security-requirement-not-null', at: '/security/0/key' }],
      mended: required([{ key: [] }]),
    },
  ],
})
