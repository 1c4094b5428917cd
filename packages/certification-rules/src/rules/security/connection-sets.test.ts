import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { connectionSets } from './connection-sets.ts'

const token = { type: 'oauthSetting' }
const metadata = { sourceType: 'AzureActiveDirectoryTenant' }
const constraints = { required: 'false', hidden: 'true' }
const tenant = (rest: object) => ({
  properties: {
    connectionParameters: {
      token,
      'token:TenantId': { type: 'string', metadata, uiDefinition: { constraints }, ...rest },
    },
  },
})
const set = (name: string) => ({ name, uiDefinition: { displayName: name }, parameters: {} })
const sets = (values: readonly unknown[], connectionParameters: object = {}) => ({
  properties: { connectionParameters, connectionParameterSets: { uiDefinition: { displayName: 'By' }, values } },
})
const tenantAt = '/properties/connectionParameters/token:TenantId'
const setsAt = '/properties/connectionParameterSets'

testRuleFamily(connectionSets, import.meta.url, {
  passes: [
    { name: 'a tenant', given: tenant({}) },
    { name: 'two sets', given: sets([set('key'), set('password')]) },
    { name: 'no sets', given: {} },
  ],
  fails: [
    {
      name: 'a companion of nothing',
      given: { properties: { connectionParameters: { 'token:region': { type: 'string' } } } },
      finds: [{ rule: 'auth-token-child', at: '/properties/connectionParameters/token:region' }],
    },
    {
      name: 'a tenant of unknown source',
      given: tenant({ metadata: undefined }),
      finds: [{ rule: 'auth-tenant-id-shape', at: tenantAt }],
      mended: tenant({}),
    },
    {
      name: 'a visible tenant',
      given: tenant({ uiDefinition: { constraints: { required: 'false' } } }),
      finds: [{ rule: 'auth-tenant-id-shape', at: `${tenantAt}/uiDefinition/constraints` }],
      mended: tenant({}),
    },
    {
      name: 'a required tenant',
      given: tenant({ uiDefinition: { constraints: { ...constraints, required: 'true' } } }),
      finds: [{ rule: 'auth-tenant-id-shape', at: `${tenantAt}/uiDefinition/constraints/required` }],
      mended: tenant({}),
    },
    {
      name: 'one set',
      given: sets([set('key')]),
      finds: [{ rule: 'auth-multi-set', at: `${setsAt}/values` }],
    },
    {
      name: 'two sets of one name, and one without a label',
      given: sets([set('key'), set('key'), { name: 'other' }]),
      finds: [
        { rule: 'auth-multi-set', at: `${setsAt}/values/1/name` },
        { rule: 'auth-multi-set', at: `${setsAt}/values/2` },
      ],
    },
    {
      name: 'a display name in another case',
      given: sets([set('key'), { name: 'other', uiDefinition: { displayname: 'Other' } }]),
      finds: [
        {
          rule: 'auth-multi-set',
          at: `${setsAt}/values/1/uiDefinition/displayname`,
          what: 'The display name of the set "other" stands under "displayname" instead of "displayName".',
        },
      ],
    },
    {
      name: 'parameters beside sets',
      given: sets([set('key'), set('password')], { api_key: { type: 'securestring' } }),
      finds: [{ rule: 'auth-multi-exclusive', at: '/properties/connectionParameters' }],
    },
  ],
})
