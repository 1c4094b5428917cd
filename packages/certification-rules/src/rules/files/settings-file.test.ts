import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { settingsFile } from './settings-file.ts'

const schema = 'file-settings-schema'
const file = 'settings.json'
const environment = '0a1b2c3d-1111-2222-3333-444455556666'

testRuleFamily(settingsFile, import.meta.url, {
  passes: [
    { name: 'no settings', given: {} },
    {
      name: 'what the tool writes',
      given: {
        settings: {
          connectorId: null,
          environment: null,
          apiProperties: 'apiProperties.json',
          script: null,
          powerAppsUrl: 'https://api.powerapps.com',
          powerAppsApiVersion: '2016-11-01',
        },
      },
    },
    { name: 'what it only reads', given: { settings: { clientId: 'a', tenant: 'b', resource: 'c' } } },
    { name: 'a custom connector’s environment', given: { profile: 'custom', settings: { environment } } },
    { name: 'no object', given: { settings: [1] } },
  ],
  fails: [
    {
      name: 'a misspelt key',
      given: { settings: { apidefinition: 'a.json', icon: 'icon.png' } },
      finds: [
        {
          rule: schema,
          file,
          at: '/apidefinition',
          what: 'The settings key "apidefinition" is not known; "apiDefinition" is.',
        },
      ],
      mended: { settings: { apiDefinition: 'a.json', icon: 'icon.png' } },
    },
    {
      name: 'a misspelt key beside the right one, which is left to a person',
      given: { settings: { Icon: 'a.png', icon: 'icon.png' } },
      finds: [{ rule: schema, at: '/Icon', what: 'The settings key "Icon" is not known.' }],
      mended: { settings: { Icon: 'a.png', icon: 'icon.png' } },
    },
    {
      name: 'keys from elsewhere',
      given: { settings: { __proto__x: 1, constructor: 2 } },
      finds: [
        { rule: schema, at: '/__proto__x' },
        { rule: schema, at: '/constructor' },
      ],
    },
    {
      name: 'values of the wrong kind',
      given: { settings: { icon: 3, powerAppsUrl: 'api.powerapps.com', flowApiVersion: 'v1' } },
      finds: [
        { rule: schema, at: '/icon', what: 'The value of "icon" is not a text.' },
        { rule: schema, at: '/powerAppsUrl', what: 'The value of "powerAppsUrl" is not an https address.' },
        { rule: schema, at: '/flowApiVersion' },
      ],
    },
    {
      name: 'the ids of a tenant, and settings without them',
      given: { settings: { connectorId: 'shared_fleet', environment: `Default-${environment}`, icon: 'icon.png' } },
      finds: [
        { rule: 'file-settings-no-environment', at: '/connectorId' },
        { rule: 'file-settings-no-environment', at: '/environment' },
      ],
      mended: { settings: { icon: 'icon.png' } },
    },
    {
      name: 'an environment that is none',
      given: { settings: { environment: 'Production' }, profile: 'custom' },
      finds: [{ rule: schema, at: '/environment' }],
    },
  ],
})
