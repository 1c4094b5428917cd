import type { ItemDefinition } from '../../item.ts'
import type { ProbeRule } from '../../probe/probe-rule.ts'
import { text } from '../../text.ts'
import { byAddress, byAnything, byFile, bySubmission, defineItems } from '../define-items.ts'

/** The gallery answers every address with the same shell, so that only a dead link can be told from outside. */
const galleryPage: ProbeRule = {
  pages: 1,
  leadsTo: [
    { host: 'make.powerautomate.com', path: '/galleries/public/templates/' },
    { host: 'flow.microsoft.com', path: '/templates/' },
    { host: 'powerautomate.microsoft.com', path: '/templates/' },
    { host: 'www.microsoft.com', path: '/power-automate/templates/' },
  ],
  signIn: 'unclear',
  settles: 'failures',
}

/** Step 4: publication. */
export const publicationItems: readonly ItemDefinition[] = defineItems(
  {
    step: 4,
    group: 'publication',
    citation: {
      source: 'Publish your template: after the review',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-automate/publish-a-template',
      dated: '2025-03-01',
      confidence: 'medium',
    },
  },
  [
    {
      name: 'report-clean',
      number: '4.25',
      owner: 'microsoft',
      proof: bySubmission(['template-review-clean'], byAnything(365)),
      minutes: 15,
      editions: ['current'],
      when: { kinds: ['isv'] },
      title: text('Microsoft’s report has no findings', 'Het verslag van Microsoft bevat geen bevindingen'),
      what: text(
        'The review of the template is back and nothing is open.',
        'De beoordeling van de sjabloon is terug en niets staat open.',
      ),
      why: text('Open findings stop the publication.', 'Open bevindingen houden de publicatie tegen.'),
      how: text('Hand in the report.', 'Lever het verslag in.'),
    },
    {
      name: 'go-live',
      number: '4.26',
      proof: bySubmission(['template-gone-live'], byAnything(365)),
      minutes: 5,
      editions: ['current'],
      when: { kinds: ['isv'] },
      after: ['4.report-clean'],
      title: text('“Go live” was pressed', '“Go live” is gekozen'),
      what: text('You released the preview.', 'U hebt de voorbeeldversie vrijgegeven.'),
      why: text('A preview that nobody releases expires.', 'Een voorbeeldversie die niemand vrijgeeft, verloopt.'),
      how: text('Hand in the offer’s status.', 'Lever de status van de aanbieding in.'),
    },
    {
      name: 'gallery-page',
      number: '4.27',
      proof: byAddress(galleryPage, 180),
      minutes: 5,
      when: { kinds: ['isv'] },
      title: text('The gallery page opens', 'De galeriepagina opent'),
      what: text('The template’s public page can be reached.', 'De openbare pagina van de sjabloon is bereikbaar.'),
      why: text('That is where customers start.', 'Daar beginnen klanten.'),
      how: text('Hand in its address.', 'Lever het adres in.'),
    },
    {
      name: 'id-recorded',
      number: '4.28',
      proof: bySubmission(['template-id-recorded'], byFile(365)),
      minutes: 5,
      when: { kinds: ['isv'] },
      title: text('The template’s id is recorded', 'De id van de sjabloon is vastgelegd'),
      what: text('Your application knows the published id.', 'Uw toepassing kent de gepubliceerde id.'),
      why: text('Embedding opens templates by it.', 'Insluiten opent sjablonen met deze id.'),
      how: text('Hand in the id.', 'Lever de id in.'),
    },
  ],
)
