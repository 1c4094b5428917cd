import { testRuleFamily } from '../../testing/offer-room.ts'
import { offerContacts } from './offer-contacts.ts'

testRuleFamily(offerContacts, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    { name: 'contact present', given: { offer: { contacts: { support: { phone: '+1 425 555 0100' } } } } },
    { name: 'contact email', given: { offer: { contacts: { support: { email: 'ada@fleetdesk.example' } } } } },
  ],
  fails: [
    {
      name: 'contact present',
      given: { offer: { contacts: { support: { phone: null } } } },
      finds: [{ rule: 'contact-present', at: '/contacts/support' }],
    },
    {
      name: 'contact email',
      given: { offer: { contacts: { support: { email: 'ada at fleetdesk' } } } },
      finds: [{ rule: 'contact-email', at: '/contacts/support/email' }],
    },
    {
      name: 'contact phone',
      given: { offer: { contacts: { support: { phone: 'call us' } } } },
      finds: [{ rule: 'contact-phone', at: '/contacts/support/phone' }],
    },
    {
      name: 'no contacts',
      given: { offer: { contacts: null } },
      finds: [
        { rule: 'contact-present', at: '' },
        { rule: 'contact-present', at: '' },
        { rule: 'contact-present', at: '' },
        { rule: 'contact-present', at: '' },
        { rule: 'contact-present', at: '' },
        { rule: 'contact-present', at: '' },
      ],
    },
    {
      name: 'no country code',
      given: { offer: { contacts: { support: { phone: '020 7946 0123' } } } },
      finds: [{ rule: 'contact-phone', at: '/contacts/support/phone', what: '"020 7946 0123" has no country code.' }],
    },
    {
      name: 'half of a third contact',
      given: { offer: { contacts: { cloudSolutionProvider: { name: 'Bo', email: 'b@a.example' } } } },
      finds: [{ rule: 'contact-present', at: '/contacts/cloudSolutionProvider' }],
    },
  ],
})
