import { testRuleFamily } from '../../testing/offer-room.ts'
import { landingPage } from './landing-page.ts'

testRuleFamily(landingPage, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    { name: 'none where customers only get in touch', given: { offer: { technical: null } } },
    {
      name: 'landing page address',
      given: { offer: { technical: { landingPageUrl: 'https://fleetdesk.example/welcome' } } },
    },
    {
      name: 'landing page answers',
      given: { offer: {}, facts: { links: [{ url: 'https://fleetdesk.example/welcome', status: 401 }] } },
    },
    {
      name: 'landing page sign in',
      given: { offer: {}, facts: { landingPageSignIn: { failedRules: [], isForLandingPage: true } } },
    },
    { name: 'technical ids', given: { offer: { listingOption: 'sellThroughMicrosoft' } } },
  ],
  fails: [
    {
      name: 'landing page address',
      given: { offer: { technical: { landingPageUrl: 'http://fleetdesk.example/welcome' } } },
      finds: [{ rule: 'landing-page-address', at: '/technical/landingPageUrl' }],
    },
    {
      name: 'landing page answers',
      given: { offer: {}, facts: { links: [{ url: 'https://fleetdesk.example/welcome', status: 503 }] } },
      finds: [{ rule: 'landing-page-answers', at: '/technical/landingPageUrl' }],
    },
    {
      name: 'landing page sign in',
      given: {
        offer: {},
        facts: { landingPageSignIn: { failedRules: ['landing-page-no-admin-consent'], isForLandingPage: true } },
      },
      finds: [{ rule: 'landing-page-sign-in', at: '/technical/landingPageUrl' }],
    },
    {
      name: 'technical ids',
      given: { offer: { listingOption: 'sellThroughMicrosoft', technical: { webhookUrl: null } } },
      finds: [{ rule: 'technical-ids', at: '/technical' }],
    },
    {
      name: 'none',
      given: { offer: { technical: null, listingOption: 'getItNow' } },
      finds: [{ rule: 'landing-page-address', at: '' }],
    },
    {
      name: 'a part behind the hash',
      given: { offer: { technical: { landingPageUrl: 'https://fleetdesk.example/#/welcome' } } },
      finds: [{ rule: 'landing-page-address', at: '/technical/landingPageUrl' }],
    },
    {
      name: 'checked as something else',
      given: { offer: {}, facts: { landingPageSignIn: { failedRules: [], isForLandingPage: false } } },
      finds: [{ rule: 'landing-page-sign-in', at: '/technical/landingPageUrl' }],
    },
    {
      name: 'nobody answers',
      given: {
        offer: {},
        facts: { links: [{ url: 'https://fleetdesk.example/welcome', problem: 'The name is not known.' }] },
      },
      finds: [{ rule: 'landing-page-answers', at: '/technical/landingPageUrl' }],
    },
    {
      name: 'no GUIDs, a webhook at home, one application for both',
      given: {
        offer: {
          technical: {
            tenantId: 'contoso',
            webhookUrl: 'https://localhost/',
            fulfilmentApplicationId: '0d5b2a6e-3f2c-4b6f-9a39-0b1f8a3c7d11',
          },
        },
      },
      finds: [
        { rule: 'technical-ids', at: '/technical/tenantId' },
        { rule: 'technical-ids', at: '/technical/webhookUrl' },
        { rule: 'technical-ids', at: '/technical/fulfilmentApplicationId' },
      ],
    },
  ],
})
