import { testRuleFamily } from '../../testing/offer-room.ts'
import { offerSearch } from './offer-search.ts'

testRuleFamily(offerSearch, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    { name: 'keywords count', given: { offer: { listing: { keywords: ['trip', 'driver', 'calendar'] } } } },
    { name: 'keywords in description', given: { offer: { listing: { keywords: ['drivers'] } } } },
    { name: 'products count', given: { offer: { listing: { products: ['A', 'B', 'C'] } }, kind: 'dataverse' } },
    {
      name: 'products power automate',
      given: { offer: { listing: { applicableProducts: ['Sales', 'Power Automate'] } }, kind: 'dataverse' },
    },
  ],
  fails: [
    {
      name: 'keywords count',
      given: { offer: { listing: { keywords: ['trip', 'driver', 'calendar', 'repairs'] } } },
      finds: [{ rule: 'keywords-count', at: '/listing/keywords' }],
    },
    {
      name: 'keywords in description',
      given: { offer: { listing: { keywords: ['logistics'] } } },
      finds: [{ rule: 'keywords-in-description', at: '/listing/keywords/0' }],
    },
    {
      name: 'products count',
      given: { offer: { listing: { products: ['A', 'B', 'C', 'D'] } }, kind: 'dataverse' },
      finds: [{ rule: 'products-count', at: '/listing/products' }],
    },
    {
      name: 'products power automate',
      given: { offer: { listing: { applicableProducts: ['Sales'] } }, kind: 'dataverse' },
      finds: [{ rule: 'products-power-automate', at: '/listing/applicableProducts' }],
    },
    {
      name: 'no keywords',
      given: { offer: { listing: { keywords: [] } } },
      finds: [{ rule: 'keywords-in-description', at: '/listing/keywords' }],
    },
    {
      name: 'an unknown product',
      given: { offer: { listing: { applicableProducts: ['Power Automate', 'Excel'] } }, kind: 'dataverse' },
      finds: [{ rule: 'products-power-automate', at: '/listing/applicableProducts/1' }],
    },
  ],
})
