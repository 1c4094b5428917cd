import type { WaitSetting } from '../product-state.ts'
import { text } from '../text.ts'
import type { Citation } from '../vocabulary.ts'

const submitPage = (place: string, dated: string, confidence: Citation['confidence']): Citation => ({
  source: 'Submit your connector for Microsoft certification',
  place,
  url: 'https://learn.microsoft.com/connectors/custom-connectors/submit-certification',
  dated,
  confidence,
})
const templatePage = (place: string): Citation => ({
  source: 'Publish your template',
  place,
  url: 'https://learn.microsoft.com/power-automate/publish-a-template',
  dated: '2025-03-01',
  confidence: 'high',
})
const offerPage = (place: string, confidence: Citation['confidence']): Citation => ({
  source: 'Review and publish your offer',
  place,
  url: 'https://learn.microsoft.com/partner-center/marketplace-offers/review-publish-offer',
  dated: '2025-03-01',
  confidence,
})

/** How long each wait lasts, as far as Microsoft's pages say; where they disagree the other durations stand beside. */
export const waitSettings: readonly WaitSetting[] = [
  {
    kind: 'certification-review',
    edition: '2018-02',
    atMost: { amount: 10, unit: 'business-days' },
    ball: 'microsoft',
    title: text('Microsoft reviews the connector', 'Microsoft beoordeelt de connector'),
    citation: submitPage('one to two weeks for a review', '2018-02-01', 'medium'),
    alsoSeen: [],
  },
  {
    kind: 'certification-review',
    edition: 'current',
    atMost: { amount: 10, unit: 'business-days' },
    ball: 'microsoft',
    title: text('Microsoft reviews the connector', 'Microsoft beoordeelt de connector'),
    citation: submitPage('one to two weeks for a review', '2024-05-01', 'medium'),
    alsoSeen: [
      {
        atMost: { amount: 48, unit: 'hours' },
        citation: submitPage('24 to 48 hours a round in Partner Center', '2025-03-01', 'medium'),
      },
      {
        atMost: { amount: 15, unit: 'business-days' },
        citation: submitPage('15 business days in another copy', '2023-06-01', 'low'),
      },
    ],
  },
  {
    kind: 'certification-deployment',
    edition: '2018-02',
    atMost: { amount: 21, unit: 'days' },
    ball: 'microsoft',
    title: text('Microsoft deploys the connector to all regions', 'Microsoft zet de connector in alle regio’s'),
    citation: submitPage('some weeks for all regions', '2018-02-01', 'low'),
    alsoSeen: [],
  },
  {
    kind: 'certification-deployment',
    edition: 'current',
    atMost: { amount: 28, unit: 'days' },
    ball: 'microsoft',
    title: text('Microsoft deploys the connector to all regions', 'Microsoft zet de connector in alle regio’s'),
    citation: submitPage('three to four weeks for all regions', '2024-05-01', 'medium'),
    alsoSeen: [
      {
        atMost: { amount: 42, unit: 'days' },
        citation: submitPage('five to six weeks in another copy', '2023-06-01', 'low'),
      },
      { atMost: { amount: 48, unit: 'hours' }, citation: templatePage('48 hours for packages of templates') },
    ],
  },
  {
    kind: 'template-review',
    edition: '2018-02',
    atMost: { amount: 10, unit: 'business-days' },
    ball: 'microsoft',
    title: text('Microsoft reviews the template', 'Microsoft beoordeelt de sjabloon'),
    citation: {
      source: 'Publish a template',
      place: 'no time is stated; taken like a connector’s review',
      url: 'https://learn.microsoft.com/power-automate/publish-a-template',
      dated: '2018-02-01',
      confidence: 'low',
    },
    alsoSeen: [],
  },
  {
    kind: 'template-review',
    edition: 'current',
    atMost: { amount: 48, unit: 'hours' },
    ball: 'microsoft',
    title: text('Microsoft reviews the template', 'Microsoft beoordeelt de sjabloon'),
    citation: templatePage('24 to 48 hours a round'),
    alsoSeen: [],
  },
  {
    kind: 'preview-sign-off',
    edition: 'current',
    atMost: { amount: 2, unit: 'business-days' },
    ball: 'isv',
    title: text('You sign off the preview', 'U keurt de voorbeeldversie goed'),
    citation: {
      source: 'A third party’s guide to certification in Partner Center',
      place: 'the preview expires after two business days',
      dated: '2026-01-01',
      confidence: 'low',
    },
    alsoSeen: [],
  },
  {
    kind: 'package-address-validity',
    edition: 'current',
    atMost: { amount: 15, unit: 'days' },
    ball: 'isv',
    title: text('The package’s address stays valid', 'Het adres van het pakket blijft geldig'),
    citation: templatePage('address with a signature valid for at least 15 days'),
    alsoSeen: [
      {
        atMost: { amount: 4, unit: 'days' },
        citation: submitPage('four days or more in another copy', '2023-06-01', 'low'),
      },
    ],
  },
  {
    kind: 'offer-validation',
    edition: '2018-02',
    atMost: { amount: 2, unit: 'hours' },
    ball: 'microsoft',
    title: text('Partner Center validates the offer', 'Partnercentrum valideert de aanbieding'),
    citation: offerPage(
      'today’s automated steps add up to about one and a half hours; no time was stated in 2018',
      'low',
    ),
    alsoSeen: [],
  },
  {
    kind: 'offer-validation',
    edition: 'current',
    atMost: { amount: 2, unit: 'hours' },
    ball: 'microsoft',
    title: text('Partner Center validates the offer', 'Partnercentrum valideert de aanbieding'),
    citation: offerPage('the automated steps add up to about one and a half hours', 'medium'),
    alsoSeen: [],
  },
  {
    kind: 'offer-certification',
    edition: '2018-02',
    atMost: { amount: 15, unit: 'business-days' },
    ball: 'microsoft',
    title: text('Microsoft reviews the offer', 'Microsoft beoordeelt de aanbieding'),
    citation: offerPage('days to weeks; no time is stated', 'low'),
    alsoSeen: [],
  },
  {
    kind: 'offer-certification',
    edition: 'current',
    atMost: { amount: 15, unit: 'business-days' },
    ball: 'microsoft',
    title: text('Microsoft reviews the offer', 'Microsoft beoordeelt de aanbieding'),
    citation: offerPage('days to weeks; no time is stated', 'low'),
    alsoSeen: [],
  },
  {
    kind: 'publisher-verification',
    edition: 'current',
    atMost: { amount: 1, unit: 'hours' },
    ball: 'microsoft',
    title: text('Microsoft verifies the publisher', 'Microsoft verifieert de uitgever'),
    citation: {
      source: 'Publisher verification',
      place: 'minutes once the prerequisites are met',
      url: 'https://learn.microsoft.com/entra/identity-platform/publisher-verification-overview',
      dated: '2024-10-01',
      confidence: 'high',
    },
    alsoSeen: [],
  },
]
