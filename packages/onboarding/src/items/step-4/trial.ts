import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byAnything, byRecord, bySubmission, defineItems } from '../define-items.ts'

/** Step 4: trial. */
export const trialItems: readonly ItemDefinition[] = defineItems(
  {
    step: 4,
    group: 'trial',
    citation: {
      source: 'Publish your template: test',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-automate/publish-a-template',
      dated: '2025-03-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'ran-since-saved',
      number: '4.17',
      required: true,
      proof: bySubmission(['template-ran-since-saved'], byRecord(365)),
      minutes: 15,
      after: ['4.package-readable'],
      title: text('It ran with success since the last save', 'Na het laatste opslaan is hij geslaagd uitgevoerd'),
      what: text(
        'The latest version has at least one successful run.',
        'De laatste versie heeft minstens één geslaagde uitvoering.',
      ),
      why: text('The submission asks for it.', 'De indiening vraagt erom.'),
      how: text('Hand in the run’s details.', 'Lever de details van de uitvoering in.'),
    },
    {
      name: 'second-account',
      number: '4.18',
      required: true,
      proof: byAnything(365),
      minutes: 30,
      after: ['4.ran-since-saved'],
      title: text('A second account started from it', 'Een tweede account is ermee begonnen'),
      what: text(
        'Somebody else, best in another tenant, created and ran the flow.',
        'Iemand anders, liefst in een andere tenant, heeft de stroom gemaakt en uitgevoerd.',
      ),
      why: text(
        'Only strangers find what you take for granted.',
        'Alleen onbekenden vinden wat u vanzelfsprekend vindt.',
      ),
      how: text('Hand in a recording or the run’s details.', 'Lever een opname of de details van de uitvoering in.'),
    },
  ],
)
