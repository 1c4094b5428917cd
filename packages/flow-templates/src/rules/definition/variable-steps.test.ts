import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { variableSteps } from './variable-steps.ts'

const at = '/properties/definition/actions'
const made = (type: unknown, name = 'cars') => ({
  type: 'InitializeVariable',
  inputs: { variables: [{ name, type }] },
})
const change = (type: string, value: unknown, name = 'Cars') => ({
  type,
  runAfter: { Make: ['Succeeded'] },
  inputs: { name, value },
})
const flow = (actions: object) => ({ definition: { actions } })

testRuleFamily(variableSteps, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    { name: 'all six types', given: flow({ Make: made('Integer'), Other: made('OBJECT', 'other') }) },
    {
      name: 'set from another',
      given: flow({ Make: made('string'), Set: change('SetVariable', "@variables('vans')") }),
    },
    {
      name: 'its name in a text, not in a call',
      given: flow({ Make: made('string'), Set: change('SetVariable', "variables('cars')") }),
    },
    { name: 'counted', given: flow({ Make: made('float'), Count: change('DecrementVariable', 1) }) },
    {
      name: 'added to',
      given: flow({ Make: made('array'), Add: change('AppendToArrayVariable', "@variables('cars')") }),
    },
    {
      name: 'a variable nobody made',
      given: flow({ Make: made('array'), Add: change('IncrementVariable', 1, 'vans') }),
    },
  ],
  fails: [
    {
      name: 'made in a loop in a scope',
      given: flow({
        Outer: {
          type: 'Scope',
          actions: { Loop: { type: 'Foreach', foreach: [1], actions: { Make: made('array') } } },
        },
      }),
      finds: [
        {
          rule: 'flow-variable-place',
          at: `${at}/Outer/actions/Loop/actions/Make`,
          what: '"Make" initialises a variable inside "Loop".',
        },
      ],
    },
    {
      name: 'set from itself, in any case of letters',
      given: flow({ Make: made('array'), Set: change('SetVariable', "@union(variables('CARS'), createArray(1))") }),
      finds: [{ rule: 'flow-variable-self', at: `${at}/Set/inputs/value` }],
    },
    {
      name: 'set from itself inside an object',
      given: flow({ Make: made('object'), Set: change('SetVariable', { all: { more: "@{variables('cars')}" } }) }),
      finds: [{ rule: 'flow-variable-self', at: `${at}/Set/inputs/value/all/more` }],
    },
    {
      name: 'a type there is not',
      given: flow({ Make: made('number'), Count: change('IncrementVariable', 1) }),
      finds: [{ rule: 'flow-variable-type', at: `${at}/Make/inputs/variables/0/type` }],
    },
    ...[
      ['IncrementVariable', 'string'],
      ['DecrementVariable', 'array'],
      ['AppendToStringVariable', 'array'],
      ['AppendToArrayVariable', 'string'],
    ].map(([kind = '', type]) => ({
      name: `${kind} of ${type}`,
      given: flow({ Make: made(type), Change: change(kind, 1) }),
      finds: [{ rule: 'flow-variable-operation', at: `${at}/Change/inputs/name` }],
    })),
  ],
})
