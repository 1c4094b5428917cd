import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { connectionParameter } from './connection-parameter.ts'

const texts = {
  displayName: 'Account key',
  description: 'The key of your account.',
  tooltip: 'The key of your account.',
}
const shaped = (rest: object, name = 'account_key') => ({
  properties: { connectionParameters: { [name]: { type: 'securestring', uiDefinition: texts, ...rest } } },
})
const at = '/properties/connectionParameters/account_key'

testRuleFamily(connectionParameter, import.meta.url, {
  passes: [
    { name: 'whole', given: shaped({}) },
    { name: 'a companion of the token', given: shaped({}, 'token:region') },
    {
      name: 'hidden ones need no texts',
      given: shaped({ type: 'string', uiDefinition: { constraints: { hidden: 'true', required: 'false' } } }),
    },
    { name: 'signing in needs no texts', given: shaped({ type: 'oauthSetting', uiDefinition: undefined }) },
    {
      name: 'the description of a set',
      given: {
        properties: {
          connectionParameters: {},
          connectionParameterSets: {
            values: [
              {
                name: 'key',
                parameters: {
                  key: {
                    type: 'securestring',
                    uiDefinition: { displayName: 'Key', tooltip: 'Key', schema: { description: 'Key' } },
                  },
                },
              },
            ],
          },
        },
      },
    },
  ],
  fails: [
    {
      name: 'a hyphen in the name',
      given: shaped({}, 'account-key'),
      finds: [{ rule: 'auth-param-name', at: '/properties/connectionParameters/account-key' }],
    },
    { name: 'two colons', given: shaped({}, 'a:b:c'), finds: [{ rule: 'auth-param-name' }] },
    {
      name: 'the type in another case',
      given: shaped({ type: 'secureString' }),
      finds: [{ rule: 'auth-param-type', at: `${at}/type` }],
      mended: shaped({}),
    },
    { name: 'no type', given: shaped({ type: undefined }), finds: [{ rule: 'auth-param-type', at }] },
    {
      name: 'no texts',
      given: shaped({ uiDefinition: {} }),
      finds: [
        { rule: 'auth-param-display-name', at: `${at}/uiDefinition` },
        { rule: 'auth-param-description', at: `${at}/uiDefinition` },
        { rule: 'auth-param-tooltip', at: `${at}/uiDefinition` },
      ],
    },
    {
      name: 'no label',
      given: shaped({ uiDefinition: { ...texts, displayName: ' ' } }),
      finds: [{ rule: 'auth-param-display-name', at: `${at}/uiDefinition/displayName` }],
      mended: shaped({ uiDefinition: { ...texts, displayName: 'Account Key' } }),
    },
    {
      name: 'no tooltip',
      given: shaped({ uiDefinition: { ...texts, tooltip: undefined } }),
      finds: [{ rule: 'auth-param-tooltip', at: `${at}/uiDefinition` }],
      mended: shaped({}),
    },
    {
      name: 'required as a boolean',
      given: shaped({ uiDefinition: { ...texts, constraints: { required: true } } }),
      finds: [{ rule: 'auth-param-required-string', at: `${at}/uiDefinition/constraints/required` }],
      mended: shaped({ uiDefinition: { ...texts, constraints: { required: 'true' } } }),
    },
  ],
})
