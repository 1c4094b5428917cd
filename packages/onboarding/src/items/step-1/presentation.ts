import type { ItemDefinition } from '../../item.ts'
import { publicPages } from '../../probe/probe-rule.ts'
import { text } from '../../text.ts'
import { byAddress, byAnything, byRules, defineItems } from '../define-items.ts'

/** Step 1: presentation. */
export const presentationItems: readonly ItemDefinition[] = defineItems(
  {
    step: 1,
    group: 'presentation',
    citation: {
      source: 'Prepare connector files for certification',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/connectors/custom-connectors/certification-submission',
      dated: '2025-01-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'title-fitting',
      number: '1.7',
      required: true,
      proof: byRules('info-title'),
      minutes: 10,
      title: text('The title fits', 'De titel past'),
      what: text(
        'At most 30 characters, English, no “API” or “Connector”, no Microsoft product.',
        'Hoogstens 30 tekens, Engels, zonder “API” of “Connector” en zonder product van Microsoft.',
      ),
      why: text(
        'Titles that break these rules are a common reason for refusal.',
        'Titels die hiervan afwijken, worden vaak geweigerd.',
      ),
      how: text('Use the name your customers know.', 'Gebruik de naam die uw klanten kennen.'),
    },
    {
      name: 'description-fitting',
      number: '1.8',
      required: true,
      proof: byRules('info-description'),
      minutes: 15,
      title: text('The description fits', 'De beschrijving past'),
      what: text(
        'Between 30 and 500 characters of English on what the service does.',
        'Tussen 30 en 500 tekens Engels over wat de service doet.',
      ),
      why: text('It is the first thing a maker reads about you.', 'Het is het eerste wat een maker over u leest.'),
      how: text(
        'Write two sentences without product names of Microsoft.',
        'Schrijf twee zinnen zonder productnamen van Microsoft.',
      ),
    },
    {
      name: 'brand-colour',
      number: '1.9',
      required: true,
      proof: byRules('brand-color'),
      minutes: 5,
      title: text('The brand colour is your own', 'De merkkleur is uw eigen kleur'),
      what: text(
        'A valid colour, neither white nor the default blue.',
        'Een geldige kleur, niet wit en niet het standaardblauw.',
      ),
      why: text('The icon stands on this colour everywhere.', 'Het pictogram staat overal op deze kleur.'),
      how: text('Write your colour as six hexadecimal digits.', 'Schrijf uw kleur als zes hexadecimale cijfers.'),
    },
    {
      name: 'icon-fitting',
      number: '1.10',
      required: true,
      proof: byRules('icon-image', 'icon-background'),
      minutes: 30,
      title: text('The icon fits', 'Het pictogram past'),
      what: text(
        'A square PNG on an opaque, coloured ground, with space around the logo.',
        'Een vierkante PNG op een dekkende, gekleurde achtergrond, met ruimte rond het logo.',
      ),
      why: text(
        'White or see-through grounds disappear in the gallery.',
        'Een witte of doorzichtige achtergrond valt weg in de galerie.',
      ),
      how: text('Export it anew on your brand colour.', 'Exporteer het opnieuw op uw merkkleur.'),
    },
    {
      name: 'contact-given',
      number: '1.46',
      required: true,
      proof: byRules('info-contact'),
      minutes: 5,
      title: text('A contact stands in the definition', 'De definitie noemt een contactpersoon'),
      what: text(
        'Name, website and mail address of whoever gives support.',
        'Naam, website en e-mailadres van wie ondersteuning geeft.',
      ),
      why: text(
        'Makers turn to this address when a flow fails.',
        'Makers wenden zich tot dit adres als een stroom mislukt.',
      ),
      how: text('Fill in the contact section.', 'Vul het onderdeel contact in.'),
    },
    {
      name: 'support-reachable',
      number: '1.16',
      required: true,
      proof: byAnything(365),
      minutes: 10,
      title: text('Support answers under the contact', 'Ondersteuning antwoordt op dat adres'),
      what: text(
        'Somebody reads the support address and answers.',
        'Iemand leest het ondersteuningsadres en antwoordt.',
      ),
      why: text('Microsoft and customers write there first.', 'Microsoft en klanten schrijven daar het eerst.'),
      how: text('Say who reads it and how fast you answer.', 'Meld wie het leest en hoe snel u antwoordt.'),
    },
    {
      name: 'metadata-present',
      number: '1.18',
      proof: byRules('metadata-entries', 'metadata-values'),
      minutes: 10,
      title: text(
        'Website, privacy policy and categories are given',
        'Website, privacybeleid en categorieën staan vermeld',
      ),
      what: text(
        'The connector metadata has all entries with allowed values.',
        'De metagegevens van de connector bevatten alle onderdelen met toegestane waarden.',
      ),
      why: text('They fill the public page of the connector.', 'Ze vullen de openbare pagina van de connector.'),
      how: text('Add the missing entries.', 'Voeg de ontbrekende onderdelen toe.'),
    },
    {
      name: 'metadata-links-work',
      number: '1.17',
      required: true,
      proof: byAddress(publicPages(2, 'privacy'), 90),
      minutes: 10,
      title: text('Website and privacy links work', 'Website- en privacykoppelingen werken'),
      what: text(
        'Both addresses open over https without a sign-in.',
        'Beide adressen openen via https zonder aanmelding.',
      ),
      why: text(
        'Dead links are found during review and sent back.',
        'Dode koppelingen vallen op bij de beoordeling en komen terug.',
      ),
      how: text(
        'Hand in both links after opening them in a private window.',
        'Lever beide koppelingen in nadat u ze in een privévenster hebt geopend.',
      ),
    },
    {
      name: 'publisher-named',
      number: '1.19',
      required: true,
      proof: byRules('publisher'),
      minutes: 5,
      title: text('Publisher and owner are named', 'Uitgever en eigenaar staan vermeld'),
      what: text(
        'The properties name who publishes and who owns the service.',
        'De eigenschappen noemen wie publiceert en wie de service bezit.',
      ),
      why: text('Customers see the publisher beside the connector.', 'Klanten zien de uitgever naast de connector.'),
      how: text('Fill in publisher and stackOwner.', 'Vul publisher en stackOwner in.'),
    },
  ],
)
