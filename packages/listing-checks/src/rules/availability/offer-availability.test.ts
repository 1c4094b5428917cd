import { testRuleFamily } from '../../testing/offer-room.ts'
import { offerAvailability } from './offer-availability.ts'

testRuleFamily(offerAvailability, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    { name: 'markets by plan', given: { offer: { markets: null, plans: [{ id: 'basic', markets: ['DE'] }] } } },
    { name: 'market present', given: { offer: { markets: ['US'] } } },
    { name: 'market known', given: { offer: { markets: ['GB'] } } },
    { name: 'listing option', given: { offer: { listingOption: 'getItNow' } } },
    { name: 'hide key pattern', given: { offer: { preview: { hideKey: 'lookinside7' } }, kind: 'dataverse' } },
    { name: 'hide key gone', given: { offer: { status: 'live', preview: null }, kind: 'dataverse' } },
    { name: 'campaign parameters', given: { offer: { campaign: { mktcmpid: 'spring-2027' } } } },
  ],
  fails: [
    { name: 'market present', given: { offer: { markets: [] } }, finds: [{ rule: 'market-present', at: '/markets' }] },
    {
      name: 'market known',
      given: { offer: { markets: ['UK'] } },
      finds: [{ rule: 'market-known', at: '/markets/0' }],
    },
    {
      name: 'listing option',
      given: { offer: { listingOption: 'licenceManagement' } },
      finds: [{ rule: 'listing-option', at: '/listingOption' }],
    },
    {
      name: 'hide key pattern',
      given: { offer: { preview: { hideKey: 'Look-Inside' } }, kind: 'dataverse' },
      finds: [{ rule: 'hide-key-pattern', at: '/preview/hideKey' }],
    },
    {
      name: 'hide key gone',
      given: { offer: { status: 'live' }, kind: 'dataverse' },
      finds: [{ rule: 'hide-key-gone', at: '/preview/hideKey' }],
    },
    {
      name: 'campaign parameters',
      given: { offer: { campaign: { mktcmpid: 'spring-campaign-2027' } } },
      finds: [{ rule: 'campaign-parameters', at: '/campaign/mktcmpid' }],
    },
    { name: 'no option', given: { offer: { listingOption: null } }, finds: [{ rule: 'listing-option', at: '' }] },
    {
      name: 'a trial of two months',
      given: { offer: { listingOption: 'freeTrial', trialMonths: 2 } },
      finds: [{ rule: 'listing-option', at: '/trialMonths' }],
    },
    {
      name: 'no key',
      given: { offer: { preview: null }, kind: 'dataverse' },
      finds: [{ rule: 'hide-key-pattern', at: '' }],
    },
    {
      name: 'a plan for nobody',
      given: { offer: { markets: null, plans: [{ id: 'basic' }] } },
      finds: [{ rule: 'market-present', at: '/plans/0' }],
    },
  ],
})
