import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { infoLinks } from './info-links.ts'

const https = 'https://fleetdesk.example/'

testRuleFamily(infoLinks, import.meta.url, {
  passes: [
    { name: 'all three', given: { manifest: {} } },
    { name: 'all three in the older format', given: { manifest: {}, format: 'azure-ad-graph' } },
    {
      name: 'the short names of Microsoft’s page',
      given: { manifest: { info: { termsOfService: https, privacy: https, support: https } } },
    },
  ],
  fails: [
    {
      name: 'none',
      given: { manifest: { info: {} } },
      finds: [
        { rule: 'info-terms-link', at: '/info' },
        { rule: 'info-privacy-link', at: '/info' },
        { rule: 'info-support-link', at: '/info' },
      ],
    },
    {
      name: 'one with http, one empty',
      given: {
        manifest: { info: { termsOfServiceUrl: 'http://a.example', privacyStatementUrl: https, supportUrl: '' } },
      },
      finds: [
        { rule: 'info-terms-link', at: '/info/termsOfServiceUrl' },
        { rule: 'info-support-link', at: '/info' },
      ],
    },
    {
      name: 'a mail address in the early format',
      given: {
        manifest: { informationalUrls: { termsOfService: https, privacy: https, support: 'help@fleetdesk.example' } },
        format: 'azure-ad-graph-early',
      },
      finds: [{ rule: 'info-support-link', at: '/informationalUrls/support' }],
    },
  ],
})
