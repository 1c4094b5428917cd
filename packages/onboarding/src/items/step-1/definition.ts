import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byFile, byRules, defineItems } from '../define-items.ts'

/** Step 1: definition. */
export const definitionItems: readonly ItemDefinition[] = defineItems(
  {
    step: 1,
    group: 'definition',
    citation: {
      source: 'Custom connector certification requirements',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/connectors/custom-connectors/certification-submission',
      dated: '2025-01-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'openapi-2',
      number: '1.1',
      required: true,
      proof: byRules('swagger-root', 'swagger-shape'),
      minutes: 30,
      title: text('The definition is OpenAPI 2.0', 'De definitie is OpenAPI 2.0'),
      what: text(
        'The definition declares version 2.0 and follows its schema.',
        'De definitie noemt versie 2.0 en volgt het bijbehorende schema.',
      ),
      why: text(
        'Power Automate imports no other version of OpenAPI.',
        'Power Automate importeert geen andere versie van OpenAPI.',
      ),
      how: text(
        'Drop the connector folder here; each deviation is shown with its line.',
        'Zet de connectormap hier neer; elke afwijking verschijnt met haar regel.',
      ),
    },
    {
      name: 'json-readable',
      number: '1.31',
      required: true,
      proof: byRules('json-writing', 'no-empty-strings', 'definition-size'),
      minutes: 10,
      title: text('Every JSON file can be read', 'Elk JSON-bestand is leesbaar'),
      what: text(
        'The files are plain UTF-8 JSON without comments, doubled keys or empty texts, and not too large.',
        'De bestanden zijn gewone UTF-8-JSON zonder opmerkingen, dubbele sleutels of lege teksten, en niet te groot.',
      ),
      why: text(
        'What one tool forgives, the import refuses.',
        'Wat het ene hulpmiddel door de vingers ziet, weigert de import.',
      ),
      how: text('Mend the lines that the check names.', 'Herstel de regels die de controle noemt.'),
    },
    {
      name: 'public-https-host',
      number: '1.2',
      required: true,
      proof: byRules('host-name', 'schemes', 'base-path'),
      minutes: 20,
      title: text('The host is public and uses https', 'De host is openbaar en gebruikt https'),
      what: text(
        'Host, base path and scheme lead to a production address over https.',
        'Host, basispad en schema leiden via https naar een productieadres.',
      ),
      why: text(
        'Flows call your service from Microsoft’s cloud and only over a safe line.',
        'Stromen roepen uw service aan vanuit de cloud van Microsoft en alleen over een veilige verbinding.',
      ),
      how: text(
        'Name the production host, without scheme, port or IP address.',
        'Noem de productiehost, zonder schema, poort of IP-adres.',
      ),
    },
    {
      name: 'paths-clear',
      number: '1.32',
      required: true,
      proof: byRules('path-item', 'path-parameters', 'path-shape', 'path-unique'),
      minutes: 30,
      title: text('Paths are well formed and distinct', 'Paden zijn goed gevormd en verschillend'),
      what: text(
        'Every path has a clean template whose parameters are all defined.',
        'Elk pad heeft een zuiver sjabloon waarvan alle parameters zijn gedefinieerd.',
      ),
      why: text(
        'Two paths that look alike lead a flow to the wrong operation.',
        'Twee paden die op elkaar lijken, brengen een stroom bij de verkeerde bewerking.',
      ),
      how: text('Follow the fix beside each finding.', 'Volg de oplossing naast elke bevinding.'),
    },
    {
      name: 'references-resolve',
      number: '1.33',
      required: true,
      proof: byRules('schema-references', 'schema-names', 'parameter-reference'),
      minutes: 30,
      title: text('References lead somewhere', 'Verwijzingen komen ergens uit'),
      what: text(
        'Each $ref resolves within the definition, without loops or unused leftovers.',
        'Elke $ref komt uit binnen de definitie, zonder lussen of ongebruikte resten.',
      ),
      why: text(
        'A broken reference empties the fields that makers see.',
        'Door een kapotte verwijzing blijven velden voor makers leeg.',
      ),
      how: text(
        'Define what is missing or remove the reference.',
        'Definieer wat ontbreekt of verwijder de verwijzing.',
      ),
    },
    {
      name: 'schemas-sound',
      number: '1.34',
      required: true,
      proof: byRules(
        'schema-keywords',
        'schema-types',
        'schema-values',
        'schema-ranges',
        'schema-required',
        'schema-sizes',
      ),
      minutes: 45,
      title: text('Schemas are sound', 'Schema’s kloppen'),
      what: text(
        'Types, values, required lists and sizes stay within what connectors support.',
        'Typen, waarden, verplichte velden en omvang blijven binnen wat connectors ondersteunen.',
      ),
      why: text(
        'An unsupported keyword makes a field vanish from the designer.',
        'Door een niet-ondersteund trefwoord verdwijnt een veld uit de ontwerper.',
      ),
      how: text(
        'Replace what the check names by its suggested form.',
        'Vervang wat de controle noemt door de voorgestelde vorm.',
      ),
    },
    {
      name: 'version-stated',
      number: '1.35',
      proof: byRules('info-version'),
      minutes: 5,
      title: text('The version is stated', 'De versie staat vermeld'),
      what: text(
        'The definition carries a version of numbers and dots.',
        'De definitie bevat een versie van cijfers en punten.',
      ),
      why: text(
        'Only with a version can anybody tell two states apart.',
        'Alleen met een versie zijn twee toestanden uit elkaar te houden.',
      ),
      how: text(
        'Write a version such as 1.0.0 in the info section.',
        'Zet een versie zoals 1.0.0 in het onderdeel info.',
      ),
    },
    {
      name: 'version-raised',
      number: '1.30',
      proof: byFile(),
      minutes: 5,
      after: ['1.version-stated'],
      title: text('The version rises with each change', 'De versie stijgt bij elke wijziging'),
      what: text(
        'A changed definition has a higher version than the one before.',
        'Een gewijzigde definitie heeft een hogere versie dan de vorige.',
      ),
      why: text(
        'Reviewers compare versions to see what is new.',
        'Beoordelaars vergelijken versies om te zien wat nieuw is.',
      ),
      how: text(
        'Hand in the two definitions or your list of changes.',
        'Lever de twee definities of uw lijst met wijzigingen in.',
      ),
    },
    {
      name: 'json-style',
      number: '1.36',
      proof: byRules('json-style'),
      minutes: 10,
      title: text('The JSON is written alike everywhere', 'De JSON is overal gelijk geschreven'),
      what: text(
        'Indentation, white space and key order follow the open repository.',
        'Inspringing, witruimte en sleutelvolgorde volgen de open opslagplaats.',
      ),
      why: text(
        'A tidy file makes changes easy to review.',
        'In een net bestand zijn wijzigingen makkelijk te beoordelen.',
      ),
      how: text('Apply the offered fixes as one set.', 'Pas de aangeboden oplossingen in één keer toe.'),
    },
  ],
)
