import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { definitionFrame } from './definition-frame.ts'

const at = '/properties/definition'
const daily = { type: 'Recurrence', recurrence: { frequency: 'Day', interval: 1 } }

testRuleFamily(definitionFrame, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    {
      name: 'a schema in other letters and without its sign',
      given: {
        definition: {
          $schema:
            'https://schema.management.azure.com/providers/microsoft.logic/schemas/2016-06-01/workflowdefinition.json',
        },
      },
    },
  ],
  fails: [
    {
      name: 'no definition',
      given: { properties: { definition: undefined } },
      finds: [{ rule: 'flow-definition-present', at: '' }],
    },
    {
      name: 'no action',
      given: { definition: { actions: {} } },
      finds: [{ rule: 'flow-definition-present', at: `${at}/actions` }],
    },
    {
      name: 'no schema',
      given: { definition: { $schema: undefined } },
      finds: [{ rule: 'flow-definition-schema', at }],
    },
    {
      name: 'another schema',
      given: { definition: { $schema: 'http://json-schema.org/draft-07/schema#' } },
      finds: [{ rule: 'flow-definition-schema', at: `${at}/$schema` }],
    },
    { name: 'no trigger', given: { definition: { triggers: undefined } }, finds: [{ rule: 'flow-one-trigger', at }] },
    {
      name: 'two triggers',
      given: { definition: { triggers: { Every_day: daily, Every_night: daily } } },
      finds: [{ rule: 'flow-one-trigger', at: `${at}/triggers/Every_night` }],
      dependsOnOrder: true,
    },
  ],
})
