import { testRuleFamily } from '../../testing/offer-room.ts'
import { offerTerms } from './offer-terms.ts'

testRuleFamily(offerTerms, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    { name: 'terms present', given: { offer: { terms: { text: 'You may use it.' } } } },
    { name: 'terms one kind', given: { offer: { terms: { standardContract: true, url: null } } } },
    {
      name: 'terms amendments count',
      given: {
        offer: {
          terms: { standardContract: true, url: null, amendments: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] },
        },
      },
    },
  ],
  fails: [
    { name: 'terms present', given: { offer: { terms: null } }, finds: [{ rule: 'terms-present', at: '' }] },
    {
      name: 'terms one kind',
      given: { offer: { terms: { standardContract: true } } },
      finds: [{ rule: 'terms-one-kind', at: '/terms/url' }],
    },
    {
      name: 'terms amendments count',
      given: {
        offer: {
          terms: {
            standardContract: true,
            url: null,
            amendments: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
          },
        },
      },
      finds: [{ rule: 'terms-amendments-count', at: '/terms/amendments' }],
    },
    {
      name: 'amendments of nothing',
      given: { offer: { terms: { amendments: ['More.'] } } },
      finds: [{ rule: 'terms-one-kind', at: '/terms/amendments' }],
    },
  ],
})
