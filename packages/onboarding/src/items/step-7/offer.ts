import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byAnything, byFile, byRoom, defineItems } from '../define-items.ts'

/** Step 7: offer. */
export const offerItems: readonly ItemDefinition[] = defineItems(
  {
    step: 7,
    group: 'offer',
    citation: {
      source: 'Marketplace offer types and listings',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/partner-center/marketplace-offers/publisher-guide-by-offer-type',
      dated: '2024-10-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'offer-type-fits',
      number: '7.1',
      required: true,
      proof: byRoom('listing-checks', ['offer-type-fits'], byAnything(365)),
      minutes: 15,
      title: text('The offer type fits the solution', 'Het type aanbieding past bij de oplossing'),
      what: text('The chosen type is one for what you deliver.', 'Het gekozen type past bij wat u levert.'),
      why: text('The type cannot be changed later.', 'Het type is later niet te wijzigen.'),
      how: text('State the type and your reason.', 'Meld het type en uw reden.'),
    },
    {
      name: 'offer-id',
      number: '7.2',
      required: true,
      proof: byRoom('listing-checks', ['offer-id-pattern', 'offer-alias', 'offer-version'], byFile(365)),
      minutes: 5,
      after: ['7.offer-type-fits'],
      title: text('The offer id is well formed', 'De id van de aanbieding is goed gevormd'),
      what: text(
        'Lower-case letters, digits, hyphens and within the allowed length.',
        'Kleine letters, cijfers, koppeltekens en binnen de toegestane lengte.',
      ),
      why: text('It shows in the address and stays for good.', 'Ze staat in het adres en blijft voorgoed.'),
      how: text('Name it.', 'Noem haar.'),
    },
    {
      name: 'products-ticked',
      number: '7.11',
      proof: byRoom('listing-checks', ['products-count', 'products-power-automate'], byFile(365)),
      minutes: 5,
      title: text('Power Automate is among the products', 'Power Automate staat bij de producten'),
      what: text(
        'At most three products are ticked and this is one.',
        'Hoogstens drie producten zijn aangevinkt en dit is er een van.',
      ),
      why: text('Buyers filter by product.', 'Kopers filteren op product.'),
      how: text('Hand in a screenshot.', 'Lever een schermafbeelding in.'),
    },
    {
      name: 'categories-chosen',
      number: '7.12',
      required: true,
      proof: byRoom('listing-checks', ['category-count', 'category-known'], byFile(365)),
      minutes: 5,
      title: text('Categories come from the list', 'Categorieën komen uit de lijst'),
      what: text(
        'One or two categories, each with at most two below.',
        'Eén of twee categorieën, elk met hoogstens twee daaronder.',
      ),
      why: text('Others are not accepted.', 'Andere worden niet aanvaard.'),
      how: text('Name them.', 'Noem ze.'),
    },
    {
      name: 'industries-chosen',
      number: '7.13',
      proof: byRoom('listing-checks', ['industry-count', 'industry-known'], byFile(365)),
      minutes: 5,
      title: text('Industries are chosen or left blank', 'Branches zijn gekozen of leeg gelaten'),
      what: text(
        'At most two industries from the list, with at most two below each.',
        'Hoogstens twee branches uit de lijst, met hoogstens twee onder elke.',
      ),
      why: text('A wrong industry brings the wrong leads.', 'Een verkeerde branche levert verkeerde leads op.'),
      how: text('Name them, or say none.', 'Noem ze, of meld dat u er geen kiest.'),
    },
    {
      name: 'markets-chosen',
      number: '7.24',
      required: true,
      proof: byRoom('listing-checks', ['market-present', 'market-known', 'listing-option'], byFile(365)),
      minutes: 10,
      title: text('At least one market is chosen', 'Minstens één markt is gekozen'),
      what: text(
        'The offer is for sale or to be seen in one country or more.',
        'De aanbieding is in één land of meer te zien of te koop.',
      ),
      why: text('Without a market nobody finds it.', 'Zonder markt vindt niemand haar.'),
      how: text('Name the markets.', 'Noem de markten.'),
    },
    {
      name: 'hide-key',
      number: '7.25',
      proof: byRoom('listing-checks', ['hide-key-pattern', 'hide-key-gone'], byFile(365)),
      minutes: 5,
      title: text('The hide key is well formed and removed', 'De verbergsleutel klopt en verdwijnt'),
      what: text(
        'The key for previews has the right form and is gone at release.',
        'De sleutel voor voorbeelden heeft de juiste vorm en is weg bij vrijgave.',
      ),
      why: text('Left in, it lets others see hidden plans.', 'Blijft hij staan, dan zien anderen verborgen plannen.'),
      how: text('Say that it was removed.', 'Meld dat hij is verwijderd.'),
    },
  ],
)
