import { testRuleFamily } from '../../testing/offer-room.ts'
import { listingName } from './listing-name.ts'

testRuleFamily(listingName, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    {
      name: '200 characters',
      given: {
        offer: {
          listing: {
            name: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
          },
        },
      },
    },
    { name: 'listing name length', given: { offer: { listing: { name: 'Fleet Desk' } }, edition: '2018-02' } },
    { name: 'listing name no emoji', given: { offer: { listing: { name: 'Fleet Desk™' } } } },
    {
      name: 'listing name as on site',
      given: {
        offer: {},
        facts: { links: [{ url: 'https://fleetdesk.example/', status: 200, title: 'Fleet Desk – trips made easy' }] },
      },
    },
  ],
  fails: [
    {
      name: 'listing name length',
      given: {
        offer: { listing: { name: 'Fleet Desk, the calendar for trips, drivers and repairs of all cars' } },
        edition: '2018-02',
      },
      finds: [{ rule: 'listing-name-length', at: '/listing/name' }],
    },
    {
      name: 'listing name no emoji',
      given: { offer: { listing: { name: 'Fleet Desk 🚚' } } },
      finds: [{ rule: 'listing-name-no-emoji', at: '/listing/name' }],
    },
    {
      name: 'listing name as on site',
      given: {
        offer: {},
        facts: { links: [{ url: 'https://fleetdesk.example/', status: 200, title: 'Trips made easy' }] },
      },
      finds: [{ rule: 'listing-name-as-on-site', at: '/listing/name' }],
    },
    {
      name: 'no name',
      given: { offer: { listing: { name: ' ' } } },
      finds: [{ rule: 'listing-name-length', at: '/listing/name' }],
    },
    {
      name: 'no page to compare with',
      given: { offer: { listing: { websiteUrl: null } } },
      finds: [{ rule: 'listing-name-as-on-site', at: '/listing' }],
    },
    {
      name: '201 characters',
      given: {
        offer: {
          listing: {
            name: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
          },
        },
      },
      finds: [{ rule: 'listing-name-length', at: '/listing/name' }],
    },
  ],
})
