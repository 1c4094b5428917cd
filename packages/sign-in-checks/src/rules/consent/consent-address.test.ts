import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { consentAddress } from './consent-address.ts'

const rule = 'consent-address'
const address = (tenant: string, redirect = 'https://fleetdesk.example/signed-in') =>
  `https://login.microsoftonline.com/${tenant}/v2.0/adminconsent?client_id=0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11` +
  `&scope=.default&redirect_uri=${encodeURIComponent(redirect)}&state=3f9c`

testRuleFamily(consentAddress, import.meta.url, {
  passes: [
    { name: 'none given', given: { manifest: {} } },
    { name: 'a whole one', given: { manifest: {}, facts: { consentAddress: address('organizations') } } },
  ],
  fails: [
    {
      name: 'for everybody',
      given: { manifest: {}, facts: { consentAddress: address('common') } },
      finds: [{ rule, at: '/appId', what: '"common" cannot stand for the tenant.' }],
    },
    {
      name: 'back to an address that is not registered',
      given: {
        manifest: { replyUrls: ['https://fleetdesk.example/'] },
        format: 'azure-ad-graph-early',
        facts: { consentAddress: address('organizations') },
      },
      finds: [{ rule, at: '/replyUrls' }],
    },
    {
      name: 'another application',
      given: {
        manifest: { appId: '11111111-2222-4333-8444-555555555555' },
        facts: { consentAddress: address('organizations') },
      },
      finds: [{ rule, at: '/appId' }],
    },
  ],
})
