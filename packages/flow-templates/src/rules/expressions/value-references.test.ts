import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { valueReferences } from './value-references.ts'

const at = '/properties/definition/actions'
const after = (...names: string[]) => ({ runAfter: Object.fromEntries(names.map((name) => [name, ['Succeeded']])) })
const keep = (inputs: unknown, ...names: string[]) => ({ type: 'Compose', inputs, ...after(...names) })
const init = { type: 'InitializeVariable', inputs: { variables: [{ name: 'Colour', type: 'string' }] } }
const set = (name: string, ...names: string[]) => ({
  type: 'SetVariable',
  inputs: { name, value: 'red' },
  ...after(...names),
})
const colour = { Colour: { type: 'String' } }

testRuleFamily(valueReferences, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    {
      name: 'a variable in a loop behind its step, in other letters',
      given: {
        definition: {
          actions: {
            Init: init,
            Each: {
              type: 'Foreach',
              foreach: '@createArray(1)',
              ...after('Init'),
              actions: { Tell: keep("@variables('COLOUR')"), Set: set('colour') },
            },
          },
        },
      },
    },
    {
      name: 'a parameter in the trigger',
      given: {
        definition: {
          parameters: colour,
          triggers: { Start: { type: 'Request', inputs: { a: "@{parameters('colour')}" } } },
        },
      },
    },
    {
      name: 'parameters of the designer',
      given: { definition: { parameters: {}, actions: { Tell: keep("@parameters('$connections')") } } },
    },
  ],
  fails: [
    {
      name: 'a parameter nobody declares',
      given: { definition: { actions: { Tell: keep("@{parameters('Size')}") } } },
      finds: [{ rule: 'expression-parameter-exists', at: `${at}/Tell/inputs` }],
    },
    {
      name: 'a parameter nobody uses',
      given: { definition: { parameters: colour } },
      finds: [{ rule: 'flow-parameter-used', at: '/properties/definition/parameters/Colour' }],
    },
    {
      name: 'a variable nobody initialises, read and set',
      given: { definition: { actions: { Tell: keep("@variables('Size')"), Set: set('Size') } } },
      finds: [
        { rule: 'expression-variable-exists', at: `${at}/Tell/inputs` },
        { rule: 'expression-variable-exists', at: `${at}/Set/inputs/name` },
      ],
    },
    {
      name: 'a variable too early, read and set',
      given: { definition: { actions: { Init: init, Tell: keep("@variables('Colour')"), Set: set('Colour') } } },
      finds: [
        { rule: 'expression-variable-order', at: `${at}/Tell/inputs` },
        { rule: 'expression-variable-order', at: `${at}/Set/inputs/name` },
      ],
    },
  ],
})
