import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byAnything, byFile, byReview, byRoom, defineItems } from '../define-items.ts'

/** Step 7: media. */
export const mediaItems: readonly ItemDefinition[] = defineItems(
  {
    step: 7,
    group: 'media',
    citation: {
      source: 'Marketplace content validation',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/partner-center/marketplace-offers/marketplace-criteria-content-validation',
      dated: '2022-07-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'large-logo',
      number: '7.14',
      required: true,
      proof: byRoom('listing-checks', ['logo-large'], byFile(365)),
      minutes: 10,
      title: text('The large logo fits', 'Het grote logo past'),
      what: text('A square PNG between 216 and 350 pixels.', 'Een vierkante PNG tussen 216 en 350 pixels.'),
      why: text('Other sizes are refused.', 'Andere maten worden geweigerd.'),
      how: text('Hand in the file.', 'Lever het bestand in.'),
    },
    {
      name: 'small-logo',
      number: '7.15',
      proof: byRoom('listing-checks', ['logo-small', 'logo-other'], byFile(365)),
      minutes: 5,
      title: text('The smaller and wide logos fit', 'De kleinere en brede logo’s passen'),
      what: text(
        'Where given: small 48 × 48, medium 90 × 90, wide 255 × 115, all PNG.',
        'Voor zover gegeven: klein 48 × 48, middel 90 × 90, breed 255 × 115, alle PNG.',
      ),
      why: text('They are shown in search.', 'Ze verschijnen in de zoekresultaten.'),
      how: text('Hand in the file.', 'Lever het bestand in.'),
    },
    {
      name: 'screenshots',
      number: '7.16',
      required: true,
      proof: byRoom('listing-checks', ['listing-screenshots'], byFile(365)),
      minutes: 45,
      title: text('One to five screenshots with captions', 'Eén tot vijf schermafbeeldingen met bijschrift'),
      what: text('PNG files of exactly 1280 × 720 pixels.', 'PNG-bestanden van precies 1280 × 720 pixels.'),
      why: text('Other sizes are a common reason for return.', 'Andere maten komen vaak terug.'),
      how: text('Hand in the files.', 'Lever de bestanden in.'),
    },
    {
      name: 'screenshots-legible',
      number: '7.17',
      owner: 'us',
      proof: byReview(),
      minutes: 10,
      after: ['7.screenshots'],
      title: text('Screenshots are sharp and readable', 'Schermafbeeldingen zijn scherp en leesbaar'),
      what: text('Text in them can be read at normal size.', 'De tekst erin is op gewone grootte te lezen.'),
      why: text('Blurred pictures are sent back.', 'Onscherpe beelden komen terug.'),
      how: text('Look at them at full size.', 'Bekijk ze op ware grootte.'),
    },
    {
      name: 'videos-play',
      number: '7.18',
      proof: byRoom('listing-checks', ['listing-videos'], byAnything(180)),
      minutes: 15,
      title: text('Videos play and have a thumbnail', 'Video’s spelen af en hebben een miniatuur'),
      what: text(
        'At most four, on YouTube or Vimeo, each with a PNG of 1280 × 720.',
        'Hoogstens vier, op YouTube of Vimeo, elk met een PNG van 1280 × 720.',
      ),
      why: text('Private videos stay black.', 'Privévideo’s blijven zwart.'),
      how: text('Hand in the links, or say that there are none.', 'Lever de koppelingen in, of meld dat er geen zijn.'),
    },
    {
      name: 'documents',
      number: '7.19',
      required: true,
      proof: byRoom('listing-checks', ['listing-documents'], byFile(365)),
      minutes: 30,
      title: text('One to three PDF documents', 'Eén tot drie PDF-documenten'),
      what: text('Real PDF files that help a buyer.', 'Echte PDF-bestanden waaraan een koper iets heeft.'),
      why: text('At least one is mandatory.', 'Minstens één is verplicht.'),
      how: text('Hand in the files.', 'Lever de bestanden in.'),
    },
    {
      name: 'demo-data-read-only',
      number: '7.35',
      proof: byRoom('listing-checks', ['test-drive-read-only'], byAnything(365)),
      minutes: 15,
      title: text('Demo data cannot be changed', 'Demogegevens zijn niet te wijzigen'),
      what: text(
        'What visitors try is read-only or reset.',
        'Wat bezoekers proberen, is alleen-lezen of wordt hersteld.',
      ),
      why: text('Somebody will write nonsense into it.', 'Iemand zal er onzin in schrijven.'),
      how: text('Describe how, or say that there is no demo.', 'Beschrijf hoe, of meld dat er geen demo is.'),
    },
  ],
)
