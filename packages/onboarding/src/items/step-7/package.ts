import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byAnything, byFile, byRoom, defineItems } from '../define-items.ts'

/** Step 7: package. */
export const packageItems: readonly ItemDefinition[] = defineItems(
  {
    step: 7,
    group: 'package',
    citation: {
      source: 'Create an AppSource package for your app',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-platform/developer/appsource/create-package-app',
      dated: '2024-10-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'package-structure',
      number: '7.28',
      required: true,
      proof: byRoom(
        'listing-checks',
        [
          'appsource-package-present',
          'appsource-package-readable',
          'appsource-package-nested',
          'appsource-package-files',
          'appsource-content-types',
        ],
        byFile(365),
      ),
      minutes: 30,
      editions: ['current'],
      title: text('The package is built as expected', 'Het pakket is opgebouwd zoals verwacht'),
      what: text(
        'The zip holds the deployer’s package and the listing files in their places.',
        'De zip bevat het implementatiepakket en de bestanden van de vermelding op hun plaats.',
      ),
      why: text('The pipeline looks nowhere else.', 'De verwerking kijkt nergens anders.'),
      how: text(
        'Hand in the zip, or say that your offer has no package.',
        'Lever de zip in, of meld dat uw aanbieding geen pakket heeft.',
      ),
    },
    {
      name: 'package-icon',
      number: '7.29',
      required: true,
      proof: byRoom('listing-checks', ['appsource-icon'], byFile(365)),
      minutes: 5,
      editions: ['current'],
      after: ['7.package-structure'],
      title: text('The package icon has 32 pixels', 'Het pakketpictogram heeft 32 pixels'),
      what: text('A picture of 32 × 32 pixels.', 'Een afbeelding van 32 × 32 pixels.'),
      why: text('Other sizes are refused.', 'Andere maten worden geweigerd.'),
      how: text('Hand in the file.', 'Lever het bestand in.'),
    },
    {
      name: 'package-address',
      number: '7.30',
      required: true,
      proof: byRoom(
        'listing-checks',
        [
          'package-address',
          'package-access-read-only',
          'package-access-expiry',
          'package-licence-model',
          'package-configuration-blank',
        ],
        byAnything(30),
      ),
      minutes: 10,
      editions: ['current'],
      after: ['7.package-structure'],
      title: text('The package’s address is valid for a month', 'Het adres van het pakket is een maand geldig'),
      what: text(
        'The signed address opens for at least one more month; the licence model stands beside it, a configuration’s address does not.',
        'Het ondertekende adres werkt nog minstens een maand; het licentiemodel staat erbij, een configuratieadres niet.',
      ),
      why: text('Validation repeats during that time.', 'In die tijd wordt de validatie herhaald.'),
      how: text('Hand in the expiry date, without the signature.', 'Lever de vervaldatum in, zonder de handtekening.'),
    },
    {
      name: 'input-file',
      number: '7.31',
      required: true,
      proof: byRoom(
        'listing-checks',
        [
          'input-xml-readable',
          'input-xml-names',
          'input-xml-dates',
          'input-xml-countries',
          'input-xml-locales',
          'input-xml-files',
        ],
        byFile(365),
      ),
      minutes: 10,
      editions: ['current'],
      after: ['7.package-structure'],
      title: text('Dates, countries and languages are right', 'Datums, landen en talen kloppen'),
      what: text(
        'input.xml has valid dates, country codes and locales.',
        'input.xml heeft geldige datums, landcodes en taalcodes.',
      ),
      why: text(
        'A past end date makes the package invalid.',
        'Een einddatum in het verleden maakt het pakket ongeldig.',
      ),
      how: text('Hand in the file.', 'Lever het bestand in.'),
    },
    {
      name: 'solution-checked',
      number: '7.32',
      required: true,
      proof: byRoom('listing-checks', ['solution-checker-clean', 'appsource-solution-managed'], byAnything(180)),
      minutes: 60,
      editions: ['current'],
      after: ['7.package-structure'],
      title: text('The solution is managed and checked', 'De oplossing is beheerd en gecontroleerd'),
      what: text(
        'The checker with the AppSource rules finds nothing critical.',
        'De controle met de AppSource-regels vindt niets kritieks.',
      ),
      why: text('Microsoft runs the same one.', 'Microsoft voert dezelfde uit.'),
      how: text('Hand in the checker’s report.', 'Lever het verslag van de controle in.'),
    },
    {
      name: 'test-document',
      number: '7.33',
      required: true,
      proof: byRoom(
        'listing-checks',
        ['certification-document', 'certification-test-notes', 'certification-no-password'],
        byFile(365),
      ),
      minutes: 90,
      editions: ['current'],
      title: text('An end-to-end document and test notes exist', 'Een volledig testdocument en notities bestaan'),
      what: text(
        'They lead a tester through installation, use and removal.',
        'Ze leiden een tester door installatie, gebruik en verwijdering.',
      ),
      why: text('Without them the review does not begin.', 'Zonder begint de beoordeling niet.'),
      how: text('Hand in the document.', 'Lever het document in.'),
    },
  ],
)
