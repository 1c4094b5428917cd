import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { stepKinds } from './step-kinds.ts'

const at = '/properties/definition/actions'
const answer = { Answer: { type: 'Response', kind: 'PowerApp', inputs: { statusCode: 200 } } }
const started = (type: string) => ({ triggers: { Start: { type, inputs: {} } }, actions: answer })
const choose = (...values: readonly unknown[]) => ({
  definition: {
    actions: {
      Choose: {
        type: 'Switch',
        expression: 1,
        cases: Object.fromEntries(values.map((value, index) => [`Case_${index}`, { case: value, actions: {} }])),
      },
    },
  },
})

testRuleFamily(stepKinds, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    { name: 'an answer to a request', given: { definition: started('Request') } },
    { name: 'no trigger, which is said elsewhere', given: { definition: { triggers: {}, actions: answer } } },
    { name: 'different values', given: choose('1', 1, '01', true, 'One', 'one') },
    { name: 'cases without values', given: choose(undefined, undefined, null) },
  ],
  fails: [
    {
      name: 'an answer on a schedule',
      given: { definition: started('Recurrence') },
      finds: [{ rule: 'flow-response-request', at: `${at}/Answer` }],
    },
    {
      name: 'an answer to an event, in a scope',
      given: {
        definition: {
          triggers: { Start: { type: 'OpenApiConnectionWebhook' } },
          actions: { Try: { type: 'Scope', actions: answer } },
        },
      },
      finds: [{ rule: 'flow-response-request', at: `${at}/Try/actions/Answer` }],
    },
    {
      name: 'a value twice',
      given: choose('red', 'blue', 'red'),
      dependsOnOrder: true,
      finds: [
        {
          rule: 'flow-switch-values',
          at: `${at}/Choose/cases/Case_2/case`,
          what: 'The cases "Case_0" and "Case_2" of "Choose" have the same value.',
        },
      ],
    },
  ],
})
