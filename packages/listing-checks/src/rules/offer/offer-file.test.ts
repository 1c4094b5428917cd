import { testRuleFamily } from '../../testing/offer-room.ts'
import { offerFile } from './offer-file.ts'

testRuleFamily(offerFile, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    { name: 'offer readable', given: { offer: {}, files: { 'offer.json': '{ "offerType": "saas" }\n' } } },
    { name: 'offer shape', given: { offer: { listing: { summary: 'Plan trips.' } } } },
    {
      name: 'offer files exist',
      given: { offer: { certification: { functionalDocument: 'documents/functions.pdf' } }, kind: 'dataverse' },
    },
    { name: 'offer filled', given: { offer: { listing: { summary: 'Plan trips, drivers and repairs.' } } } },
    { name: 'the ID of a list of tasks', given: { offer: { offerId: 'todo', listing: { name: 'Fleet To-Do' } } } },
    { name: 'offer no secret', given: { offer: { testDrive: null } } },
  ],
  fails: [
    {
      name: 'offer readable',
      given: { offer: {}, files: { 'offer.json': '{ "offerType": "saas" \n' } },
      finds: [{ rule: 'offer-readable', file: 'offer.json' }],
    },
    {
      name: 'offer shape',
      given: { offer: { listing: { sumary: 'Plan trips.' } } },
      finds: [{ rule: 'offer-shape', at: '/listing/sumary' }],
    },
    {
      name: 'offer files exist',
      given: { offer: { certification: { functionalDocument: 'documents/tour.pdf' } }, kind: 'dataverse' },
      finds: [{ rule: 'offer-files-exist', at: '/certification/functionalDocument' }],
    },
    {
      name: 'offer filled',
      given: { offer: { listing: { summary: 'TODO: one sentence.' } } },
      finds: [
        {
          rule: 'offer-filled',
          at: '/listing/summary',
          what: '"listing.summary" still waits for somebody to fill it in.',
        },
      ],
    },
    {
      name: 'the ID of a new folder, and an entry of a list',
      given: { offer: { offerId: 'todo', markets: ['US', 'TODO: where you sell'] } },
      finds: [
        { rule: 'offer-filled', at: '/offerId', what: '"offerId" still waits for somebody to fill it in.' },
        { rule: 'offer-filled', at: '/markets/1', what: '"markets[1]" still waits for somebody to fill it in.' },
      ],
    },
    {
      name: 'the text of typesetters',
      given: { offer: { listing: { summary: 'Lorem ipsum dolor sit amet.' } } },
      finds: [{ rule: 'offer-filled', at: '/listing/summary' }],
    },
    {
      name: 'offer no secret',
      given: { offer: { testDrive: { clientSecret: 'not-a-real-secret' } } },
      finds: [{ rule: 'offer-no-secret', at: '/testDrive/clientSecret' }],
    },
    {
      name: 'a password in an address, and the key of a storage account in a text',
      given: {
        offer: {
          listing: { supportUrl: 'https://ada:not-a-real-password@fleetdesk.example/' },
          certification: { testNotes: 'AccountName=x;AccountKey=bm90LWEtcmVhbC1rZXktYXQtYWxs;' },
        },
      },
      finds: [
        {
          rule: 'offer-no-secret',
          at: '/listing/supportUrl',
          what: 'The address of "supportUrl" carries a password.',
        },
        { rule: 'offer-no-secret', at: '/certification/testNotes' },
      ],
    },
    {
      name: 'a word instead of a number',
      given: { offer: { trialMonths: 'three' } },
      finds: [{ rule: 'offer-shape', at: '/trialMonths', what: '"trialMonths" should be a number.' }],
    },
    {
      name: 'a text instead of an object',
      given: { offer: { listing: 'all of it' } },
      finds: [{ rule: 'offer-shape', at: '/listing', what: '"listing" should be an object.' }],
    },
    {
      name: 'none of the choices',
      given: { offer: { listingOption: 'buyNow' } },
      finds: [{ rule: 'offer-shape', at: '/listingOption' }],
    },
    {
      name: 'a slip is guessed',
      given: { offer: { listing: { sumary: 'Plan.' } } },
      finds: [
        {
          rule: 'offer-shape',
          at: '/listing/sumary',
          what: 'An offer has no field "sumary" here; "summary" may be meant.',
        },
      ],
    },
    {
      name: 'a slip in a list is guessed',
      given: { offer: { media: { videos: [{ titel: 'A' }] } } },
      finds: [
        {
          rule: 'offer-shape',
          at: '/media/videos/0/titel',
          what: 'An offer has no field "titel" here; "title" may be meant.',
        },
      ],
    },
    {
      name: 'a file outside',
      given: { offer: { media: { logos: { small: '../logo.png' } } } },
      finds: [{ rule: 'offer-files-exist', at: '/media/logos/small' }],
    },
    {
      name: 'a signature in an address',
      given: {
        offer: { package: { url: 'https://a.blob.core.windows.net/c/p.zip?sv=2022&sig=not-a-real-signature' } },
      },
      finds: [{ rule: 'offer-no-secret', at: '/package/url' }],
    },
    {
      name: 'no JSON object',
      given: { offer: '[1, 2]' },
      finds: [{ rule: 'offer-readable', file: 'offer.json', line: 1 }],
    },
    {
      name: 'broken YAML',
      given: { offer: 'offerType: saas\nofferType: saas\n', path: 'offer.yaml' },
      finds: [{ rule: 'offer-readable', file: 'offer.yaml' }],
    },
    {
      name: 'YAML with a reference',
      given: { offer: 'offerType: saas\nalias: &a Desk\npublisherName: *b\n', path: 'offer.yaml' },
      finds: [{ rule: 'offer-readable', file: 'offer.yaml', line: 3 }],
    },
  ],
})
