import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { propertiesKeys } from './properties-keys.ts'

const file = (rest: object, body: object = { iconBrandColor: '#1f6f78' }) => ({
  properties: { properties: body, ...rest },
})

testRuleFamily(propertiesKeys, import.meta.url, {
  passes: [
    { name: 'a schema', given: file({ $schema: 'https://fleetdesk.example/schema.json' }) },
    {
      name: 'what the published schema lacks',
      given: file({}, { scriptOperations: [], connectionParameterSets: {}, policyTemplateInstances: [] }),
    },
    { name: 'capabilities', given: { properties: { capabilities: ['actions', 'triggers'] } } },
  ],
  fails: [
    {
      name: 'a key beside properties',
      given: file({ publisher: 'Fleet' }),
      finds: [{ rule: 'props-root', at: '/publisher' }],
      mended: file({}),
    },
    {
      name: 'no properties',
      given: { properties: '{ "properties": [] }' },
      finds: [
        { rule: 'props-root', at: '/properties' },
        { rule: 'props-schema', at: '/properties' },
      ],
    },
    {
      name: 'a misspelt key',
      given: file({}, { stackOwmer: 'Fleet' }),
      finds: [{ rule: 'props-known-keys', at: '/properties/stackOwmer' }],
      mended: file({}, { stackOwner: 'Fleet' }),
    },
    {
      name: 'a key of somebody’s own',
      given: file({}, { script: 'script.csx' }),
      finds: [{ rule: 'props-known-keys', at: '/properties/script' }],
    },
    {
      name: 'other types',
      given: file({}, { connectionParameters: { api_key: { type: 7, uiDefinition: null } } }),
      finds: [
        { rule: 'props-schema', at: '/properties/connectionParameters/api_key/type' },
        {
          rule: 'props-schema',
          at: '/properties/connectionParameters/api_key/uiDefinition',
          what: '"uiDefinition" is null, but should be an object.',
        },
      ],
    },
    {
      name: 'a capability with a capital',
      given: { properties: { capabilities: ['Actions'] } },
      finds: [{ rule: 'props-capabilities-values', at: '/properties/capabilities/0' }],
      mended: { properties: { capabilities: ['actions'] } },
    },
  ],
})
