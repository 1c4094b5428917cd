import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byFile, byRecord, defineItems } from '../define-items.ts'

/** Step 5: content. */
export const contentItems: readonly ItemDefinition[] = defineItems(
  {
    step: 5,
    group: 'content',
    citation: {
      source: 'Export and import packages',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/powerapps/export-import-packages',
      dated: '2018-02-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'package-present',
      number: '5.2',
      required: true,
      proof: byFile(365),
      minutes: 15,
      title: text('A package or managed solution is ready', 'Een pakket of beheerde oplossing staat klaar'),
      what: text(
        'What is deployed is one file with a version.',
        'Wat wordt geïmplementeerd, is één bestand met een versie.',
      ),
      why: text('Hand-made copies drift apart.', 'Handgemaakte kopieën gaan uiteenlopen.'),
      how: text('Hand in the package or solution.', 'Lever het pakket of de oplossing in.'),
    },
    {
      name: 'nothing-left-inside',
      number: '5.3',
      required: true,
      proof: byFile(365),
      minutes: 15,
      after: ['5.package-present'],
      title: text('Nothing of your own environment is inside', 'Niets uit uw eigen omgeving zit erin'),
      what: text(
        'No unmanaged leftovers and no ids of your production.',
        'Geen onbeheerde resten en geen id’s uit uw productie.',
      ),
      why: text('They would point customers at your data.', 'Ze zouden klanten naar uw gegevens leiden.'),
      how: text('Hand in what your search of the package found.', 'Lever in wat u bij het doorzoeken vond.'),
    },
    {
      name: 'version-recorded',
      number: '5.24',
      proof: byFile(365),
      minutes: 5,
      after: ['5.package-present'],
      title: text('The version is recorded', 'De versie is vastgelegd'),
      what: text('You know which customer has which version.', 'U weet welke klant welke versie heeft.'),
      why: text('Support starts with this question.', 'Ondersteuning begint met deze vraag.'),
      how: text('Show where you keep it.', 'Toon waar u dit bewaart.'),
    },
    {
      name: 'solution-flows-only',
      number: '5.26',
      proof: byRecord(365),
      minutes: 10,
      title: text('The limit to solution flows is respected', 'De beperking tot oplossingsstromen is bekend'),
      what: text(
        'Calls of the Web API expect flows in solutions, not under My flows.',
        'De Web-API verwacht stromen in oplossingen, niet onder Mijn stromen.',
      ),
      why: text('Others are invisible to it.', 'Andere zijn er onzichtbaar voor.'),
      how: text('Say which kind you deploy.', 'Meld welk soort u implementeert.'),
    },
  ],
)
