import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { publisherDomain } from './publisher-domain.ts'

const rule = 'publisher-domain-own'

testRuleFamily(publisherDomain, import.meta.url, {
  passes: [
    { name: 'a domain of one’s own', given: { manifest: {} } },
    { name: 'one that only looks like Microsoft’s', given: { manifest: { publisherDomain: 'myonmicrosoft.com' } } },
  ],
  fails: [
    {
      name: 'Microsoft’s',
      given: { manifest: { publisherDomain: 'FleetDesk.OnMicrosoft.com' } },
      finds: [{ rule, at: '/publisherDomain', what: 'The publisher domain is fleetdesk.onmicrosoft.com.' }],
    },
    { name: 'none', given: { manifest: { publisherDomain: null } }, finds: [{ rule, at: '' }] },
    {
      name: 'an empty one',
      given: { manifest: { publisherDomain: '' }, format: 'azure-ad-graph' },
      finds: [{ rule, at: '/publisherDomain' }],
    },
  ],
})
