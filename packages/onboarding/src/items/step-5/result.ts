import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byAnything, byRecord, byReport, defineItems } from '../define-items.ts'

/** Step 5: result. */
export const resultItems: readonly ItemDefinition[] = defineItems(
  {
    step: 5,
    group: 'result',
    citation: {
      source: 'Work with cloud flows using code',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-automate/manage-flows-with-code',
      dated: '2024-10-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'import-finished',
      number: '5.11',
      required: true,
      proof: byReport(['deployment-finished'], ['file', 'link'], 180),
      minutes: 20,
      after: ['5.package-present', '5.connections-present'],
      title: text('The import finished without error', 'De import is zonder fout afgerond'),
      what: text('The service reports success for the whole package.', 'De service meldt succes voor het hele pakket.'),
      why: text('A partial import is worse than none.', 'Een halve import is erger dan geen.'),
      how: text('Hand in the result.', 'Lever het resultaat in.'),
    },
    {
      name: 'flow-on',
      number: '5.12',
      required: true,
      proof: byReport(['deployment-flows-on'], ['file', 'link'], 180),
      minutes: 10,
      after: ['5.import-finished'],
      title: text('The flow is on', 'De stroom staat aan'),
      what: text('Its state after the import is “on”.', 'De toestand na de import is “aan”.'),
      why: text('Imported flows are often left off.', 'Geïmporteerde stromen blijven vaak uit.'),
      how: text('Hand in the flow’s state.', 'Lever de toestand van de stroom in.'),
    },
    {
      name: 'owner-right',
      number: '5.13',
      proof: byRecord(180),
      minutes: 5,
      after: ['5.import-finished'],
      title: text('The right account owns the flow', 'Het juiste account bezit de stroom'),
      what: text('The owner is the one you intend.', 'De eigenaar is wie u bedoelt.'),
      why: text('The owner’s licence and limits count.', 'De licentie en grenzen van de eigenaar tellen.'),
      how: text('Hand in the owner’s name or role.', 'Lever naam of rol van de eigenaar in.'),
    },
    {
      name: 'shared-as-designed',
      number: '5.14',
      proof: byRecord(180),
      minutes: 10,
      after: ['5.import-finished'],
      title: text('Sharing is as designed', 'Het delen is zoals ontworpen'),
      what: text(
        'Those who should see or run the flow can, and nobody else.',
        'Wie de stroom moet zien of uitvoeren, kan dat, en niemand anders.',
      ),
      why: text('Co-owners can use the flow’s connections.', 'Mede-eigenaren kunnen de verbindingen gebruiken.'),
      how: text('Hand in the list of who has access.', 'Lever de lijst in van wie toegang heeft.'),
    },
    {
      name: 'test-run',
      number: '5.23',
      proof: byRecord(180),
      minutes: 15,
      after: ['5.flow-on'],
      title: text('A test run succeeded', 'Een proefuitvoering is geslaagd'),
      what: text(
        'The deployed flow ran once with success.',
        'De geïmplementeerde stroom is één keer met succes uitgevoerd.',
      ),
      why: text('“On” does not mean that it works.', '“Aan” betekent niet dat hij werkt.'),
      how: text('Hand in the run’s details.', 'Lever de details van de uitvoering in.'),
    },
    {
      name: 'customer-told',
      number: '5.25',
      proof: byAnything(365),
      minutes: 10,
      title: text('The customer is told what was deployed', 'De klant weet wat is geïmplementeerd'),
      what: text(
        'A notice names the flows, what they do and how to stop them.',
        'Een bericht noemt de stromen, wat ze doen en hoe ze te stoppen zijn.',
      ),
      why: text('Unknown flows get deleted.', 'Onbekende stromen worden verwijderd.'),
      how: text('Hand in the notice.', 'Lever het bericht in.'),
    },
  ],
)
