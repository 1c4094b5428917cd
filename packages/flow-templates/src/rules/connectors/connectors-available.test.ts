import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { connectorsAvailable } from './connectors-available.ts'

const own = 'shared_fleet-5f0123456789abcdef-5f0123456789abcdef'
const at = '/properties/connectionReferences/shared_office365'
const of = (apiName: string) => ({
  shared_office365: { source: 'Embedded', id: `/providers/Microsoft.PowerApps/apis/${apiName}` },
})

testRuleFamily(connectorsAvailable, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    { name: 'a solution that brings its connector', given: { kind: 'solution' } },
    { name: 'a connector known to be there', given: { references: of(own), facts: { availableConnectors: [own] } } },
  ],
  fails: [
    {
      name: 'a custom one',
      given: { references: of(own) },
      finds: [{ rule: 'flow-connector-available', at: `${at}/id` }],
    },
    {
      name: 'one without a name',
      given: { references: { shared_office365: { source: 'Embedded', connectionName: 'a' } } },
      finds: [{ rule: 'flow-connector-available', at }],
    },
  ],
})
