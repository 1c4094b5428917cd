import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { consentGrants } from './consent-grants.ts'

const rule = 'consent-covers-scopes'
const resourceAppId = '00000003-0000-0000-c000-000000000000'
const at = '/requiredResourceAccess/0/resourceAccess/0'

testRuleFamily(consentGrants, import.meta.url, {
  passes: [
    { name: 'nothing looked up', given: { manifest: {} } },
    {
      name: 'for everybody',
      given: {
        manifest: {},
        facts: { grants: [{ resourceAppId, scopes: ['openid', 'User.Read'], isForAll: true }] },
      },
    },
  ],
  fails: [
    { name: 'none', given: { manifest: {}, facts: { grants: [] } }, finds: [{ rule, at }] },
    {
      name: 'for another scope',
      given: { manifest: {}, facts: { grants: [{ resourceAppId, scopes: ['User.Read.All'], isForAll: true }] } },
      finds: [{ rule, at, what: 'Nobody in the customer’s tenant has agreed to User.Read of Microsoft Graph.' }],
    },
    {
      name: 'for one user',
      given: { manifest: {}, facts: { grants: [{ resourceAppId, scopes: ['User.Read'], isForAll: false }] } },
      finds: [{ rule, at, what: 'Only single users have agreed to User.Read of Microsoft Graph.' }],
    },
  ],
})
