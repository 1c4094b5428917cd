import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byRules, defineItems } from '../define-items.ts'

/** Step 1: operations. */
export const operationsItems: readonly ItemDefinition[] = defineItems(
  {
    step: 1,
    group: 'operations',
    citation: {
      source: 'Coding standards for custom connectors',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/connectors/custom-connectors/coding-standards',
      dated: '2025-01-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'operations-described',
      number: '1.3',
      required: true,
      proof: byRules('operation-id', 'operation-summary', 'operation-summary-style', 'operation-description'),
      minutes: 60,
      title: text('Every operation has a name and texts', 'Elke bewerking heeft een naam en teksten'),
      what: text(
        'Each operation has a unique id, a summary and a description in plain English.',
        'Elke bewerking heeft een unieke id, een samenvatting en een beschrijving in gewoon Engels.',
      ),
      why: text(
        'These texts are all a maker sees when choosing an action.',
        'Meer dan deze teksten ziet een maker niet bij het kiezen van een actie.',
      ),
      how: text(
        'Write the missing texts; the check shows where.',
        'Schrijf de ontbrekende teksten; de controle toont waar.',
      ),
    },
    {
      name: 'operations-shaped',
      number: '1.37',
      required: true,
      proof: byRules('operation-shape', 'operation-media-types', 'deprecated-operation'),
      minutes: 30,
      title: text('Operations are well formed', 'Bewerkingen zijn goed gevormd'),
      what: text(
        'Operations use known keys and media types, and deprecated ones say so.',
        'Bewerkingen gebruiken bekende sleutels en mediatypen, en verouderde zeggen dat.',
      ),
      why: text(
        'Unknown keys and types are dropped or refused on import.',
        'Onbekende sleutels en typen vallen weg of worden bij de import geweigerd.',
      ),
      how: text('Follow the fix beside each finding.', 'Volg de oplossing naast elke bevinding.'),
    },
    {
      name: 'parameters-described',
      number: '1.4',
      proof: byRules('parameter-description', 'parameter-summary'),
      minutes: 45,
      title: text('Parameters are described', 'Parameters zijn beschreven'),
      what: text(
        'Each visible parameter has a short title and a description.',
        'Elke zichtbare parameter heeft een korte titel en een beschrijving.',
      ),
      why: text(
        'A field called “p1” sends makers to your help desk.',
        'Een veld met de naam “p1” stuurt makers naar uw helpdesk.',
      ),
      how: text(
        'Add a summary and a description to each parameter.',
        'Voeg aan elke parameter een samenvatting en een beschrijving toe.',
      ),
    },
    {
      name: 'parameters-shaped',
      number: '1.38',
      required: true,
      proof: byRules(
        'body-parameter',
        'internal-parameter',
        'parameter-keys',
        'parameter-kind',
        'parameter-list',
        'path-parameter',
        'reserved-parameter',
      ),
      minutes: 30,
      title: text('Parameters are well formed', 'Parameters zijn goed gevormd'),
      what: text(
        'Place, type and default of each parameter fit together, and none is reserved.',
        'Plaats, type en standaardwaarde van elke parameter passen bij elkaar, en geen is gereserveerd.',
      ),
      why: text(
        'A parameter in the wrong place never reaches your service.',
        'Een parameter op de verkeerde plaats bereikt uw service nooit.',
      ),
      how: text('Follow the fix beside each finding.', 'Volg de oplossing naast elke bevinding.'),
    },
    {
      name: 'responses-typed',
      number: '1.5',
      required: true,
      proof: byRules('response-codes', 'response-description', 'response-parts', 'response-schema'),
      minutes: 60,
      title: text('Responses are typed', 'Antwoorden hebben een type'),
      what: text(
        'Each operation describes its success response with a schema, fixed or dynamic.',
        'Elke bewerking beschrijft haar geslaagde antwoord met een schema, vast of dynamisch.',
      ),
      why: text(
        'Later steps of a flow can use only fields that are described.',
        'Latere stappen van een stroom kunnen alleen beschreven velden gebruiken.',
      ),
      how: text('Add schemas for what the service returns.', 'Voeg schema’s toe voor wat de service teruggeeft.'),
    },
    {
      name: 'fields-described',
      number: '1.39',
      proof: byRules('schema-texts'),
      minutes: 45,
      title: text('Fields in bodies are described', 'Velden in berichten zijn beschreven'),
      what: text(
        'Properties of requests and responses carry titles and descriptions.',
        'Eigenschappen van aanvragen en antwoorden hebben titels en beschrijvingen.',
      ),
      why: text('Makers pick fields by these titles.', 'Makers kiezen velden op grond van deze titels.'),
      how: text(
        'Add titles and descriptions where the check points.',
        'Voeg titels en beschrijvingen toe waar de controle wijst.',
      ),
    },
  ],
)
