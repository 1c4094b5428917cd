import { appPackage, image } from '../src/testing/given-offer.ts'
import { both, type PlantedFault } from './planted-fault.ts'

const zipPath = 'package/fleet-desk.zip'
const paragraphs =
  '<p>Plan the trip of every driver in one calendar, and let no car stand idle.</p><p>Dispatchers see trips and repairs at a glance; you need a Microsoft 365 account.</p>'

const field = (
  name: string,
  rule: string,
  offer: Readonly<Record<string, unknown>>,
  pointer: string,
  more: Partial<PlantedFault> = {},
): PlantedFault => ({ name, rule, kinds: both, given: { offer }, at: { pointer }, ...more })

/** Kinds of faults that people make on the way, whether or not a reviewer ever saw them. */
export const otherFaults: readonly PlantedFault[] = [
  field('capitals in the offer ID', 'offer-id-pattern', { offerId: 'Fleet-Desk' }, '/offerId'),
  field('an offer of another kind', 'offer-type-fits', { offerType: 'powerBiApp' }, '/offerType', {
    kinds: ['saas'],
  }),
  field('an emoji in the name', 'listing-name-no-emoji', { listing: { name: 'Fleet Desk 🚚' } }, '/listing/name'),
  field('a long name', 'listing-name-length', { listing: { name: 'Fleet '.repeat(40).trim() } }, '/listing/name'),
  field('a long summary', 'summary-length', { listing: { summary: 'Plan '.repeat(25) } }, '/listing/summary'),
  field('two lines of summary', 'summary-one-line', { listing: { summary: 'Plan.\nDrive.' } }, '/listing/summary'),
  field(
    'a link in the description',
    'description-html',
    { listing: { description: `${paragraphs}<a href="https://a.example">more</a>` } },
    '/listing/description',
  ),
  field(
    'a paragraph left open',
    'description-balanced',
    { listing: { description: `${paragraphs}<p>More.` } },
    '/listing/description',
  ),
  field('another language without the sentence', 'description-language', { language: 'de-de' }, '/listing/description'),
  field(
    'four keywords',
    'keywords-count',
    { listing: { keywords: ['trip', 'driver', 'calendar', 'car'] } },
    '/listing/keywords',
  ),
  field('an unknown category', 'category-known', { categories: [{ name: 'Robots' }] }, '/categories/0/name'),
  field(
    'an unknown vertical',
    'industry-known',
    { industries: [{ name: 'Distribution', verticals: ['Rockets'] }] },
    '/industries/0/verticals/0',
  ),
  field('a logo that is not square', 'logo-large', {}, '/media/logos/large', {
    given: { offer: {}, files: { 'images/large.png': image(300, 216) } },
  }),
  field(
    'a screenshot without words',
    'screenshot-caption',
    { media: { screenshots: [{ file: 'images/calendar.png' }] } },
    '/media/screenshots/0',
  ),
  field(
    'a mail address without a host',
    'contact-email',
    { contacts: { support: { email: 'ada@' } } },
    '/contacts/support/email',
  ),
  field('no terms', 'terms-present', { terms: null }, ''),
  field('an unknown market', 'market-known', { markets: ['UK'] }, '/markets/0'),
  field('capitals in the hide key', 'hide-key-pattern', { preview: { hideKey: 'Secret-1' } }, '/preview/hideKey', {
    kinds: ['dataverse'],
  }),
  field('nowhere for leads to go', 'lead-destination', { leads: null }, ''),
  field('a test drive', 'test-drive-removed', { testDrive: { type: 'logicApp' } }, '/testDrive'),
  field(
    'a secret',
    'offer-no-secret',
    {
      leads: { destination: 'azureTable', httpsEndpointUrl: null, storageAccountConnectionString: 'not-a-real-secret' },
    },
    '/leads/storageAccountConnectionString',
  ),
  field('a misspelt field', 'offer-shape', { listing: { sumary: 'x' } }, '/listing/sumary'),
  field('a file that is not there', 'offer-files-exist', {}, '/media/documents/0/file', {
    given: { offer: {}, files: { 'documents/overview.pdf': undefined } },
  }),
  field(
    'a text that nobody filled',
    'offer-filled',
    { listing: { summary: 'TODO: one sentence.' } },
    '/listing/summary',
  ),
  field('http', 'link-https', { listing: { privacyUrl: 'http://fleetdesk.example/privacy' } }, '/listing/privacyUrl'),
  field('a campaign id with a dot', 'campaign-parameters', { campaign: { src: 'a.b' } }, '/campaign/src'),
  field(
    'write access',
    'package-access-read-only',
    { package: { access: { permissions: 'rw' } } },
    '/package/access/permissions',
    { kinds: ['dataverse'] },
  ),
  {
    name: 'a large icon of the package',
    rule: 'appsource-icon',
    kinds: ['dataverse'],
    given: { offer: {}, files: { [zipPath]: appPackage({ files: { 'icon.png': image(48, 48) } }) } },
    at: { file: `${zipPath}/input.xml` },
  },
  {
    name: 'an end before the beginning',
    rule: 'input-xml-dates',
    kinds: ['dataverse'],
    given: { offer: {}, files: { [zipPath]: appPackage({ startDate: '2029-12-01', endDate: '2027-12-01' }) } },
    at: { file: `${zipPath}/input.xml` },
  },
]
