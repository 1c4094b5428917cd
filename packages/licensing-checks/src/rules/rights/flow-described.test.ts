import { flowWith } from '../../testing/given-list.ts'
import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { flowDescribed } from './flow-described.ts'

const flows = (...list: readonly object[]) => ({ list: { flows: list } })

testRuleFamily(flowDescribed, import.meta.url, {
  passes: [
    { name: 'the faultless list', given: { list: {} } },
    {
      name: 'a standard flow without a context',
      given: flows(flowWith({ connectors: [{ id: 'shared_office365', tier: 'standard' }], context: undefined })),
    },
    { name: 'one that a Process licence covers', given: flows(flowWith({ context: undefined, processLicence: true })) },
    { name: 'exactly at the limit', given: flows(flowWith({ actionsPerFiveMinutes: 100_000 })) },
  ],
  fails: [
    {
      name: 'connectors, one by its path, that are standard by our table or of low confidence, once a flow',
      given: flows(
        flowWith({
          connectors: [
            { id: 'shared_fleetdesk', tier: 'standard' },
            '/providers/Microsoft.PowerApps/apis/shared_Office365',
            { id: 'shared_teams', tier: 'standard', confidence: 'low' },
          ],
          context: undefined,
        }),
      ),
      finds: [{ rule: 'licence-connector-tier-known', at: '/flows/0/connectors/1' }],
    },
    {
      name: 'next to nothing said',
      given: flows({ name: 'Bare', connectors: [{ id: 'shared_fleetdesk', tier: 'unknown' }, 'shared_sql'] }),
      finds: [
        { rule: 'licence-connector-tier-known', at: '/flows/0/connectors/0' },
        { rule: 'licence-trigger-known', at: '/flows/0' },
        { rule: 'licence-context-recorded', at: '/flows/0' },
        { rule: 'licence-request-estimate', at: '/flows/0' },
      ],
    },
    {
      name: 'a gateway makes a flow premium',
      given: flows(
        flowWith({ connectors: [{ id: 'shared_office365', tier: 'standard' }], context: undefined, gateway: true }),
      ),
      finds: [{ rule: 'licence-context-recorded', at: '/flows/0' }],
    },
    {
      name: 'too much at once',
      given: flows(flowWith({ actionsPerFiveMinutes: 100_001 })),
      finds: [{ rule: 'licence-five-minute-limit', at: '/flows/0' }],
    },
  ],
})
