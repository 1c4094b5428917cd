import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { logoutUrl } from './logout-url.ts'

const rule = 'logout-url-https'

testRuleFamily(logoutUrl, import.meta.url, {
  passes: [
    { name: 'https', given: { manifest: {} } },
    { name: 'none', given: { manifest: { logoutUrl: null }, format: 'azure-ad-graph' } },
    { name: 'an empty one', given: { manifest: { logoutUrl: '' }, format: 'azure-ad-graph' } },
  ],
  fails: [
    {
      name: 'http',
      given: { manifest: { web: { logoutUrl: 'http://fleetdesk.example/out' } } },
      finds: [{ rule, at: '/web/logoutUrl' }],
      mended: { manifest: { web: { logoutUrl: 'https://fleetdesk.example/out' } } },
    },
    {
      name: 'http in the older format',
      given: { manifest: { logoutUrl: 'http://fleetdesk.example/out' }, format: 'azure-ad-graph' },
      finds: [{ rule, at: '/logoutUrl' }],
    },
    {
      name: 'no whole address',
      given: { manifest: { web: { logoutUrl: '/out' } } },
      finds: [{ rule, at: '/web/logoutUrl', what: 'The logout address "/out" is no whole address.' }],
    },
  ],
})
