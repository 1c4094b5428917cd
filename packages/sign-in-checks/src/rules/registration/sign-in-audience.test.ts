import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { signInAudience } from './sign-in-audience.ts'

const known = 'app-audience-known'
const multi = 'app-audience-multi-tenant'

testRuleFamily(signInAudience, import.meta.url, {
  passes: [
    { name: 'several directories', given: { manifest: {} } },
    {
      name: 'personal accounts as well',
      given: { manifest: { signInAudience: 'AzureADandPersonalMicrosoftAccount' } },
    },
    { name: 'the early format', given: { manifest: {}, format: 'azure-ad-graph-early' } },
    {
      name: 'one’s own directory for Partner Center',
      given: { manifest: { signInAudience: 'AzureADMyOrg' }, capabilities: ['partner-center'] },
    },
  ],
  fails: [
    {
      name: 'a value that does not exist',
      given: { manifest: { signInAudience: 'Multitenant' } },
      finds: [{ rule: known, at: '/signInAudience' }],
    },
    { name: 'none', given: { manifest: { signInAudience: null } }, finds: [{ rule: known, at: '' }] },
    {
      name: 'one’s own directory',
      given: { manifest: { signInAudience: 'AzureADMyOrg' } },
      finds: [{ rule: multi, at: '/signInAudience' }],
      mended: { manifest: { signInAudience: 'AzureADMultipleOrgs' } },
    },
    {
      name: 'one’s own directory in the early format',
      given: { manifest: { availableToOtherTenants: false }, format: 'azure-ad-graph-early' },
      finds: [{ rule: multi, at: '/availableToOtherTenants' }],
      mended: { manifest: { availableToOtherTenants: true }, format: 'azure-ad-graph-early' },
    },
    {
      name: 'one’s own directory for widgets',
      given: { manifest: { signInAudience: 'AzureADMyOrg' }, capabilities: ['embed-flows', 'partner-center'] },
      finds: [{ rule: multi, at: '/signInAudience' }],
    },
    {
      name: 'personal accounts alone',
      given: { manifest: { signInAudience: 'PersonalMicrosoftAccount' } },
      finds: [{ rule: multi, at: '/signInAudience', what: 'Only personal Microsoft accounts may sign in.' }],
    },
  ],
})
