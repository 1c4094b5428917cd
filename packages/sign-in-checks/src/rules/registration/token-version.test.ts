import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { tokenVersion } from './token-version.ts'

const rule = 'app-token-version-2'
const signInAudience = 'AzureADandPersonalMicrosoftAccount'

testRuleFamily(tokenVersion, import.meta.url, {
  passes: [
    { name: 'work accounts alone', given: { manifest: { api: { requestedAccessTokenVersion: null } } } },
    { name: 'version 2', given: { manifest: { signInAudience } } },
    { name: 'version 2 in the older format', given: { manifest: { signInAudience }, format: 'azure-ad-graph' } },
    {
      name: 'version 2 under its older name',
      given: {
        manifest: { signInAudience, requestedAccessTokenVersion: undefined, accessTokenAcceptedVersion: 2 },
        format: 'azure-ad-graph',
      },
    },
  ],
  fails: [
    {
      name: 'version 1',
      given: { manifest: { signInAudience, api: { requestedAccessTokenVersion: 1 } } },
      finds: [{ rule, at: '/api/requestedAccessTokenVersion' }],
      mended: { manifest: { signInAudience, api: { requestedAccessTokenVersion: 2 } } },
    },
    {
      name: 'no version',
      given: { manifest: { signInAudience, api: { requestedAccessTokenVersion: null } } },
      finds: [{ rule, at: '/api' }],
      mended: { manifest: { signInAudience, api: { requestedAccessTokenVersion: 2 } } },
    },
    {
      name: 'no api at all',
      given: { manifest: { signInAudience, api: undefined } },
      finds: [{ rule, at: '' }],
      mended: { manifest: { signInAudience, api: { requestedAccessTokenVersion: 2 } } },
    },
    {
      name: 'a text instead of a number',
      given: { manifest: { signInAudience, requestedAccessTokenVersion: '2' }, format: 'azure-ad-graph' },
      finds: [{ rule, at: '/requestedAccessTokenVersion' }],
    },
  ],
})
