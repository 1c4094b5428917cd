import type { ItemDefinition } from '../../item.ts'
import type { ProbeRule } from '../../probe/probe-rule.ts'
import { text } from '../../text.ts'
import { byAddress, byAnything, defineItems } from '../define-items.ts'

/** The second host is the marketplace’s newer one; that listings open there under the same path was not tried. */
const publicListing: ProbeRule = {
  pages: 1,
  leadsTo: ['appsource.microsoft.com', 'marketplace.microsoft.com'].map((host) => ({ host, path: '/product/' })),
  signIn: 'refused',
  namesProduct: true,
  settles: 'everything',
}

/** Step 7: publication. */
export const publicationItems: readonly ItemDefinition[] = defineItems(
  {
    step: 7,
    group: 'publication',
    citation: {
      source: 'Review and publish your offer',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/partner-center/marketplace-offers/review-publish-offer',
      dated: '2025-03-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'publisher-account',
      number: '7.36',
      required: true,
      proof: byAnything(365),
      minutes: 60,
      title: text('The publisher account is verified', 'Het uitgeversaccount is geverifieerd'),
      what: text(
        'It is verified and in the commercial marketplace programme.',
        'Het is geverifieerd en ingeschreven in het commerciële programma.',
      ),
      why: text('Verification takes days; begin early.', 'Verificatie duurt dagen; begin op tijd.'),
      how: text('Hand in the account’s status.', 'Lever de status van het account in.'),
    },
    {
      name: 'report-answered',
      number: '7.37',
      proof: byAnything(365),
      minutes: 30,
      after: ['7.publisher-account'],
      title: text('Microsoft’s report is answered', 'Het verslag van Microsoft is beantwoord'),
      what: text('Every finding of the review has an answer.', 'Elke bevinding van de beoordeling heeft een antwoord.'),
      why: text('One open finding holds the offer back.', 'Eén open bevinding houdt de aanbieding tegen.'),
      how: text('Hand in report and answers.', 'Lever verslag en antwoorden in.'),
    },
    {
      name: 'preview-released',
      number: '7.38',
      proof: byAnything(365),
      minutes: 10,
      after: ['7.publisher-account'],
      title: text('The preview was looked at and released', 'De voorbeeldversie is bekeken en vrijgegeven'),
      what: text(
        'You saw the offer as buyers will and chose “Go live”.',
        'U zag de aanbieding zoals kopers en koos “Go live”.',
      ),
      why: text('A preview that nobody releases expires.', 'Een voorbeeldversie die niemand vrijgeeft, verloopt.'),
      how: text('Hand in the offer’s status.', 'Lever de status van de aanbieding in.'),
    },
    {
      name: 'listing-opens',
      number: '7.39',
      proof: byAddress(publicListing, 90),
      minutes: 5,
      after: ['7.preview-released'],
      title: text('The listing opens', 'De vermelding opent'),
      what: text('The public address answers with status 200.', 'Het openbare adres antwoordt met status 200.'),
      why: text('This is what the step is for.', 'Daarvoor is deze stap.'),
      how: text('Hand in its address.', 'Lever het adres in.'),
    },
  ],
)
