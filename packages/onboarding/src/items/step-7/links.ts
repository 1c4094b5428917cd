import type { ItemDefinition } from '../../item.ts'
import { type ProbeRule, publicPages } from '../../probe/probe-rule.ts'
import { text } from '../../text.ts'
import { byAddress, byFile, byRoom, defineItems } from '../define-items.ts'

const supportingLinks: ProbeRule = {
  ...publicPages(4, 'help', 'privacy', 'support', 'terms'),
  rules: { room: 'listing-checks', families: ['link-https', 'link-answers'] },
}

/** Step 7: links. */
export const linksItems: readonly ItemDefinition[] = defineItems(
  {
    step: 7,
    group: 'links',
    citation: {
      source: 'Marketplace content validation: links and contacts',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/partner-center/marketplace-offers/marketplace-criteria-content-validation',
      dated: '2022-07-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'links-work',
      number: '7.20',
      required: true,
      proof: byRoom(
        'listing-checks',
        ['link-present', 'link-https', 'link-answers', 'link-title'],
        byAddress(supportingLinks, 90),
      ),
      minutes: 10,
      title: text('Help, privacy, support and terms open', 'Hulp, privacy, ondersteuning en voorwaarden openen'),
      what: text('The four addresses open over https.', 'De vier adressen openen via https.'),
      why: text('Dead links stop the offer.', 'Dode koppelingen houden de aanbieding tegen.'),
      how: text('Hand in the links.', 'Lever de koppelingen in.'),
    },
    {
      name: 'help-is-not-support',
      number: '7.21',
      required: true,
      proof: byRoom('listing-checks', ['link-help-differs'], byFile(365)),
      minutes: 5,
      after: ['7.links-work'],
      title: text('Help and support are two addresses', 'Hulp en ondersteuning zijn twee adressen'),
      what: text(
        'The page for help differs from that for support.',
        'De pagina voor hulp is een andere dan die voor ondersteuning.',
      ),
      why: text('The same address twice is refused.', 'Twee keer hetzelfde adres wordt geweigerd.'),
      how: text('Name both.', 'Noem beide.'),
    },
    {
      name: 'contacts-valid',
      number: '7.22',
      required: true,
      proof: byRoom('listing-checks', ['offer-contacts'], byFile(180)),
      minutes: 10,
      title: text('Support and engineering contacts are valid', 'Contactpersonen voor hulp en techniek kloppen'),
      what: text('Name, mail and telephone of both are right.', 'Naam, e-mail en telefoon van beide zijn juist.'),
      why: text(
        'Microsoft’s report goes to the engineering contact.',
        'Het verslag van Microsoft gaat naar de technische contactpersoon.',
      ),
      how: text('State who they are, by role.', 'Meld wie het zijn, met hun rol.'),
    },
    {
      name: 'terms-given',
      number: '7.23',
      required: true,
      proof: byRoom('listing-checks', ['offer-terms'], byFile(365)),
      minutes: 15,
      title: text('Terms or the standard contract are given', 'Voorwaarden of standaardcontract zijn gegeven'),
      what: text('Buyers can read what they agree to.', 'Kopers kunnen lezen waarmee zij akkoord gaan.'),
      why: text('Without terms an offer cannot be published.', 'Zonder voorwaarden is publiceren niet mogelijk.'),
      how: text(
        'Hand in the terms, or choose the standard contract.',
        'Lever de voorwaarden in, of kies het standaardcontract.',
      ),
    },
    {
      name: 'campaign-parameters',
      number: '7.40',
      proof: byRoom('listing-checks', ['campaign-parameters'], byFile(365)),
      minutes: 5,
      title: text('Campaign parameters are short', 'Campagneparameters zijn kort'),
      what: text(
        'Parameters in links have at most 16 characters.',
        'Parameters in koppelingen hebben hoogstens 16 tekens.',
      ),
      why: text('Longer ones are dropped from reports.', 'Langere vallen weg uit rapporten.'),
      how: text('Hand in a link, or say that you use none.', 'Lever een koppeling in, of meld dat u er geen gebruikt.'),
    },
  ],
)
