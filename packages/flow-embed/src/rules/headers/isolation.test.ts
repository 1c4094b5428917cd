import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { isolation } from './isolation.ts'

testRuleFamily(isolation, import.meta.url, {
  passes: [
    { name: 'no headers known', given: {} },
    {
      name: 'none of them',
      given: {
        script: "const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })",
        facts: { headers: [['Server', 'x']] },
      },
    },
    {
      name: 'allowed to all',
      given: {
        script: "const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })",
        facts: { headers: [['permissions-policy', 'camera=(), geolocation=*']] },
      },
    },
    { name: 'no isolation', given: { facts: { headers: [['Cross-Origin-Embedder-Policy', 'unsafe-none']] } } },
  ],
  fails: [
    {
      name: 'an embedder policy',
      given: { facts: { headers: [['Cross-Origin-Embedder-Policy', 'require-corp; report-to="x"']] } },
      finds: [{ rule: 'embed-isolation', file: 'response headers' }],
    },
    {
      name: 'an opener policy',
      given: { facts: { headers: [['cross-origin-opener-policy', 'same-origin']] } },
      finds: [{ rule: 'embed-isolation', file: 'response headers' }],
    },
    {
      name: 'nobody is given it',
      given: {
        script: "const sdk = new MsFlowSdk({ hostName: 'https://make.powerautomate.com' })",
        facts: { headers: [['Permissions-Policy', 'geolocation=()']] },
      },
      finds: [{ rule: 'embed-geolocation', file: 'response headers' }],
    },
  ],
})
