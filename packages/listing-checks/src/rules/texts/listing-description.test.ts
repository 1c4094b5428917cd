import { testRuleFamily } from '../../testing/offer-room.ts'
import { listingDescription } from './listing-description.ts'

testRuleFamily(listingDescription, import.meta.url, {
  passes: [
    { name: 'a faultless offer', given: { offer: {} } },
    { name: 'a faultless offer on Dataverse', given: { offer: {}, kind: 'dataverse' } },
    {
      name: 'old product names in 2018',
      given: { offer: { listing: { summary: 'Trips for Microsoft Flow.' } }, edition: '2018-02' },
    },
    {
      name: 'plain text in paragraphs',
      given: {
        offer: {
          listing: {
            description:
              'Plan every trip of your fleet in one calendar, and let no car stand idle.\n\nDispatchers see drivers, trips and repairs at a glance; you need a Microsoft 365 account.',
          },
        },
      },
    },
    {
      name: 'description length',
      given: {
        offer: {
          listing: {
            description:
              '<p>Plan every trip of your fleet in one calendar, and let no car stand idle.</p><p>Dispatchers see drivers, trips and repairs at a glance; you need a Microsoft 365 account.</p>',
          },
        },
      },
    },
    {
      name: 'description html',
      given: {
        offer: {
          listing: {
            description:
              '<p>Plan every trip of your fleet in one calendar, and let no car stand idle.</p><p>Dispatchers see drivers, trips and repairs at a glance; you need a Microsoft 365 account.</p><ul><li>Trips</li></ul>',
          },
        },
      },
    },
    {
      name: 'description balanced',
      given: {
        offer: {
          listing: {
            description:
              '<p>Plan every trip of your fleet in one calendar, and let no car stand idle.</p><p>Dispatchers see drivers, trips and repairs at a glance; you need a Microsoft 365 account.</p><p>More.</p>',
          },
        },
      },
    },
    {
      name: 'description language',
      given: {
        offer: {
          language: 'de-de',
          listing: {
            description:
              '<p>This application is available only in German.</p><p>Plan every trip of your fleet in one calendar, and let no car stand idle.</p><p>Dispatchers see drivers, trips and repairs at a glance; you need a Microsoft 365 account.</p>',
          },
        },
      },
    },
    { name: 'description product names', given: { offer: { listing: { summary: 'Trips for Power Automate.' } } } },
    {
      name: 'names that are still in use',
      given: { offer: { listing: { summary: 'Office 365 Outlook, Office 365 E3 and Azure AD B2C.' } } },
    },
    {
      name: 'description no competitor',
      given: { offer: { listing: { summary: 'Plan trips, and migrate what you had in Zapier.' } } },
    },
  ],
  fails: [
    {
      name: 'description length',
      given: { offer: { listing: { description: null } } },
      finds: [{ rule: 'description-length', at: '/listing' }],
    },
    {
      name: 'description html',
      given: {
        offer: {
          listing: {
            description:
              '<p>Plan every trip of your fleet in one calendar, and let no car stand idle.</p><p>Dispatchers see drivers, trips and repairs at a glance; you need a Microsoft 365 account.</p><table></table>',
          },
        },
      },
      finds: [{ rule: 'description-html', at: '/listing/description' }],
    },
    {
      name: 'description balanced',
      given: {
        offer: {
          listing: {
            description:
              '<p>Plan every trip of your fleet in one calendar, and let no car stand idle.</p><p>Dispatchers see drivers, trips and repairs at a glance; you need a Microsoft 365 account.</p><p>More.',
          },
        },
      },
      finds: [{ rule: 'description-balanced', at: '/listing/description' }],
    },
    {
      name: 'description paragraphs',
      given: { offer: { listing: { description: '<p>Plan trips.</p>' } } },
      finds: [{ rule: 'description-paragraphs', at: '/listing/description' }],
    },
    {
      name: 'description opens with value',
      given: {
        offer: {
          listing: {
            description:
              '<p>Welcome to Fleet Desk!</p><p>Plan every trip of your fleet in one calendar, and let no car stand idle.</p><p>Dispatchers see drivers, trips and repairs at a glance; you need a Microsoft 365 account.</p>',
          },
        },
      },
      finds: [{ rule: 'description-opens-with-value', at: '/listing/description' }],
    },
    {
      name: 'description language',
      given: { offer: { language: 'de-de' } },
      finds: [{ rule: 'description-language', at: '/listing/description' }],
    },
    {
      name: 'description product names',
      given: { offer: { listing: { summary: 'Trips for Microsoft Flow.' } } },
      finds: [{ rule: 'description-product-names', at: '/listing/summary' }],
    },
    {
      name: 'description no competitor',
      given: { offer: { listing: { summary: 'Plan trips faster than with Zapier.' } } },
      finds: [{ rule: 'description-no-competitor', at: '/listing/summary', what: 'The summary names "Zapier".' }],
    },
    {
      name: 'a name written against spaces',
      given: { offer: { listing: { summary: 'Trips in MS Teams, with Office365.' } } },
      finds: [
        { rule: 'description-product-names', at: '/listing/summary', what: 'The summary says "Office365".' },
        { rule: 'description-product-names', at: '/listing/summary', what: 'The summary says "MS Teams".' },
      ],
    },
    {
      name: 'too long, and few words',
      given: {
        offer: {
          listing: {
            description:
              '<p>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</p>',
          },
        },
      },
      finds: [
        { rule: 'description-length', at: '/listing/description' },
        { rule: 'description-paragraphs', at: '/listing/description' },
      ],
    },
    {
      name: 'an attribute',
      given: {
        offer: {
          listing: {
            description:
              '<p>Plan every trip of your fleet in one calendar, and let no car stand idle.</p><p>Dispatchers see drivers, trips and repairs at a glance; you need a Microsoft 365 account.</p><p style="color:red">Red.</p>',
          },
        },
      },
      finds: [
        {
          rule: 'description-html',
          at: '/listing/description',
          what: 'The description has the attribute style of <p> (line 1 of the text).',
        },
      ],
    },
    {
      name: 'a script, a comment and an end without a beginning',
      given: {
        offer: {
          listing: {
            description:
              '<p>Plan every trip of your fleet in one calendar, and let no car stand idle.</p><p>Dispatchers see drivers, trips and repairs at a glance; you need a Microsoft 365 account.</p>\n<script>x</script>\n<!-- later -->\n</li>',
          },
        },
      },
      finds: [
        { rule: 'description-html', at: '/listing/description' },
        { rule: 'description-html', at: '/listing/description' },
        {
          rule: 'description-balanced',
          at: '/listing/description',
          what: 'The description closes </li> (line 4 of the text), which was not open.',
        },
      ],
    },
    {
      name: 'a link in the getting started text',
      given: { offer: { listing: { gettingStarted: '<a href="https://a.example">Begin</a>' } } },
      finds: [{ rule: 'description-html', at: '/listing/gettingStarted' }],
    },
  ],
})
