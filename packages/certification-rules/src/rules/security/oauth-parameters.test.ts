import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { oauthParameters } from './oauth-parameters.ts'

const authorizationUrl = { value: 'https://fleetdesk.example/authorize' }
const tokenUrl = { value: 'https://fleetdesk.example/token' }
const settings = (identityProvider: string, customParameters: object, rest: object = {}) => ({
  properties: {
    connectionParameters: {
      token: { type: 'oauthSetting', oAuthSettings: { identityProvider, customParameters, ...rest } },
    },
  },
})
const at = '/properties/connectionParameters/token/oAuthSettings/customParameters'
const resource = { properties: { AzureActiveDirectoryResourceId: 'api://fleet' } }

testRuleFamily(oauthParameters, import.meta.url, {
  passes: [
    { name: 'three addresses', given: settings('oauth2', { authorizationUrl, tokenUrl, refreshUrl: tokenUrl }) },
    {
      name: 'with capitals',
      given: settings('oauth2', { AuthorizationUrl: authorizationUrl, TokenUrl: tokenUrl, RefreshUrl: tokenUrl }),
    },
    {
      name: 'a macro in place of the scheme',
      given: settings('oauth2', { authorizationUrl: { value: '{host}/a' }, tokenUrl, refreshUrl: tokenUrl }),
    },
    {
      name: 'templates without body templates',
      given: settings('oauth2generic', {
        authorizationUrlTemplate: authorizationUrl,
        tokenUrlTemplate: tokenUrl,
        refreshUrlTemplate: tokenUrl,
      }),
    },
    { name: 'a resource', given: settings('aad', { resourceUri: { value: 'api://fleet' } }) },
    { name: 'a service Microsoft knows', given: settings('google', {}) },
  ],
  fails: [
    {
      name: 'no address for renewing, which is the one for tokens as a rule',
      given: settings('oauth2', { authorizationUrl, tokenUrl }),
      finds: [{ rule: 'auth-oauth2-required-urls', at }],
      mended: settings('oauth2', { authorizationUrl, tokenUrl, refreshUrl: tokenUrl }),
    },
    {
      name: 'a text in place of an object',
      given: settings('oauth2', { authorizationUrl, tokenUrl, refreshUrl: tokenUrl.value }),
      finds: [{ rule: 'auth-oauth2-required-urls', at: `${at}/refreshUrl` }],
      mended: settings('oauth2', { authorizationUrl, tokenUrl, refreshUrl: tokenUrl }),
    },
    {
      name: 'http',
      given: settings('oauth2', {
        authorizationUrl,
        tokenUrl: { value: 'http://fleetdesk.example/token' },
        refreshUrl: tokenUrl,
      }),
      finds: [{ rule: 'auth-oauth2-https-urls', at: `${at}/tokenUrl/value` }],
      mended: settings('oauth2', { authorizationUrl, tokenUrl, refreshUrl: tokenUrl }),
    },
    {
      name: 'no templates',
      given: settings('oauth2generic', { authorizationUrlTemplate: authorizationUrl, tokenUrlTemplate: tokenUrl }),
      finds: [{ rule: 'auth-oauth2generic-templates', at }],
    },
    {
      name: 'no resource, but its id elsewhere',
      given: settings('aad', {}, resource),
      finds: [{ rule: 'auth-aad-resource-uri', at }],
      mended: settings('aad', { resourceUri: { value: 'api://fleet' } }, resource),
    },
    {
      name: 'an empty resource',
      given: settings('aad', { resourceUri: { value: '' } }),
      finds: [{ rule: 'auth-aad-resource-uri', at: `${at}/resourceUri/value` }],
    },
  ],
})
