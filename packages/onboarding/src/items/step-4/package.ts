import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byAnything, byFile, byRoom, bySubmission, defineItems } from '../define-items.ts'

/** Step 4: package. */
export const packageItems: readonly ItemDefinition[] = defineItems(
  {
    step: 4,
    group: 'package',
    citation: {
      source: 'Publish your template',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-automate/publish-a-template',
      dated: '2025-03-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'package-readable',
      number: '4.1',
      required: true,
      proof: byRoom(
        'flow-templates',
        ['package-readable', 'solution-content-types', 'solution-root-components'],
        byFile(365),
      ),
      minutes: 10,
      title: text('The flow package can be read', 'Het stroompakket is leesbaar'),
      what: text(
        'The exported zip opens and holds manifest, definition and connections.',
        'De geëxporteerde zip opent en bevat manifest, definitie en verbindingen.',
      ),
      why: text('A damaged export is refused at once.', 'Een beschadigde export wordt meteen geweigerd.'),
      how: text(
        'Export the flow as a package and hand in the zip.',
        'Exporteer de stroom als pakket en lever de zip in.',
      ),
    },
    {
      name: 'manifest-format',
      number: '4.2',
      required: true,
      proof: byRoom('flow-templates', ['export-manifest'], byFile(365)),
      minutes: 5,
      // In 2018 a template was submitted from the portal, without a package.
      editions: ['current'],
      after: ['4.package-readable'],
      title: text('The package manifest has the known format', 'Het pakketmanifest heeft de bekende vorm'),
      what: text('Its schema is 1.0 and its root is a flow.', 'Het schema is 1.0 en de hoofdresource is een stroom.'),
      why: text('Other packages are not templates.', 'Andere pakketten zijn geen sjablonen.'),
      how: text(
        'Export from the flow’s own page, not from a solution.',
        'Exporteer vanaf de pagina van de stroom, niet uit een oplossing.',
      ),
    },
    {
      name: 'name-and-description',
      number: '4.3',
      required: true,
      proof: byRoom(
        'flow-templates',
        ['flow-title-present', 'flow-description-present', 'flow-description-length'],
        byFile(365),
      ),
      minutes: 10,
      after: ['4.package-readable'],
      title: text('Name and description are given', 'Naam en beschrijving staan vermeld'),
      what: text(
        'A display name that is no file name, and a description of at most 256 characters.',
        'Een weergavenaam die geen bestandsnaam is, en een beschrijving van hoogstens 256 tekens.',
      ),
      why: text('They are what users see in the gallery.', 'Die zien gebruikers in de galerie.'),
      how: text('Fill both in when exporting.', 'Vul beide in bij het exporteren.'),
    },
    {
      name: 'title-meaningful',
      number: '4.4',
      proof: byRoom('flow-templates', ['flow-title-meaningful'], byFile(365)),
      minutes: 10,
      after: ['4.name-and-description'],
      title: text('The title says what the flow does', 'De titel zegt wat de stroom doet'),
      what: text(
        'It names trigger and result, without “test” or “copy of”.',
        'Ze noemt aanleiding en resultaat, zonder “test” of “kopie van”.',
      ),
      why: text('Users choose by title alone.', 'Gebruikers kiezen op de titel.'),
      how: text('Write: when this happens, that is done.', 'Schrijf: als dit gebeurt, wordt dat gedaan.'),
    },
    {
      name: 'language-checked',
      number: '4.30',
      proof: byFile(365),
      minutes: 10,
      title: text('Spelling and grammar are right', 'Spelling en grammatica kloppen'),
      what: text(
        'Title, description and step names were proofread.',
        'Titel, beschrijving en stapnamen zijn nagelezen.',
      ),
      why: text('Microsoft returns templates with mistakes.', 'Microsoft stuurt sjablonen met fouten terug.'),
      how: text('Name who read them.', 'Noem wie ze las.'),
    },
    {
      name: 'benefit-described',
      number: '4.19',
      proof: bySubmission(['template-form-filled'], byAnything(365)),
      minutes: 20,
      // The form with these questions was the portal's of 2018.
      editions: ['2018-02'],
      title: text('Benefit, users and categories are described', 'Nut, gebruikers en categorieën zijn beschreven'),
      what: text(
        'The form’s questions on benefit, audience and expected runs are answered.',
        'De vragen over nut, doelgroep en verwachte uitvoeringen zijn beantwoord.',
      ),
      why: text('They decide which templates are shown first.', 'Ze bepalen welke sjablonen het eerst verschijnen.'),
      how: text('Hand in your answers.', 'Lever uw antwoorden in.'),
    },
  ],
)
