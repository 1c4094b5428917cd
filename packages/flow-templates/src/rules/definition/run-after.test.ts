import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { runAfter } from './run-after.ts'

const at = '/properties/definition/actions'
const after = (other: string, ...statuses: string[]) => ({
  type: 'Compose',
  inputs: 1,
  runAfter: { [other]: statuses },
})
const first = { type: 'Compose', inputs: 1 }

testRuleFamily(runAfter, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    { name: 'other letters', given: { definition: { actions: { Look: first, Tell: after('look', 'SUCCEEDED') } } } },
    { name: 'nothing that can fail', given: { definition: { actions: { Look: first } } } },
  ],
  fails: [
    {
      name: 'a step that is not there',
      given: { definition: { actions: { Tell: after('Look', 'Succeeded') } } },
      finds: [{ rule: 'flow-run-after-exists', at: `${at}/Tell/runAfter/Look` }],
    },
    {
      name: 'a step inside another',
      given: {
        definition: { actions: { All: { type: 'Scope', actions: { Look: first } }, Tell: after('Look', 'Succeeded') } },
      },
      finds: [
        {
          rule: 'flow-run-after-exists',
          at: `${at}/Tell/runAfter/Look`,
          what: '"Tell" runs after "Look", which stands in another container.',
        },
      ],
    },
    {
      name: 'a state there is not',
      given: { definition: { actions: { Look: first, Tell: after('Look', 'Succeeded', 'Aborted') } } },
      finds: [{ rule: 'flow-run-after-status', at: `${at}/Tell/runAfter/Look/1` }],
    },
    {
      name: 'no state',
      given: { definition: { actions: { Look: first, Tell: after('Look') } } },
      finds: [{ rule: 'flow-run-after-status', at: `${at}/Tell/runAfter/Look` }],
    },
    {
      name: 'a circle of two, and one that waits for it',
      given: {
        definition: {
          actions: {
            Look: after('Tell', 'Succeeded'),
            Tell: after('Look', 'Succeeded'),
            End: after('Tell', 'Succeeded'),
          },
        },
      },
      finds: [
        { rule: 'flow-run-after-cycle', at: `${at}/Look/runAfter` },
        { rule: 'flow-run-after-cycle', at: `${at}/Tell/runAfter` },
      ],
    },
    {
      name: 'itself',
      given: { definition: { actions: { Look: after('Look', 'Succeeded') } } },
      finds: [{ rule: 'flow-run-after-cycle', at: `${at}/Look/runAfter` }],
    },
    {
      name: 'nothing for a failure',
      given: {
        definition: {
          actions: { Call: { type: 'Http', inputs: { method: 'GET', uri: 'https://fleetdesk.example' } } },
        },
      },
      finds: [{ rule: 'flow-error-path', at }],
    },
  ],
})
