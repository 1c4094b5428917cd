import { noteLacking } from '../../engine/lacking.ts'
import { listed } from '../../engine/places-of.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { createHoldingReader } from '../../entitlement/holding.ts'
import { isPaidByRunners } from '../../entitlement/judge-entitlements.ts'
import { rightsOf } from '../../entitlement/rights.ts'

/** Whether what people hold carries all their flows together. */
export const requestsSummed = defineRuleFamily({
  id: 'requests-summed',
  group: 'Coverage',
  rules: {
    'licence-requests-summed': {
      title: 'The requests of all flows of a person together stay within what the person’s licences give.',
      setting: 'warning',
      sources: ['request-limits'],
      messages: {
        found: {
          what: 'The {count} flows of {name} make an estimated {sum} requests in 24 hours; the licences give {limit}.',
          why: 'Beyond that, flows of this person are slowed down.',
          fix: 'Move flows to other owners, give the busiest one a Process licence, or buy more requests.',
        },
      },
    },
    'licence-process-allocated': {
      title: 'Process licences that were bought are allocated to flows.',
      setting: 'warning',
      sources: ['licence-types'],
      messages: {
        found: {
          what: 'The tenant holds {name}, seats: {seats}, and no flow of the list has one allocated.',
          why: 'Bought and not allocated, such a licence covers nothing.',
          fix: 'Allocate them in the admin centre to an environment and then to a flow, and set "processLicence" in the list.',
        },
        unbought: {
          what: 'The tenant holds no Process licence, and the list says that one is allocated to {flows}.',
          why: 'A licence that nobody bought covers nothing: the flows are judged as covered and would be switched off.',
          fix: 'Find out what is allocated in the admin centre; buy what is missing, or correct "processLicence".',
        },
      },
    },
  },
  check(context) {
    const { subject, edition, report, notChecked } = context
    const { users, flows, catalogue } = subject
    noteLacking(context, ['licence-requests-summed'], 'users', 'flows')
    noteLacking(context, ['licence-process-allocated'], 'subscriptions', 'flows')
    if (flows.length > 0 && flows.every(({ requestsPerDay }) => requestsPerDay === undefined)) {
      const lacking = 'Of no flow it is estimated how many requests it makes in 24 hours.'
      notChecked('licence-requests-summed', lacking, 'Give "requestsPerDay" of the flows.')
    }
    const read = createHoldingReader(catalogue)
    const owned = new Map<string, { sum: number; count: number }>()
    for (const flow of flows) {
      if (flow.owner === undefined || isPaidByRunners(flow) || flow.hasProcessLicence === true) continue
      const owner = flow.owner.toLowerCase()
      const { sum, count } = owned.get(owner) ?? { sum: 0, count: 0 }
      owned.set(owner, { sum: sum + (flow.requestsPerDay ?? 0), count: count + 1 })
    }
    for (const user of users) {
      const { sum = 0, count = 0 } = owned.get(user.id) ?? owned.get(user.name.toLowerCase()) ?? {}
      if (count < 2) continue
      const { list } = read(user)
      const limits = list.map(({ licenceClass, plan }) =>
        licenceClass === 'unsettled' || plan === 'off' ? 0 : rightsOf(licenceClass, edition).requests,
      )
      const limit = Math.max(0, ...limits)
      if (sum > limit && limit > 0)
        report('licence-requests-summed', user.at, { data: { count, name: user.name, sum, limit } })
    }
    reportAllocation(subject, report)
  },
})

/** Process licences that lie about, and flows that are said to have one where nobody bought any. */
function reportAllocation(
  { flows, subscriptions, catalogue }: CheckContext['subject'],
  report: CheckContext['report'],
) {
  const allocated = flows.filter(({ hasProcessLicence }) => hasProcessLicence === true)
  let held = 0
  for (const { skuId, seats, at } of subscriptions) {
    const sku = catalogue.skus.get(skuId)
    const isCapacity = sku?.licenceClass === 'process' || sku?.licenceClass === 'per-flow'
    if (sku === undefined || !isCapacity) continue
    // Where a list does not say how many there are, there may be some.
    held += seats ?? 1
    if (seats !== undefined && seats > 0 && flows.length > 0 && allocated.length === 0)
      report('licence-process-allocated', at, { data: { seats, name: sku.displayName } })
  }
  const [first] = allocated
  if (first === undefined || held > 0 || subscriptions.length === 0) return
  const names = listed(allocated.map(({ name }) => `"${name}"`))
  report('licence-process-allocated', first.at, { message: 'unbought', data: { flows: names } })
}
