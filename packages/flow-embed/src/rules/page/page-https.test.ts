import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { pageHttps } from './page-https.ts'

testRuleFamily(pageHttps, import.meta.url, {
  passes: [
    { name: 'https', given: { facts: { pageAddress: 'https://fleetdesk.example/' } } },
    { name: 'this machine', given: { facts: { pageAddress: 'http://localhost:8080/' } } },
    { name: 'not given', given: {} },
  ],
  fails: [
    {
      name: 'http',
      given: { facts: { pageAddress: 'http://fleetdesk.example/' } },
      finds: [{ rule: 'embed-page-https', file: 'response headers' }],
    },
    { name: 'no address', given: { facts: { pageAddress: 'flows.html' } }, finds: [{ rule: 'embed-page-https' }] },
  ],
})
