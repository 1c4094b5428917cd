import type { ItemDefinition } from '../../item.ts'
import type { ProbeRule } from '../../probe/probe-rule.ts'
import { text } from '../../text.ts'
import { byAddress, byFile, byReview, byRoom, defineItems } from '../define-items.ts'

/** The name in the listing is not to be seen here, so that the title is shown to the reviewer. */
const ownSite: ProbeRule = { pages: 1, signIn: 'refused', namesProduct: true, settles: 'failures' }

/** Step 7: texts. */
export const textsItems: readonly ItemDefinition[] = defineItems(
  {
    step: 7,
    group: 'texts',
    citation: {
      source: 'Offer listing best practices',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/partner-center/marketplace-offers/gtm-offer-listing-best-practices',
      dated: '2024-10-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'name-fitting',
      number: '7.3',
      required: true,
      proof: byRoom(
        'listing-checks',
        ['listing-name-length', 'listing-name-no-emoji', 'offer-test-label'],
        byFile(365),
      ),
      minutes: 10,
      title: text('The name fits', 'De naam past'),
      what: text('Within the allowed length and without emoji.', 'Binnen de toegestane lengte en zonder emoji.'),
      why: text('Longer names are cut off in search.', 'Langere namen worden in de zoekresultaten afgekapt.'),
      how: text('Write the name as it should appear.', 'Schrijf de naam zoals die moet verschijnen.'),
    },
    {
      name: 'name-as-on-site',
      number: '7.4',
      proof: byRoom('listing-checks', ['listing-name-as-on-site'], byAddress(ownSite, 180)),
      minutes: 5,
      after: ['7.name-fitting'],
      title: text('The name is that of your website', 'De naam is die van uw website'),
      what: text(
        'Listing and public site call the product alike.',
        'Vermelding en openbare site noemen het product gelijk.',
      ),
      why: text('Reviewers compare the two.', 'Beoordelaars vergelijken die twee.'),
      how: text('Hand in the product page’s address.', 'Lever het adres van de productpagina in.'),
    },
    {
      name: 'summary-fitting',
      number: '7.5',
      required: true,
      proof: byRoom('listing-checks', ['listing-summary'], byFile(365)),
      minutes: 10,
      title: text('The summary is one line', 'De samenvatting is één regel'),
      what: text('At most 100 characters on a single line.', 'Hoogstens 100 tekens op één regel.'),
      why: text('It stands below the name in search.', 'Ze staat in de zoekresultaten onder de naam.'),
      how: text('Hand in the text.', 'Lever de tekst in.'),
    },
    {
      name: 'description-valid',
      number: '7.6',
      required: true,
      proof: byRoom('listing-checks', ['description-length', 'description-html', 'description-balanced'], byFile(365)),
      minutes: 15,
      title: text('The description is valid', 'De beschrijving is geldig'),
      what: text(
        'Within the limit, with allowed and balanced tags only.',
        'Binnen de grens, met alleen toegestane en gesloten tags.',
      ),
      why: text('Other tags are shown as text or refused.', 'Andere tags verschijnen als tekst of worden geweigerd.'),
      how: text('Hand in the text with its tags.', 'Lever de tekst met tags in.'),
    },
    {
      name: 'description-useful',
      number: '7.7',
      proof: byFile(365),
      minutes: 30,
      after: ['7.description-valid'],
      title: text('The description helps a buyer', 'De beschrijving helpt een koper'),
      what: text(
        'Two or three paragraphs: for whom, what for, what is needed.',
        'Twee of drie alinea’s: voor wie, waarvoor, wat is nodig.',
      ),
      why: text('A poor description is a common reason for return.', 'Een zwakke beschrijving komt vaak terug.'),
      how: text(
        'Name Microsoft’s products as Microsoft spells them.',
        'Schrijf namen van Microsoft-producten zoals Microsoft.',
      ),
    },
    {
      name: 'value-first',
      number: '7.8',
      owner: 'us',
      proof: byReview(),
      minutes: 5,
      after: ['7.description-valid'],
      title: text('The first sentence gives the value', 'De eerste zin noemt het nut'),
      what: text('It says what a buyer gains.', 'Ze zegt wat een koper wint.'),
      why: text('Most read no further.', 'De meesten lezen niet verder.'),
      how: text('Read the first sentence as a buyer would.', 'Lees de eerste zin zoals een koper.'),
    },
    {
      name: 'english-lead',
      number: '7.9',
      required: true,
      proof: byRoom('listing-checks', ['description-language'], byFile(365)),
      minutes: 5,
      after: ['7.description-valid'],
      title: text('Other languages open with an English sentence', 'Andere talen beginnen met een Engelse zin'),
      what: text(
        'A listing that is not English says so first, in English.',
        'Een vermelding die niet Engels is, meldt dat eerst in het Engels.',
      ),
      why: text('Reviewers need it to route the offer.', 'Beoordelaars hebben die zin nodig.'),
      how: text('Hand in the sentence, or say that it is English.', 'Lever de zin in, of meld dat de tekst Engels is.'),
    },
    {
      name: 'keywords-fitting',
      number: '7.10',
      proof: byRoom('listing-checks', ['keywords-count', 'keywords-in-description'], byFile(365)),
      minutes: 5,
      after: ['7.description-valid'],
      title: text('At most three keywords, all in the text', 'Hoogstens drie trefwoorden, alle in de tekst'),
      what: text('Each keyword also stands in the description.', 'Elk trefwoord staat ook in de beschrijving.'),
      why: text('Others do not help search.', 'Andere helpen het zoeken niet.'),
      how: text('Name them.', 'Noem ze.'),
    },
  ],
)
