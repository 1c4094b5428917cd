import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byFile, byRoom, defineItems } from '../define-items.ts'

/** Step 4: connectors. */
export const connectorsItems: readonly ItemDefinition[] = defineItems(
  {
    step: 4,
    group: 'connectors',
    citation: {
      source: 'Publish your template: connectors',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-automate/publish-a-template',
      dated: '2025-03-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'connectors-available',
      number: '4.8',
      required: true,
      proof: byRoom(
        'flow-templates',
        [
          'connectors-available',
          'flow-connection-declared',
          'flow-connection-connector',
          'solution-connection-declared',
          'solution-connection-connector',
        ],
        byFile(365),
      ),
      minutes: 15,
      after: ['4.definition-parses'],
      title: text('Every connector is available to customers', 'Elke connector is beschikbaar voor klanten'),
      what: text(
        'All connectors exist for the customer; your own is public or deployed there.',
        'Alle connectors bestaan bij de klant; uw eigen is openbaar of daar geïmplementeerd.',
      ),
      why: text(
        'A template with an unknown connector cannot be started.',
        'Met een onbekende connector is een sjabloon niet te starten.',
      ),
      how: text(
        'List the connectors and how customers get yours.',
        'Noem de connectors en hoe klanten de uwe krijgen.',
      ),
    },
    {
      name: 'references-sensible',
      number: '4.15',
      proof: byRoom(
        'flow-templates',
        ['flow-connection-source', 'flow-connection-invoker', 'flow-connection-used', 'solution-connection-bound'],
        byFile(365),
      ),
      minutes: 10,
      after: ['4.definition-parses'],
      title: text('Connection references are sensible', 'Verbindingsverwijzingen zijn zinvol'),
      what: text(
        'Each says whether the owner’s or the caller’s connection is used.',
        'Elke zegt of de verbinding van de eigenaar of de aanroeper wordt gebruikt.',
      ),
      why: text('The wrong one acts in somebody else’s name.', 'De verkeerde handelt uit naam van een ander.'),
      how: text('Show the source of each reference.', 'Toon de bron van elke verwijzing.'),
    },
    {
      name: 'licence-tier-known',
      number: '4.16',
      proof: byRoom('flow-templates', ['licence-tier'], byFile(365)),
      minutes: 10,
      after: ['4.connectors-available'],
      title: text('The licence it takes is known', 'De benodigde licentie is bekend'),
      what: text(
        'The strongest connector’s tier is noted for the template.',
        'Het niveau van de zwaarste connector is bij de sjabloon vermeld.',
      ),
      why: text(
        'Users without that licence cannot switch the flow on.',
        'Gebruikers zonder die licentie kunnen de stroom niet aanzetten.',
      ),
      how: text(
        'Write “standard” or “premium” beside each template.',
        'Zet “standaard” of “premium” bij elke sjabloon.',
      ),
    },
  ],
)
