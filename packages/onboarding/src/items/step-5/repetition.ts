import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byRecord, byReport, defineItems } from '../define-items.ts'

/** Step 5: repetition. */
export const repetitionItems: readonly ItemDefinition[] = defineItems(
  {
    step: 5,
    group: 'repetition',
    citation: {
      source: 'Sevenstep: deploying many times',
      place: 'the requirement of this name',
      dated: '2026-11-21',
      confidence: 'medium',
    },
  },
  [
    {
      name: 'repeatable',
      number: '5.17',
      proof: byReport(['deployment-repeated'], ['file', 'link'], 365),
      minutes: 45,
      after: ['5.import-finished'],
      title: text('Running it again makes no duplicates', 'Opnieuw uitvoeren maakt geen dubbelen'),
      what: text(
        'A second deployment of the same version changes nothing.',
        'Een tweede implementatie van dezelfde versie verandert niets.',
      ),
      why: text('Deployments get repeated after every failure.', 'Na elke storing wordt een implementatie herhaald.'),
      how: text('Hand in the flows before and after.', 'Lever de stromen ervoor en erna in.'),
    },
    {
      name: 'edits-kept',
      number: '5.18',
      proof: byRecord(365),
      minutes: 45,
      after: ['5.import-finished'],
      title: text('Updates keep what users changed', 'Updates bewaren wijzigingen van gebruikers'),
      what: text(
        'A new version respects edits, or says beforehand that it will not.',
        'Een nieuwe versie ontziet wijzigingen, of meldt vooraf dat zij dat niet doet.',
      ),
      why: text('Lost work costs you the customer’s trust.', 'Verloren werk kost u het vertrouwen van de klant.'),
      how: text(
        'Describe what an update does to an edited flow.',
        'Beschrijf wat een update doet met een gewijzigde stroom.',
      ),
    },
    {
      name: 'removable',
      number: '5.19',
      proof: byReport(['deployment-removed'], ['file', 'link'], 365),
      minutes: 30,
      after: ['5.import-finished'],
      title: text('Everything can be taken out again', 'Alles is weer te verwijderen'),
      what: text(
        'Flows are switched off, then removed without leftovers.',
        'Stromen gaan uit en verdwijnen daarna zonder resten.',
      ),
      why: text(
        'A flow that is on cannot be deleted cleanly.',
        'Een stroom die aanstaat, is niet netjes te verwijderen.',
      ),
      how: text('Hand in the steps or a recording.', 'Lever de stappen of een opname in.'),
    },
    {
      name: 'logs-without-tokens',
      number: '5.21',
      proof: byReport(['deployment-secrets'], ['file', 'statement'], 365),
      minutes: 15,
      title: text('Logs hold no tokens', 'Logboeken bevatten geen tokens'),
      what: text(
        'Deployment logs name requests but no credentials.',
        'Logboeken noemen aanvragen, maar geen referenties.',
      ),
      why: text('Logs travel further than you think.', 'Logboeken reizen verder dan u denkt.'),
      how: text('Hand in a sample.', 'Lever een voorbeeld in.'),
    },
    {
      name: 'throttling-handled',
      number: '5.22',
      proof: byRecord(365),
      minutes: 30,
      title: text('Being slowed down is handled', 'Afremmen wordt afgehandeld'),
      what: text(
        'Answers 429 are waited for as Retry-After says.',
        'Na antwoord 429 wordt gewacht zoals Retry-After zegt.',
      ),
      why: text('Fleets of customers always meet this limit.', 'Bij veel klanten loopt u altijd tegen deze grens aan.'),
      how: text('Show the code or a log of it.', 'Toon de code of een logboek ervan.'),
    },
  ],
)
