import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { stepNames } from './step-names.ts'

const at = '/properties/definition/actions'
const keep = { type: 'Compose', inputs: 1 }

testRuleFamily(stepNames, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    { name: 'a word in front', given: { definition: { actions: { Compose_the_mail: keep } } } },
    { name: 'the default name of another type', given: { definition: { actions: { Condition: keep } } } },
  ],
  fails: [
    {
      name: 'default names',
      given: {
        definition: {
          actions: { Compose: keep, Apply_to_each_3: { type: 'Foreach', foreach: '@createArray(1)', actions: {} } },
        },
      },
      finds: [
        { rule: 'flow-step-names', at: `${at}/Compose` },
        { rule: 'flow-step-names', at: `${at}/Apply_to_each_3` },
      ],
    },
    {
      name: 'the same name in two branches',
      given: {
        definition: {
          actions: {
            Is_it: { type: 'If', expression: {}, actions: { Note: keep }, else: { actions: { note: keep } } },
          },
        },
      },
      finds: [{ rule: 'flow-step-names-unique', at: `${at}/Is_it/else/actions/note` }],
    },
  ],
})
