import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byReport, defineItems } from '../define-items.ts'

/** Step 5: connections. */
export const connectionsItems: readonly ItemDefinition[] = defineItems(
  {
    step: 5,
    group: 'connections',
    citation: {
      source: 'Connection references and environment variables',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-apps/maker/data-platform/create-connection-reference',
      dated: '2024-10-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'connectors-present',
      number: '5.7',
      required: true,
      proof: byReport(['deployment-connectors'], ['file', 'link'], 180),
      minutes: 15,
      title: text('Every connector exists in the target', 'Elke connector bestaat in het doel'),
      what: text('Connectors used are there, or deployed first.', 'Gebruikte connectors zijn er, of komen eerst.'),
      why: text('The import stops at the first that is missing.', 'De import stopt bij de eerste die ontbreekt.'),
      how: text('Hand in the order in which you deploy.', 'Lever de volgorde van implementatie in.'),
    },
    {
      name: 'connections-present',
      number: '5.8',
      required: true,
      proof: byReport(['deployment-connections'], ['file', 'link'], 180),
      minutes: 20,
      after: ['5.connectors-present'],
      title: text('Connections exist or are asked for', 'Verbindingen bestaan of worden gevraagd'),
      what: text(
        'Each connection is there, or the user is led to make it.',
        'Elke verbinding is er, of de gebruiker wordt erheen geleid.',
      ),
      why: text('A flow without its connection stays off.', 'Een stroom zonder verbinding blijft uit.'),
      how: text('Show what the user sees.', 'Toon wat de gebruiker ziet.'),
    },
    {
      name: 'mapping-complete',
      number: '5.9',
      required: true,
      proof: byReport(['deployment-references'], ['file', 'statement'], 365),
      minutes: 15,
      after: ['5.package-present'],
      title: text('Every connection reference is mapped', 'Elke verbindingsverwijzing is toegewezen'),
      what: text(
        'The mapping file names a connection for each reference.',
        'Het toewijzingsbestand noemt bij elke verwijzing een verbinding.',
      ),
      why: text('One unmapped reference fails the import.', 'Eén ontbrekende toewijzing laat de import mislukken.'),
      how: text('Hand in the mapping.', 'Lever de toewijzing in.'),
    },
    {
      name: 'variables-mapped',
      number: '5.10',
      proof: byReport(['deployment-variables'], ['file', 'statement'], 365),
      minutes: 10,
      after: ['5.package-present'],
      title: text('Environment variables have values', 'Omgevingsvariabelen hebben waarden'),
      what: text(
        'Each variable of the solution gets its value for the target.',
        'Elke variabele van de oplossing krijgt haar waarde voor het doel.',
      ),
      why: text('Defaults lead to your own test systems.', 'Standaardwaarden leiden naar uw eigen testsystemen.'),
      how: text('Hand in the list of values, without secrets.', 'Lever de lijst met waarden in, zonder geheimen.'),
    },
  ],
)
