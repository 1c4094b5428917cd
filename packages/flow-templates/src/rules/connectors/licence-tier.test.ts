import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { licenceTier } from './licence-tier.ts'

const at = '/properties/connectionReferences/shared_office365'
const rule = 'flow-licence-tier'
const of = (apiName: string) => ({
  shared_office365: { source: 'Embedded', id: `/providers/Microsoft.PowerApps/apis/${apiName}` },
})

testRuleFamily(licenceTier, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    {
      name: 'known to be standard',
      given: { references: of('shared_cars'), facts: { connectorTiers: { shared_cars: 'standard' } } },
    },
  ],
  fails: [
    {
      name: 'premium by the table',
      given: { references: of('shared_sql') },
      finds: [{ rule, at, what: 'The flow probably takes a premium licence of its owner, because of shared_sql.' }],
    },
    {
      name: 'premium on the caller’s word',
      given: { references: of('shared_cars'), facts: { connectorTiers: { shared_cars: 'premium' } } },
      finds: [{ rule, at, what: 'The flow takes a premium licence of its owner, because of shared_cars.' }],
    },
    {
      name: 'a custom connector in a flow people start',
      given: {
        definition: { triggers: { Pressed: { type: 'Request', kind: 'Button', inputs: {} } } },
        references: of('shared_fleet-5f0123456789abcdef-5f0123456789abcdef'),
      },
      finds: [
        {
          rule,
          at,
          what: 'The flow takes a premium licence of each person who runs it, because of shared_fleet-5f0123456789abcdef-5f0123456789abcdef.',
        },
      ],
    },
    { name: 'not in the table', given: { references: of('shared_cars') }, finds: [{ rule, at }] },
    {
      name: 'a call of its own',
      given: { definition: { actions: { Ask: { type: 'Http', inputs: {} } } } },
      finds: [{ rule, at: '/properties/definition/actions/Ask' }],
    },
  ],
})
