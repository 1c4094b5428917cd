import fc from 'fast-check'
import { expect, test } from 'vitest'
import { knownCatalogue } from '../catalogue/catalogue.ts'
import type { FlowUse } from '../entitlement/flow-use.ts'
import { type Entitlement, judgeEntitlements } from '../entitlement/judge-entitlements.ts'
import { products } from '../entitlement/rights.ts'
import { heldLicence } from '../licences/held-licence.ts'
import type { HeldLicence, LicensedUser } from '../licences/licence-list.ts'
import { type PlanAlternative, planPurchase } from './purchase-plan.ts'

const at = { path: 'list' }
const catalogue = knownCatalogue()
const licence = (skuId: string, others: HeldLicence['others'] = 'on'): HeldLicence =>
  heldLicence({ skuId, name: catalogue.skus.get(skuId)?.displayName ?? skuId, matchedBy: 'id', others, at })

const users: fc.Arbitrary<readonly LicensedUser[]> = fc
  .array(
    fc.array(fc.tuple(fc.constantFrom(...catalogue.skus.keys()), fc.constantFrom('on' as const, 'off' as const)), {
      maxLength: 2,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((all) =>
    all.map((held, index): LicensedUser => {
      const name = `u${index}@contoso.example`
      const licences = held.map(([skuId, others]) => licence(skuId, others))
      const rest = { isGuest: false, isEnabled: true, usageLocation: 'NL', saysAssignments: true, assignmentErrors: [] }
      return { id: name, name, ...rest, licences, at }
    }),
  )
const flows: fc.Arbitrary<readonly FlowUse[]> = fc
  .array(
    fc.record({
      connectors: fc
        .constantFrom('standard' as const, 'premium' as const, 'custom' as const)
        .map((tier) => [{ id: 'shared_fleetdesk', tier, isTierAssumed: false, at }]),
      trigger: fc.constantFrom('automated' as const, 'scheduled' as const, 'instant' as const),
      requestsPerDay: fc.constantFrom(0, 7000, 50_000, 300_000),
      actionsPerFiveMinutes: fc.constantFrom(10, 200_000),
      context: fc.record({ powerApp: fc.boolean(), dynamics: fc.boolean(), teams: fc.constant(false) }),
      usesGateway: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) =>
    all.map((flow, index): FlowUse => {
      const fixed = { isOwnedByApplication: false, isPayAsYouGo: false, desktop: 'none', isShared: false } as const
      const open = { owner: undefined, runners: undefined, hasProcessLicence: undefined }
      return { name: `F${index}`, ...fixed, ...open, ...flow, at }
    }),
  )

/** The tenant after what a plan costs nothing for is done, and one way of it was bought and handed out. */
function carriedOut(
  tenant: { readonly users: readonly LicensedUser[]; readonly flows: readonly FlowUse[] },
  free: Pick<ReturnType<typeof planPurchase>, 'switchOn' | 'assignFree'>,
  bought: PlanAlternative['licences'],
) {
  const given = (name: string) => [
    ...bought.filter((one) => one.product === 'per-user' && one.for === name).map(({ skuId }) => licence(skuId)),
    ...(free.assignFree.includes(name) ? [licence('f30db892-07e9-47e9-837c-80727f46fd3d')] : []),
  ]
  return {
    users: tenant.users.map((user) => ({
      ...user,
      licences: [
        ...user.licences.map((held) =>
          free.switchOn.some(({ who, licence: name }) => who === user.name && name === held.name)
            ? licence(held.skuId ?? '')
            : held,
        ),
        ...given(user.name),
      ],
    })),
    flows: tenant.flows.map((flow) =>
      bought.some((one) => one.product === 'per-process' && one.for === flow.name)
        ? { ...flow, hasProcessLicence: true, requestsPerDay: 0 }
        : flow,
    ),
    subscriptions: [],
  }
}

/** What costs nothing in one way of a plan. */
function freeIn(plan: ReturnType<typeof planPurchase>, { alsoFree }: Pick<PlanAlternative, 'alsoFree'>) {
  return { switchOn: plan.switchOn, assignFree: [...plan.assignFree, ...alsoFree] }
}

const gapsOf = (entitlements: Iterable<Entitlement>) =>
  [...entitlements].flatMap(({ state, who, flow }) => (state === 'gap' ? [`${who} ${flow.name}`] : [])).sort()

test('a plan that is carried out leaves only the gaps that it says no licence closes', () => {
  fc.assert(
    fc.property(users, flows, (people, uses) => {
      const tenant = { users: people, flows: uses }
      const plan = planPurchase({ entitlements: judgeEntitlements({ ...tenant, subscriptions: [] }) })
      const lost = plan.unclosable.map(({ who, flow }) => `${who} ${flow}`).sort()
      const ways = plan.alternatives.length === 0 ? [{ licences: [], alsoFree: [] }] : plan.alternatives
      for (const way of ways) {
        expect(gapsOf(judgeEntitlements(carriedOut(tenant, freeIn(plan, way), way.licences)))).toEqual(lost)
        const given = way.licences.flatMap((one) => (one.product === 'per-user' ? [one.for] : []))
        expect([...plan.assignFree, ...way.alsoFree].filter((who) => given.includes(who))).toEqual([])
      }
    }),
    { numRuns: 1000 },
  )
})

const notCovered = (entitlements: Iterable<Entitlement>) =>
  [...entitlements].filter(({ state }) => state !== 'covered').length

test('a licence left out of it leaves somebody more who is not covered for sure', () => {
  fc.assert(
    fc.property(users, flows, (people, uses) => {
      const tenant = { users: people, flows: uses }
      const plan = planPurchase({ entitlements: judgeEntitlements({ ...tenant, subscriptions: [] }) })
      for (const { licences, alsoFree } of plan.alternatives) {
        const free = freeIn(plan, { alsoFree })
        const all = notCovered(judgeEntitlements(carriedOut(tenant, free, licences)))
        for (const left of licences) {
          const rest = licences.filter((each) => each !== left)
          const fewer = notCovered(judgeEntitlements(carriedOut(tenant, free, rest)))
          expect(fewer, `${left.product} for ${left.for}`).toBeGreaterThan(all)
        }
      }
    }),
    { numRuns: 1000 },
  )
})

test('what is bought is what closes gaps today', () => {
  for (const { skuId, name } of Object.values(products)) expect(catalogue.skus.get(skuId)?.displayName).toBe(name)
})
