import type { ItemDefinition } from '../../item.ts'
import { text } from '../../text.ts'
import { byFile, byRoom, defineItems } from '../define-items.ts'

/** Step 4: flow. */
export const flowItems: readonly ItemDefinition[] = defineItems(
  {
    step: 4,
    group: 'flow',
    citation: {
      source: 'Workflow definition language and limits',
      place: 'the requirement of this name',
      url: 'https://learn.microsoft.com/power-automate/limits-and-config',
      dated: '2025-03-01',
      confidence: 'high',
    },
  },
  [
    {
      name: 'definition-parses',
      number: '4.5',
      required: true,
      proof: byRoom(
        'flow-templates',
        [
          'flow-definition-present',
          'flow-definition-schema',
          'flow-run-after-exists',
          'flow-run-after-status',
          'flow-run-after-cycle',
          'action-references',
          'expression-syntax',
          'expression-function-known',
          'expression-arguments',
          'expression-variable-exists',
          'expression-variable-order',
          'variable-steps',
          'step-kinds',
        ],
        byFile(365),
      ),
      minutes: 15,
      after: ['4.package-readable'],
      title: text('The definition parses', 'De definitie is geldig'),
      what: text(
        'It follows the schema of June 2016 for workflow definitions, and its expressions can be read and followed.',
        'Ze volgt het schema van juni 2016 voor stroomdefinities, en haar expressies zijn te lezen en te volgen.',
      ),
      why: text('What does not parse does not import.', 'Wat niet geldig is, laat zich niet importeren.'),
      how: text('Save the flow once more and export it again.', 'Sla de stroom opnieuw op en exporteer haar nogmaals.'),
    },
    {
      name: 'one-trigger',
      number: '4.6',
      required: true,
      proof: byRoom('flow-templates', ['flow-one-trigger'], byFile(365)),
      minutes: 5,
      after: ['4.definition-parses'],
      title: text('There is exactly one trigger', 'Er is precies één trigger'),
      what: text('One trigger starts the flow.', 'Eén trigger start de stroom.'),
      why: text(
        'Templates with none or several cannot be saved.',
        'Sjablonen zonder of met meer triggers laten zich niet opslaan.',
      ),
      how: text('Split the flow, or add its trigger.', 'Splits de stroom of voeg haar trigger toe.'),
    },
    {
      name: 'within-limits',
      number: '4.7',
      required: true,
      proof: byRoom('flow-templates', ['service-limits', 'step-settings', 'expression-length'], byFile(365)),
      minutes: 15,
      after: ['4.definition-parses'],
      title: text('The flow stays within the limits', 'De stroom blijft binnen de grenzen'),
      what: text(
        'Actions, nesting, expressions and variables stay below the published limits.',
        'Acties, nesting, expressies en variabelen blijven onder de gepubliceerde grenzen.',
      ),
      why: text('Beyond them saving fails.', 'Daarboven mislukt het opslaan.'),
      how: text('Split large flows into child flows.', 'Splits grote stromen in onderliggende stromen.'),
    },
    {
      name: 'steps-named',
      number: '4.13',
      proof: byRoom('flow-templates', ['flow-step-names', 'flow-step-names-unique'], byFile(365)),
      minutes: 15,
      after: ['4.definition-parses'],
      title: text('Steps have telling names', 'Stappen hebben sprekende namen'),
      what: text(
        'Each action says what it does in at most 80 characters.',
        'Elke actie zegt in hoogstens 80 tekens wat zij doet.',
      ),
      why: text('Users adapt a flow they can read.', 'Gebruikers passen een leesbare stroom aan.'),
      how: text('Rename “Compose 3” and the like.', 'Hernoem “Opstellen 3” en dergelijke.'),
    },
    {
      name: 'failure-path',
      number: '4.14',
      proof: byRoom('flow-templates', ['flow-error-path'], byFile(365)),
      minutes: 20,
      after: ['4.definition-parses'],
      title: text('There is a path for failures', 'Er is een pad voor fouten'),
      what: text(
        'A scope or run-after setting says what happens when a step fails.',
        'Een bereik of uitvoeringsinstelling bepaalt wat bij een fout gebeurt.',
      ),
      why: text('Otherwise failures pass unnoticed.', 'Anders blijven fouten onopgemerkt.'),
      how: text('Add at least a notice to the owner.', 'Voeg minstens een bericht aan de eigenaar toe.'),
    },
    {
      name: 'parameters-declared',
      number: '4.11',
      proof: byRoom(
        'flow-templates',
        ['expression-parameter-exists', 'flow-parameter-used', 'solution-variable-declared'],
        byFile(365),
      ),
      minutes: 10,
      after: ['4.definition-parses'],
      title: text('Context parameters are declared and used', 'Contextparameters zijn gedeclareerd en gebruikt'),
      what: text(
        'Each parameter passed from your page exists and is used.',
        'Elke parameter van uw pagina bestaat en wordt gebruikt.',
      ),
      why: text('Unused ones ask users for nothing’s sake.', 'Ongebruikte parameters vragen gebruikers om niets.'),
      how: text('Hand in the list.', 'Lever de lijst in.'),
    },
  ],
)
