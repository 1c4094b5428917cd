import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { mappedClaims } from './mapped-claims.ts'

const rule = 'app-no-mapped-claims'

testRuleFamily(mappedClaims, import.meta.url, {
  passes: [
    { name: 'not accepted', given: { manifest: {} } },
    {
      name: 'accepted within one directory',
      given: { manifest: { signInAudience: 'AzureADMyOrg', api: { acceptMappedClaims: true } } },
    },
  ],
  fails: [
    {
      name: 'accepted from everybody',
      given: { manifest: { api: { acceptMappedClaims: true } } },
      finds: [{ rule, at: '/api/acceptMappedClaims' }],
      mended: { manifest: { api: { acceptMappedClaims: null } } },
    },
    {
      name: 'accepted in the older format',
      given: { manifest: { acceptMappedClaims: true }, format: 'azure-ad-graph' },
      finds: [{ rule, at: '/acceptMappedClaims' }],
    },
  ],
})
