import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { landingPage } from './landing-page.ts'

const accounts = 'landing-page-personal-accounts'
const consent = 'landing-page-no-admin-consent'
const apart = 'landing-page-apart'
const signInAudience = 'AzureADandPersonalMicrosoftAccount'
const asking = (resourceAppId: string, id: string, type = 'Scope') => ({
  signInAudience,
  requiredResourceAccess: [{ resourceAppId, resourceAccess: [{ id, type }] }],
})
const graph = '00000003-0000-0000-c000-000000000000'
const at = '/requiredResourceAccess/0/resourceAccess/0'

testRuleFamily(landingPage, import.meta.url, {
  passes: [
    {
      name: 'personal accounts and the profile',
      given: { manifest: { signInAudience }, capabilities: ['landing-page', 'read-profile'] },
    },
    { name: 'no landing page', given: { manifest: {}, capabilities: ['embed-flows'] } },
    { name: 'nobody said what it does', given: { manifest: {} } },
  ],
  fails: [
    {
      name: 'work accounts alone',
      given: { manifest: {}, capabilities: ['landing-page'] },
      finds: [{ rule: accounts, at: '/signInAudience' }],
    },
    {
      name: 'work accounts alone in the early format',
      given: { manifest: {}, capabilities: ['landing-page'], format: 'azure-ad-graph-early' },
      finds: [{ rule: accounts, at: '/availableToOtherTenants' }],
    },
    {
      name: 'a scope of administrators',
      given: {
        manifest: asking(graph, '06da0dbc-49e2-44d2-8312-53f166ab848a'),
        capabilities: ['landing-page'],
      },
      finds: [{ rule: consent, at }],
    },
    {
      name: 'an application permission',
      given: {
        manifest: asking(graph, 'df021288-bdef-4463-88db-98f22de89214', 'Role'),
        capabilities: ['landing-page'],
      },
      finds: [{ rule: consent, at }],
    },
    {
      name: 'a scope nobody knows',
      given: {
        manifest: asking(graph, '11111111-2222-4333-8444-555555555555'),
        capabilities: ['landing-page'],
      },
      finds: [{ rule: consent, at }],
    },
    {
      name: 'widgets in the same registration',
      given: { manifest: { signInAudience }, capabilities: ['landing-page', 'embed-flows', 'deploy-dataverse'] },
      finds: [
        {
          rule: apart,
          at: '/signInAudience',
          what: 'The landing page and "Embed the list of flows" and 1 more share one registration.',
        },
      ],
    },
  ],
})
