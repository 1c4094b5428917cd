import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { connectionReferences } from './connection-references.ts'

const id = '/providers/Microsoft.PowerApps/apis/shared_office365'
const at = '/properties/connectionReferences'
const call = '/properties/definition/actions/Send_a_message/inputs/host'
const button = { triggers: { Pressed: { type: 'Request', kind: 'Button', inputs: {} } } }

testRuleFamily(connectionReferences, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    { name: 'a solution as it comes', given: { kind: 'solution' } },
    {
      name: 'the caller’s connection where a person starts it',
      given: { definition: button, references: { shared_office365: { source: 'Invoker', id } } },
    },
  ],
  fails: [
    {
      name: 'not declared',
      given: { references: { shared_office365: null } },
      finds: [{ rule: 'flow-connection-declared', at: `${call}/connectionName` }],
    },
    {
      name: 'not used',
      given: { references: { shared_teams: { source: 'Embedded', id: id.replace('office365', 'teams') } } },
      finds: [{ rule: 'flow-connection-used', at: `${at}/shared_teams` }],
    },
    {
      name: 'nobody’s',
      given: { references: { shared_office365: { id, source: '' } } },
      finds: [{ rule: 'flow-connection-source', at: `${at}/shared_office365/source` }],
    },
    {
      name: 'not said',
      given: { references: { shared_office365: { id } } },
      finds: [{ rule: 'flow-connection-source', at: `${at}/shared_office365` }],
    },
    {
      name: 'a source there is not',
      given: { references: { shared_office365: { id, source: 'Owner' } } },
      finds: [
        {
          rule: 'flow-connection-source',
          at: `${at}/shared_office365/source`,
          what: 'The connection reference "shared_office365" says "Owner", which is neither "Embedded" nor "Invoker".',
        },
      ],
    },
    {
      name: 'of another connector',
      given: { references: { shared_office365: { source: 'Embedded', id: id.replace('office365', 'teams') } } },
      finds: [{ rule: 'flow-connection-connector', at: `${call}/connectionName` }],
    },
    {
      name: 'the caller’s, on a schedule',
      given: { references: { shared_office365: { source: 'Invoker', id } } },
      finds: [{ rule: 'flow-connection-invoker', at: `${at}/shared_office365/source` }],
    },
  ],
})
