import { testRuleFamily } from '../../testing/offer-room.ts'
import { offerLeads } from './offer-leads.ts'

testRuleFamily(offerLeads, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    { name: 'lead destination', given: { offer: { leads: { destination: 'azureTable' } } } },
    {
      name: 'lead settings',
      given: { offer: { leads: { destination: 'marketo', serverId: 'a', munchkinId: 'b', formId: 'c' } } },
    },
    { name: 'lead arrives', given: { offer: {}, facts: { testLead: { arrived: true } } } },
  ],
  fails: [
    {
      name: 'lead destination',
      given: { offer: { leads: { destination: 'email' } } },
      finds: [{ rule: 'lead-destination', at: '/leads/destination' }],
    },
    {
      name: 'lead settings',
      given: { offer: { leads: { destination: 'marketo' } } },
      finds: [
        { rule: 'lead-settings', at: '/leads' },
        { rule: 'lead-settings', at: '/leads' },
        { rule: 'lead-settings', at: '/leads' },
      ],
    },
    {
      name: 'lead arrives',
      given: { offer: {}, facts: { testLead: { arrived: false } } },
      finds: [{ rule: 'lead-arrives', at: '/leads/destination' }],
    },
    {
      name: 'none where it is compulsory',
      given: { offer: { leads: null } },
      finds: [{ rule: 'lead-destination', at: '' }],
    },
    {
      name: 'none where it is advised',
      given: { offer: { leads: null, listingOption: 'getItNow' } },
      finds: [{ rule: 'lead-destination', at: '' }],
    },
    {
      name: 'an endpoint in a private network, and nobody who hears',
      given: { offer: { leads: { httpsEndpointUrl: 'https://crm.local/', contactEmails: ['sales'] } } },
      finds: [
        { rule: 'lead-settings', at: '/leads/httpsEndpointUrl' },
        { rule: 'lead-settings', at: '/leads/contactEmails/0' },
      ],
    },
  ],
})
