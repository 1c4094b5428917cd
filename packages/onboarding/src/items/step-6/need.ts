import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byAnything, byFile, byRoom, defineItems } from '../define-items.ts'

/** Step 6: need. */
export const needItems: readonly ItemDefinition[] = defineItems(
  {
    step: 6,
    group: 'need',
    citation: {
      source: 'Types of Power Automate licenses',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-platform/admin/power-automate-licensing/types',
      dated: '2025-05-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'tier-per-flow',
      number: '6.5',
      required: true,
      proof: byRoom(
        'licensing-checks',
        ['licence-flows-listed', 'licence-connector-tier-known', 'licence-trigger-known'],
        byFile(365),
      ),
      minutes: 15,
      title: text('Each shipped flow’s tier is known', 'Van elke geleverde stroom is het niveau bekend'),
      what: text(
        'Standard, premium or custom: the strongest connector decides.',
        'Standaard, premium of aangepast: de zwaarste connector beslist.',
      ),
      why: text('It decides which licence every owner needs.', 'Het bepaalt welke licentie elke eigenaar nodig heeft.'),
      how: text('Hand in the flows with their connectors.', 'Lever de stromen met hun connectors in.'),
    },
    {
      name: 'tier-covered',
      number: '6.6',
      required: true,
      proof: byRoom('licensing-checks', ['licence-covers-flow', 'licence-coverage-answered'], byFile(90)),
      minutes: 15,
      after: ['6.tier-per-flow', '6.plan-active'],
      title: text('What users hold covers what flows need', 'Wat gebruikers hebben, dekt wat stromen vragen'),
      what: text(
        'For each flow the owner’s, or each runner’s, licence reaches its tier.',
        'Bij elke stroom reikt de licentie van eigenaar of uitvoerder tot het niveau.',
      ),
      why: text('The flow is otherwise switched off after some weeks.', 'Anders gaat de stroom na enkele weken uit.'),
      how: text('Hand in the comparison.', 'Lever de vergelijking in.'),
    },
    {
      name: 'context-recorded',
      number: '6.7',
      proof: byRoom('licensing-checks', ['licence-context-recorded'], byFile(365)),
      minutes: 15,
      editions: ['current'],
      after: ['6.tier-per-flow'],
      title: text('Use “in context” is recorded', 'Gebruik “in context” is vastgelegd'),
      what: text(
        'Where included plans count only within an app, the app is named.',
        'Waar inbegrepen plannen alleen binnen een app tellen, staat de app vermeld.',
      ),
      why: text('Outside that app the same flow is not covered.', 'Buiten die app is dezelfde stroom niet gedekt.'),
      how: text('Name app and flow.', 'Noem app en stroom.'),
    },
    {
      name: 'daily-requests',
      number: '6.8',
      proof: byRoom('licensing-checks', ['licence-request-estimate', 'licence-requests-summed'], byFile(365)),
      minutes: 20,
      title: text('Daily requests stay within the limit', 'Dagelijkse aanvragen blijven binnen de grens'),
      what: text(
        'An estimate of requests in 24 hours is below the licence’s limit.',
        'Een schatting van aanvragen in 24 uur ligt onder de grens van de licentie.',
      ),
      why: text('Beyond it flows are slowed down.', 'Daarboven worden stromen afgeremd.'),
      how: text('Hand in the estimate.', 'Lever de schatting in.'),
    },
    {
      name: 'five-minute-limit',
      number: '6.9',
      proof: byRoom('licensing-checks', ['licence-five-minute-limit'], byFile(365)),
      minutes: 10,
      after: ['6.daily-requests'],
      title: text('Bursts stay within five-minute limits', 'Pieken blijven binnen de grens per vijf minuten'),
      what: text(
        'No flow does more than 100,000 actions in five minutes.',
        'Geen stroom doet meer dan 100.000 acties in vijf minuten.',
      ),
      why: text('This ceiling holds for every licence.', 'Dit plafond geldt voor elke licentie.'),
      how: text('Name your busiest flow and its peak.', 'Noem uw drukste stroom en haar piek.'),
    },
    {
      name: 'sovereign-clouds',
      number: '6.31',
      proof: byRoom('licensing-checks', ['licence-cloud-matches'], byFile(365)),
      minutes: 10,
      title: text('National clouds are considered', 'Nationale clouds zijn meegenomen'),
      what: text(
        'Plans and trials of government and national clouds are known, if you serve them.',
        'Plannen en proefversies van overheids- en nationale clouds zijn bekend, als u die bedient.',
      ),
      why: text('They differ from the commercial ones.', 'Ze verschillen van de commerciële.'),
      how: text('Say which clouds you serve.', 'Meld welke clouds u bedient.'),
    },
    {
      name: 'price-explained',
      number: '6.30',
      proof: byAnything(365),
      minutes: 20,
      title: text('Plan and price were explained to the customer', 'Plan en prijs zijn aan de klant uitgelegd'),
      what: text(
        'The customer knows which plan is bought, why and for how much.',
        'De klant weet welk plan wordt gekocht, waarom en voor hoeveel.',
      ),
      why: text('Surprises on an invoice end projects.', 'Verrassingen op een factuur beëindigen projecten.'),
      how: text('Hand in the quotation or message.', 'Lever de offerte of het bericht in.'),
    },
  ],
)
