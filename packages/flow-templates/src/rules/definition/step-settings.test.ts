import { testRuleFamily } from '../../testing/test-rule-family.ts'
import { stepSettings } from './step-settings.ts'

const at = '/properties/definition/actions/Step'
const look = { Look: { type: 'Compose', inputs: 1 } }
const step = (action: object) => ({ definition: { actions: { Step: action } } })
const wait = (count: unknown, unit: unknown) => step({ type: 'Wait', inputs: { interval: { count, unit } } })
const until = (limit: object) => step({ type: 'Until', expression: '@equals(1, 1)', limit, actions: look })
const loop = (repetitions: unknown) =>
  step({ type: 'Foreach', foreach: [1], runtimeConfiguration: { concurrency: { repetitions } }, actions: look })
const pages = (minimumItemCount: unknown) =>
  step({ type: 'Compose', inputs: 1, runtimeConfiguration: { paginationPolicy: { minimumItemCount } } })
const retries = (retryPolicy: object) => step({ type: 'Http', inputs: { method: 'GET', retryPolicy } })
const trigger = (runs: number) => ({
  definition: {
    triggers: {
      Every_day: {
        type: 'Recurrence',
        recurrence: { frequency: 'Day', interval: 1 },
        runtimeConfiguration: { concurrency: { runs } },
      },
    },
  },
})

testRuleFamily(stepSettings, import.meta.url, {
  passes: [
    { name: 'an export as it comes', given: {} },
    { name: '30 days', given: wait(30, 'Day') },
    { name: '720 hours', given: wait(720, 'Hour') },
    { name: 'as long as the user says', given: wait("@parameters('days')", 'Day') },
    { name: 'a unit there is not', given: wait(99, 'Century') },
    { name: '5,000 rounds in 30 days', given: until({ count: 5000, timeout: 'P30D' }) },
    { name: 'a time limit from an expression', given: until({ timeout: "@parameters('limit')" }) },
    { name: '50 at once', given: loop(50) },
    { name: '5,000 items', given: pages(5000) },
    { name: '90 retries', given: retries({ type: 'fixed', count: 90, interval: 'PT5S' }) },
    { name: 'no retries', given: retries({ type: 'none' }) },
    { name: '100 runs at once', given: trigger(100) },
  ],
  fails: [
    {
      name: '5 weeks',
      given: wait(5, 'Week'),
      finds: [
        {
          rule: 'flow-run-length',
          at: `${at}/inputs/interval/count`,
          what: '"Step" may take 35 days; a run takes 30 at most.',
        },
      ],
    },
    {
      name: 'until 721 hours are over',
      given: until({ count: 10, timeout: 'PT721H' }),
      finds: [{ rule: 'flow-run-length', at: `${at}/limit/timeout` }],
    },
    {
      name: '5,001 rounds',
      given: until({ count: 5001 }),
      finds: [{ rule: 'flow-loop-rounds', at: `${at}/limit/count` }],
    },
    {
      name: 'no round',
      given: until({ count: 0 }),
      finds: [{ rule: 'flow-loop-rounds', at: `${at}/limit/count` }],
    },
    {
      name: '51 at once',
      given: loop(51),
      finds: [{ rule: 'flow-concurrency', at: `${at}/runtimeConfiguration/concurrency/repetitions` }],
    },
    {
      name: '101 runs at once',
      given: trigger(101),
      finds: [
        {
          rule: 'flow-concurrency',
          at: '/properties/definition/triggers/Every_day/runtimeConfiguration/concurrency/runs',
        },
      ],
    },
    {
      name: '100,001 items',
      given: pages(100_001),
      finds: [{ rule: 'flow-paginated-items', at: `${at}/runtimeConfiguration/paginationPolicy/minimumItemCount` }],
    },
    {
      name: 'more than small licences allow',
      given: pages(5001),
      finds: [
        {
          rule: 'flow-paginated-items',
          at: `${at}/runtimeConfiguration/paginationPolicy/minimumItemCount`,
          what: '"Step" is set to fetch 5001 items, which takes more than a licence of Microsoft 365.',
        },
      ],
    },
    {
      name: '91 retries',
      given: retries({ type: 'fixed', count: 91, interval: 'PT5S' }),
      finds: [{ rule: 'flow-retries', at: `${at}/inputs/retryPolicy/count` }],
    },
  ],
})
