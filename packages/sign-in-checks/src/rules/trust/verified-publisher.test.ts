import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { verifiedPublisher } from './verified-publisher.ts'

const rule = 'publisher-verified'
const nobody = { verifiedPublisher: { displayName: null, verifiedPublisherId: null, addedDateTime: null } }

testRuleFamily(verifiedPublisher, import.meta.url, {
  passes: [
    { name: 'verified', given: { manifest: {} } },
    { name: 'a format that does not say', given: { manifest: {}, format: 'azure-ad-graph' } },
    { name: 'one’s own directory', given: { manifest: { ...nobody, signInAudience: 'AzureADMyOrg' } } },
    {
      name: 'verified since the export',
      given: { manifest: nobody, facts: { verifiedPublisher: { displayName: 'Fleet Desk Ltd' } } },
    },
  ],
  fails: [
    { name: 'nobody', given: { manifest: nobody }, finds: [{ rule, at: '/verifiedPublisher' }] },
    {
      name: 'null',
      given: { manifest: { verifiedPublisher: null } },
      finds: [{ rule, at: '/verifiedPublisher' }],
    },
    {
      name: 'nobody, as was looked up',
      given: { manifest: {}, format: 'azure-ad-graph', facts: { verifiedPublisher: null } },
      finds: [{ rule, at: '/publisherDomain' }],
    },
  ],
})
