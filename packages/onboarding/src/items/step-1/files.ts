import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byRecord, byRules, defineItems } from '../define-items.ts'

/** Step 1: files. */
export const filesItems: readonly ItemDefinition[] = defineItems(
  {
    step: 1,
    group: 'files',
    citation: {
      source: 'Submit your connector for Microsoft certification',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/connectors/custom-connectors/submit-certification',
      dated: '2025-01-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'files-complete',
      number: '1.49',
      required: true,
      proof: byRules('required-files', 'file-naming', 'settings-file'),
      minutes: 10,
      title: text('The expected files are there', 'De verwachte bestanden zijn er'),
      what: text(
        'The folder holds the files its route asks for, under the usual names.',
        'De map bevat de bestanden die de route vraagt, onder de gebruikelijke namen.',
      ),
      why: text(
        'A missing file ends a review before it begins.',
        'Een ontbrekend bestand beëindigt een beoordeling voordat die begint.',
      ),
      how: text('Add or rename what the check names.', 'Voeg toe of hernoem wat de controle noemt.'),
    },
    {
      name: 'readme-complete',
      number: '1.25',
      proof: byRules('readme-sections', 'readme-template'),
      minutes: 30,
      title: text('The readme is complete', 'De leesmij is volledig'),
      what: text(
        'Readme with prerequisites, operations, credentials and known issues.',
        'Leesmij met vereisten, bewerkingen, referenties en bekende problemen.',
      ),
      why: text('It becomes the public documentation.', 'Ze wordt de openbare documentatie.'),
      how: text(
        'Replace the template’s sentences by your own.',
        'Vervang de zinnen van het sjabloon door uw eigen tekst.',
      ),
    },
    {
      name: 'introduction-written',
      number: '1.50',
      proof: byRules('introduction'),
      minutes: 20,
      editions: ['current'],
      when: { kinds: ['isv'], anyGoal: [{ goal: 'connector-public', is: 'yes' }] },
      title: text('The introduction is written', 'De inleiding is geschreven'),
      what: text(
        'An intro file with the sections that the package asks for.',
        'Een inleidend bestand met de onderdelen die het pakket vraagt.',
      ),
      why: text(
        'It opens the connector’s page on Microsoft’s site.',
        'Het opent de pagina van de connector op de site van Microsoft.',
      ),
      how: text(
        'Write the sections; leave operations out, they are generated.',
        'Schrijf de onderdelen; laat bewerkingen weg, die worden gegenereerd.',
      ),
    },
    {
      name: 'package-layout',
      number: '1.20',
      required: true,
      proof: byRules('package-layout', 'package-solutions'),
      minutes: 30,
      editions: ['current'],
      when: { kinds: ['isv'], publishers: ['verified-publisher'], anyGoal: [{ goal: 'connector-public', is: 'yes' }] },
      title: text('The package is nested as expected', 'Het pakket is genest zoals verwacht'),
      what: text(
        'A zip with the introduction and an inner package of solutions.',
        'Een zip met de inleiding en een binnenpakket met oplossingen.',
      ),
      why: text('The pipeline looks only in these places.', 'De verwerking kijkt alleen op deze plaatsen.'),
      how: text('Pack again as the finding describes.', 'Pak opnieuw in zoals de bevinding beschrijft.'),
    },
    {
      name: 'package-address-valid',
      number: '1.22',
      required: true,
      proof: byRecord(15),
      minutes: 10,
      editions: ['current'],
      when: { kinds: ['isv'], publishers: ['verified-publisher'], anyGoal: [{ goal: 'connector-public', is: 'yes' }] },
      after: ['1.package-layout'],
      title: text('The package’s address stays valid', 'Het adres van het pakket blijft geldig'),
      what: text(
        'The signed address of the package opens for at least 15 more days.',
        'Het ondertekende adres van het pakket werkt nog minstens 15 dagen.',
      ),
      why: text(
        'An address that runs out during review sends you back.',
        'Verloopt het adres tijdens de beoordeling, dan begint u opnieuw.',
      ),
      how: text(
        'Hand in a screenshot of the address’s expiry, without its signature.',
        'Lever een schermafbeelding van de vervaldatum in, zonder de handtekening.',
      ),
    },
    {
      name: 'validator-clean',
      number: '1.26',
      proof: byRecord(90),
      minutes: 15,
      title: text('Microsoft’s own validator reports nothing', 'De validator van Microsoft meldt niets'),
      what: text('The output of paconn or pac is clean.', 'De uitvoer van paconn of pac is schoon.'),
      why: text('It is the tool that the submission runs first.', 'Dat hulpmiddel draait bij de indiening als eerste.'),
      how: text('Hand in the output.', 'Lever de uitvoer in.'),
    },
  ],
)
