import { testRuleFamily } from '../../testing/offer-room.ts'
import { listingSummary } from './listing-summary.ts'

testRuleFamily(listingSummary, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    {
      name: '100 characters, each of two code units',
      given: {
        offer: {
          listing: {
            summary:
              '𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂𝒂',
          },
        },
      },
    },
    {
      name: 'summary length',
      given: { offer: { listing: { summary: 'Plan trips, drivers and repairs in one calendar.' } } },
    },
    { name: 'summary one line', given: { offer: { listing: { summary: 'Plan trips and drivers.' } } } },
  ],
  fails: [
    {
      name: 'summary length',
      given: {
        offer: {
          listing: {
            summary:
              'Plan trips, drivers and repairs in one calendar that everybody on the road and in the office can see at any time.',
          },
        },
      },
      finds: [{ rule: 'summary-length', at: '/listing/summary' }],
    },
    {
      name: 'summary one line',
      given: { offer: { listing: { summary: 'Plan trips.\nAnd drivers.' } } },
      finds: [{ rule: 'summary-one-line', at: '/listing/summary' }],
    },
    {
      name: 'none',
      given: { offer: { listing: { summary: null } } },
      finds: [{ rule: 'summary-length', at: '/listing' }],
    },
    {
      name: 'two sentences',
      given: { offer: { listing: { summary: 'Plan trips. Meet drivers.' } } },
      finds: [{ rule: 'summary-one-line', at: '/listing/summary' }],
    },
    {
      name: '101 characters',
      given: {
        offer: {
          listing: {
            summary:
              'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
          },
        },
      },
      finds: [{ rule: 'summary-length', at: '/listing/summary' }],
    },
  ],
})
