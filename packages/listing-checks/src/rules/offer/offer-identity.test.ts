import { testRuleFamily } from '../../testing/offer-room.ts'
import { offerIdentity } from './offer-identity.ts'

testRuleFamily(offerIdentity, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    {
      name: 'an ID of 50 characters',
      given: { offer: { offerId: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' } },
    },
    { name: 'offer type fits', given: { offer: { offerType: 'dataverse' }, kind: 'dataverse' } },
    { name: 'offer id pattern', given: { offer: { offerId: 'fleet-desk_2' } } },
    { name: 'offer alias', given: { offer: { alias: 'Fleet' } } },
    { name: 'offer version', given: { offer: { appVersion: '3.0' } } },
    {
      name: 'offer test label',
      given: { offer: { isTestOffer: true, listing: { name: 'MS Test Offer – Fleet Desk' } } },
    },
  ],
  fails: [
    {
      name: 'offer type fits',
      given: { offer: { offerType: 'powerBiApp' } },
      finds: [{ rule: 'offer-type-fits', at: '/offerType' }],
    },
    {
      name: 'a package that nobody installs',
      given: { offer: { package: { file: 'package/app.zip' } } },
      finds: [{ rule: 'offer-type-fits', at: '/package/file' }],
    },
    {
      name: 'offer id pattern',
      given: { offer: { offerId: 'Fleet Desk' } },
      finds: [{ rule: 'offer-id-pattern', at: '/offerId' }],
    },
    { name: 'offer alias', given: { offer: { alias: null } }, finds: [{ rule: 'offer-alias', at: '' }] },
    { name: 'offer version', given: { offer: { appVersion: null } }, finds: [{ rule: 'offer-version', at: '' }] },
    {
      name: 'offer test label',
      given: { offer: { isTestOffer: true } },
      finds: [{ rule: 'offer-test-label', at: '/listing/name' }],
    },
    {
      name: 'a connector’s offer',
      given: { offer: { offerType: 'connectors' } },
      finds: [{ rule: 'offer-type-fits', at: '/offerType', what: 'An offer of connectors is no folder of this kind.' }],
    },
    { name: 'no ID', given: { offer: { offerId: null } }, finds: [{ rule: 'offer-id-pattern', at: '' }] },
    {
      name: 'an ID of 51 characters',
      given: { offer: { offerId: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' } },
      finds: [{ rule: 'offer-id-pattern', at: '/offerId' }],
    },
    {
      name: 'a name that looks like a test',
      given: { offer: { listing: { name: 'Fleet Desk Demo' } } },
      finds: [{ rule: 'offer-test-label', at: '/listing/name' }],
    },
  ],
})
