import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byFile, byRoom, defineItems } from '../define-items.ts'

/** Step 3: gallery. */
export const galleryItems: readonly ItemDefinition[] = defineItems(
  {
    step: 3,
    group: 'gallery',
    citation: {
      source: 'Embed the template gallery',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-automate/developer/embed-flow-dev',
      dated: '2023-02-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'gallery-address',
      number: '3.29',
      proof: byRoom('flow-embed', ['embed-gallery-host', 'embed-gallery-address', 'portal-frame'], byFile(180)),
      minutes: 10,
      title: text('The gallery’s address is well formed', 'Het adres van de galerie is goed gevormd'),
      what: text(
        'Locale, search, page size, destination and category have allowed values.',
        'Taal, zoekterm, paginagrootte, bestemming en categorie hebben toegestane waarden.',
      ),
      why: text(
        'A wrong parameter shows other templates than yours.',
        'Een verkeerde parameter toont andere sjablonen dan de uwe.',
      ),
      how: text(
        'Hand in the address, or say that you use no gallery.',
        'Lever het adres in, of meld dat u geen galerie gebruikt.',
      ),
    },
    {
      name: 'gallery-parameters',
      number: '3.30',
      proof: byRoom('flow-embed', ['embed-gallery-parameters', 'default-parameters'], byFile(180)),
      minutes: 10,
      after: ['3.gallery-address'],
      title: text('Parameters passed exist in the template', 'Doorgegeven parameters bestaan in de sjabloon'),
      what: text(
        'Each parameters entry is declared by the template.',
        'Elke vermelding onder parameters is in de sjabloon gedeclareerd.',
      ),
      why: text('Others are dropped, and fields stay empty.', 'Andere vallen weg, en velden blijven leeg.'),
      how: text('Hand in the names from both sides.', 'Lever de namen van beide kanten in.'),
    },
  ],
)
