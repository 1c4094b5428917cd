import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { serviceLimits } from './service-limits.ts'

const at = '/properties/definition'
const keep = { type: 'Compose', inputs: 1 }
const list = <T>(count: number, make: (index: number) => T) => Array.from({ length: count }, (_, index) => make(index))
const many = (count: number) => Object.fromEntries(list(count, (index) => [`Step_${index}`, keep]))

function nested(levels: number): object {
  let actions: object = { Deepest: { type: 'Scope', actions: { Inside: keep } } }
  for (let level = levels - 2; level > 0; level--) actions = { [`Level_${level}`]: { type: 'Scope', actions } }
  return actions
}

const every = (frequency: unknown, interval: unknown) => ({
  definition: { triggers: { Often: { type: 'Recurrence', recurrence: { frequency, interval } } } },
})
const interval = `${at}/triggers/Often/recurrence/interval`

testRuleFamily(serviceLimits, import.meta.url, {
  passes: [
    { name: '500 actions', given: { definition: { actions: many(500) } } },
    { name: '8 levels', given: { definition: { actions: nested(8) } } },
    { name: '80 characters', given: { definition: { actions: { ['a'.repeat(80)]: keep } } } },
    { name: 'a minute', given: every('Minute', 1) },
    { name: '60 seconds', given: every('Second', 60) },
    { name: '500 days', given: every('Day', 500) },
    { name: 'an interval from a parameter', given: every('Day', "@parameters('Recipient')") },
  ],
  fails: [
    {
      name: '501 actions',
      given: { definition: { actions: many(501) } },
      finds: [{ rule: 'flow-max-actions', at: `${at}/actions/Step_500` }],
      dependsOnOrder: true,
    },
    {
      name: '9 levels',
      given: { definition: { actions: nested(9) } },
      finds: [{ rule: 'flow-max-nesting' }],
    },
    {
      name: '26 cases',
      given: {
        definition: {
          actions: {
            Choose: {
              type: 'Switch',
              expression: 1,
              cases: Object.fromEntries(list(26, (index) => [`Case_${index}`, { case: index, actions: {} }])),
            },
          },
        },
      },
      finds: [{ rule: 'flow-max-cases', at: `${at}/actions/Choose/cases` }],
    },
    {
      name: '251 variables',
      given: {
        definition: {
          actions: Object.fromEntries(
            list(251, (index) => [
              `Set_${index}`,
              { type: 'InitializeVariable', inputs: { variables: [{ name: `v${index}`, type: 'string' }] } },
            ]),
          ),
        },
      },
      finds: [{ rule: 'flow-max-variables', at: `${at}/actions/Set_250/inputs/variables/0` }],
      dependsOnOrder: true,
    },
    {
      name: '81 characters of an action and a trigger',
      given: {
        definition: { actions: { ['a'.repeat(81)]: keep }, triggers: { ['t'.repeat(81)]: { type: 'Request' } } },
      },
      finds: [
        { rule: 'flow-name-length', at: `${at}/actions/${'a'.repeat(81)}` },
        { rule: 'flow-name-length', at: `${at}/triggers/${'t'.repeat(81)}` },
      ],
    },
    {
      name: 'tracked contents',
      given: { definition: { actions: { Keep: { ...keep, trackedProperties: { note: 'n'.repeat(16_000) } } } } },
      finds: [{ rule: 'flow-tracked-properties', at: `${at}/actions/Keep/trackedProperties` }],
    },
    { name: '59 seconds', given: every('Second', 59), finds: [{ rule: 'flow-recurrence', at: interval }] },
    { name: '501 days', given: every('day', 501), finds: [{ rule: 'flow-recurrence', at: interval }] },
    {
      name: 'a year of 12 months and more',
      given: every('Month', 18),
      finds: [{ rule: 'flow-recurrence', at: interval }],
    },
    {
      name: 'a unit there is not',
      given: every('Fortnight', 1),
      finds: [{ rule: 'flow-recurrence', at: `${at}/triggers/Often/recurrence/frequency` }],
    },
  ],
})
