import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byRules, defineItems } from '../define-items.ts'

/** Step 1: behaviour. */
export const behaviourItems: readonly ItemDefinition[] = defineItems(
  {
    step: 1,
    group: 'behaviour',
    citation: {
      source: 'OpenAPI extensions for custom connectors',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions',
      dated: '2025-01-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'triggers-correct',
      number: '1.12',
      proof: byRules(
        'trigger-texts',
        'trigger-hints',
        'fetch-trigger',
        'polling-trigger',
        'webhook-call-back',
        'webhook-operation',
      ),
      minutes: 60,
      title: text('Triggers follow one of the patterns', 'Triggers volgen een van de patronen'),
      what: text(
        'Webhook and polling triggers have the parts that their pattern asks for.',
        'Webhook- en pollingtriggers hebben de onderdelen die hun patroon vraagt.',
      ),
      why: text(
        'A trigger without its parts is saved but never fires.',
        'Een trigger zonder die onderdelen laat zich opslaan, maar gaat nooit af.',
      ),
      how: text(
        'Compare each trigger with the pattern that the finding names.',
        'Vergelijk elke trigger met het patroon dat de bevinding noemt.',
      ),
    },
    {
      name: 'dynamic-values',
      number: '1.40',
      required: true,
      proof: byRules('dynamic-calls', 'dynamic-references', 'dynamic-results', 'dynamic-twins', 'enum-values'),
      minutes: 45,
      title: text('Dynamic lists and schemas work', 'Dynamische lijsten en schema’s werken'),
      what: text(
        'Dynamic values name operations and fields that exist.',
        'Dynamische waarden noemen bewerkingen en velden die bestaan.',
      ),
      why: text('Otherwise a drop-down stays empty for everybody.', 'Anders blijft een keuzelijst voor iedereen leeg.'),
      how: text(
        'Correct the operation, parameter or path that is named.',
        'Verbeter de genoemde bewerking, parameter of het genoemde pad.',
      ),
    },
    {
      name: 'extensions-known',
      number: '1.41',
      required: true,
      proof: byRules('extension-names', 'extension-values', 'operation-extensions', 'schema-extensions'),
      minutes: 20,
      title: text('Extensions are known and filled right', 'Extensies zijn bekend en juist ingevuld'),
      what: text(
        'Each x-ms extension exists and has a value it allows.',
        'Elke x-ms-extensie bestaat en heeft een toegestane waarde.',
      ),
      why: text(
        'A misspelt extension does nothing, without a word.',
        'Een verkeerd gespelde extensie doet niets, zonder melding.',
      ),
      how: text('Correct the name or value that is shown.', 'Verbeter de getoonde naam of waarde.'),
    },
    {
      name: 'annotations-consistent',
      number: '1.42',
      required: true,
      proof: byRules('annotation-status', 'api-annotations'),
      minutes: 20,
      title: text('Revisions of operations fit together', 'Revisies van bewerkingen passen bij elkaar'),
      what: text(
        'Annotations give each family of operations distinct revisions and a known status.',
        'Annotaties geven elke familie van bewerkingen eigen revisies en een bekende status.',
      ),
      why: text(
        'Two active revisions confuse makers and break updates.',
        'Twee actieve revisies verwarren makers en breken updates.',
      ),
      how: text(
        'Give each revision its number and mark the old ones.',
        'Geef elke revisie haar nummer en markeer de oude.',
      ),
    },
    {
      name: 'policies-apply',
      number: '1.43',
      required: true,
      proof: byRules('policy-reach', 'policy-template', 'properties-keys'),
      minutes: 30,
      title: text('Policies name what exists', 'Beleid noemt wat bestaat'),
      what: text(
        'Policy templates are known, complete and aimed at existing operations.',
        'Beleidssjablonen zijn bekend, volledig en gericht op bestaande bewerkingen.',
      ),
      why: text(
        'An incomplete policy fails late, with a misleading message.',
        'Onvolledig beleid mislukt laat, met een misleidende melding.',
      ),
      how: text(
        'Fill the missing parameters or remove the policy.',
        'Vul de ontbrekende parameters in of verwijder het beleid.',
      ),
    },
    {
      name: 'script-allowed',
      number: '1.44',
      required: true,
      proof: byRules('script-code', 'script-operations'),
      minutes: 30,
      editions: ['current'],
      title: text('Custom code stays within its limits', 'Eigen code blijft binnen de grenzen'),
      what: text(
        'A script uses only allowed namespaces and names existing operations.',
        'Een script gebruikt alleen toegestane naamruimten en noemt bestaande bewerkingen.',
      ),
      why: text(
        'Code outside the limits is refused when the connector is created.',
        'Code buiten de grenzen wordt geweigerd bij het maken van de connector.',
      ),
      how: text('Remove what the check names.', 'Verwijder wat de controle noemt.'),
    },
  ],
)
