import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { oauthSettings } from './oauth-settings.ts'

const base = { identityProvider: 'oauth2', clientId: 'fleet', redirectMode: 'Global' }
const settings = (rest: object) => ({
  properties: { connectionParameters: { token: { type: 'oauthSetting', oAuthSettings: { ...base, ...rest } } } },
})
const at = '/properties/connectionParameters/token/oAuthSettings'
const redirect = 'https://global.consent.azure-apim.net/redirect'

testRuleFamily(oauthSettings, import.meta.url, {
  passes: [
    { name: 'whole', given: settings({ redirectUrl: redirect, properties: { IsFirstParty: 'False' } }) },
    { name: 'a provider in another case', given: settings({ identityProvider: 'DocuSign' }) },
    {
      name: 'the connector’s own redirect address',
      given: settings({ redirectMode: 'GlobalPerConnector', redirectUrl: `${redirect}/fleet-20desk` }),
    },
    { name: 'an empty secret', given: settings({ clientSecret: '' }) },
    {
      name: 'a certificate of Microsoft’s',
      given: settings({ identityProvider: 'aadcertificate', properties: { IsFirstParty: 'True' } }),
    },
  ],
  fails: [
    {
      name: 'no provider',
      given: settings({ identityProvider: undefined }),
      finds: [{ rule: 'auth-oauth-identity-provider', at }],
    },
    {
      name: 'no settings',
      given: { properties: { connectionParameters: { token: { type: 'oauthSetting' } } } },
      finds: [{ rule: 'auth-oauth-identity-provider', at: '/properties/connectionParameters/token' }],
    },
    {
      name: 'settings under a key in another case',
      given: { properties: { connectionParameters: { token: { type: 'oauthSetting', oauthSettings: base } } } },
      finds: [
        {
          rule: 'auth-oauth-identity-provider',
          at: '/properties/connectionParameters/token/oauthSettings',
          what: 'The OAuth settings of "token" stand under "oauthSettings" instead of "oAuthSettings".',
        },
      ],
    },
    {
      name: 'an unknown provider',
      given: settings({ identityProvider: 'fleet' }),
      finds: [{ rule: 'auth-oauth-identity-provider-known', at: `${at}/identityProvider` }],
    },
    {
      name: 'an empty client id',
      given: settings({ clientId: '' }),
      finds: [{ rule: 'auth-oauth-client-id', at: `${at}/clientId` }],
    },
    {
      name: 'a secret, which is not repeated',
      given: settings({ clientSecret: 'q7Fz-21kLm' }),
      finds: [
        {
          rule: 'auth-oauth-no-client-secret',
          at: `${at}/clientSecret`,
          what: 'The OAuth settings of "token" hold a client secret.',
        },
      ],
      mended: settings({}),
    },
    {
      name: 'a placeholder for it',
      given: settings({ clientSecret: '[[DUMMY]]' }),
      finds: [
        {
          rule: 'auth-oauth-no-client-secret',
          at: `${at}/clientSecret`,
          what: 'The OAuth settings of "token" hold a placeholder for the client secret.',
        },
      ],
    },
    {
      name: 'another redirect address',
      given: settings({ redirectUrl: 'https://global.consent.azure-apim.net.fleet.example/redirect' }),
      finds: [{ rule: 'auth-oauth-redirect-url', at: `${at}/redirectUrl` }],
      mended: settings({ redirectUrl: redirect }),
    },
    {
      name: 'the mode in lower case',
      given: settings({ redirectMode: 'global' }),
      finds: [{ rule: 'auth-oauth-redirect-mode', at: `${at}/redirectMode` }],
      mended: settings({}),
    },
    {
      name: 'a boolean',
      given: settings({ properties: { IsFirstParty: false } }),
      finds: [{ rule: 'auth-oauth-isfirstparty', at: `${at}/properties/IsFirstParty` }],
      mended: settings({ properties: { IsFirstParty: 'False' } }),
    },
    {
      name: 'a list of redirect addresses',
      given: settings({ redirectUrl: [redirect] }),
      finds: [
        {
          rule: 'auth-oauth-redirect-url',
          at: `${at}/redirectUrl`,
          what: 'The redirect address of "token" is not a text.',
        },
      ],
    },
    {
      name: 'a certificate of nobody knows whom',
      given: settings({ identityProvider: 'aadcertificate' }),
      finds: [
        {
          rule: 'auth-aadcertificate-first-party',
          at: `${at}/identityProvider`,
          what: '"token" signs in by "aadcertificate" and does not say "IsFirstParty".',
        },
      ],
    },
    {
      name: 'a certificate of somebody who says so',
      given: settings({ identityProvider: 'aadcertificate', properties: { IsFirstParty: 'False' } }),
      finds: [{ rule: 'auth-aadcertificate-first-party', at: `${at}/properties/IsFirstParty` }],
    },
  ],
})
