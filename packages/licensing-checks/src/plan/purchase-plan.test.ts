import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkLicences } from '../engine/check-licences.ts'
import { judgeEntitlements } from '../entitlement/judge-entitlements.ts'
import { readLicenceFile } from '../licences/read-licence-file.ts'
import { flowWith, licenceDetail, listText, subscribedSku, userWith } from '../testing/given-list.ts'
import { fewestCover } from './fewest-cover.ts'
import { type PlanAlternative, type Prices, planPurchase } from './purchase-plan.ts'

/** A tenant in which user `u{i}` runs the flows of list i, nobody holds anything, and every flow is custom. */
function planOf(runs: readonly (readonly number[])[], prices?: Prices, seats = 0) {
  const names = runs.map((_, at) => `u${at}@contoso.example`)
  const count = Math.max(0, ...runs.flat()) + 1
  const flows = Array.from({ length: count }, (_, flow) => {
    const runners = names.filter((_, at) => runs[at]?.includes(flow) === true)
    return flowWith({ name: `F${flow}`, owner: undefined, trigger: 'instant', runners })
  })
  const users = names.map((userPrincipalName) => userWith([licenceDetail('business')], { userPrincipalName }))
  const list = { users, flows, subscribedSkus: [subscribedSku('premium', seats, 0)] }
  const { licensing } = checkLicences([readLicenceFile('l.json', listText({ list }))])
  const entitlements = judgeEntitlements(licensing)
  const { subscriptions } = licensing
  return planPurchase({ entitlements, subscriptions, ...(prices !== undefined && { prices }) })
}

const runsOf = fc.array(fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 6 })

/** The pairs that a set of licences leaves open. */
function openPairs(runs: readonly (readonly number[])[], bought: PlanAlternative['licences']): number {
  const covers = new Set(bought.map((each) => each.for))
  return runs.flatMap((flows, user) =>
    flows.filter((flow) => !covers.has(`u${user}@contoso.example`) && !covers.has(`F${flow}`)),
  ).length
}

describe('a plan', () => {
  test('closes every gap, and none of its licences can be dropped', () => {
    fc.assert(
      fc.property(runsOf, (runs) => {
        for (const { licences } of planOf(runs).alternatives) {
          expect(openPairs(runs, licences)).toBe(0)
          for (const dropped of licences)
            expect(
              openPairs(
                runs,
                licences.filter((each) => each !== dropped),
              ),
            ).toBeGreaterThan(0)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('puts the cheapest way first, by the partner’s own prices', () => {
    const prices = { perUser: { amount: 15, currency: 'EUR' }, perProcess: { amount: 150, currency: 'EUR' } }
    const [first] = planOf([[0], [0], [0]], prices).alternatives
    expect(first).toMatchObject({ id: 'per-user', perUser: 3, perProcess: 0, total: { amount: 45, currency: 'EUR' } })
    const many = planOf(
      Array.from({ length: 12 }, () => [0]),
      prices,
    ).alternatives
    expect(many[0]).toMatchObject({ perUser: 0, perProcess: 1, total: { amount: 150, currency: 'EUR' } })
  })

  test('mixes where one flow has many people and one person many flows', () => {
    const [first] = planOf([[0], [0], [0], [1, 2, 3, 4]]).alternatives
    expect(first).toMatchObject({ id: 'mixed', perUser: 1, perProcess: 1 })
    expect(first?.licences.map((each) => each.for)).toEqual(['u3@contoso.example', 'F0'])
  })

  test('counts seats that are held and not assigned, and no price in two currencies', () => {
    const prices = { perUser: { amount: 10, currency: 'EUR' } }
    const [first] = planOf([[0], [1]], prices, 1).alternatives
    expect(first).toMatchObject({ perUser: 2, seatsLeft: 1, total: { amount: 10, currency: 'EUR' } })
    const two = { ...prices, perProcess: { amount: 1, currency: 'USD' } }
    expect(
      planOf([[0], [0], [0], [1, 2, 3, 4]], two).alternatives.find(({ id }) => id === 'mixed')?.total,
    ).toBeUndefined()
  })

  test('asks for nothing that costs where a plan is only switched off, or the free licence is enough', () => {
    const list = {
      users: [
        userWith([licenceDetail('premium', 'Disabled')]),
        userWith([], { userPrincipalName: 'bo@contoso.example' }),
      ],
      flows: [
        flowWith(),
        flowWith({
          name: 'Standard',
          connectors: [{ id: 'shared_office365', tier: 'standard' }],
          owner: 'bo@contoso.example',
        }),
      ],
    }
    const { licensing } = checkLicences([readLicenceFile('l.json', listText({ list }))])
    const plan = planPurchase({ entitlements: judgeEntitlements(licensing) })
    expect(plan.alternatives).toEqual([])
    expect(plan.switchOn).toEqual([{ who: 'ada@contoso.example', licence: 'Power Automate Premium' }])
    expect(plan.assignFree).toEqual(['bo@contoso.example'])
  })

  test('the free licence is for whom no way gives more, and is named with the ways in which it is needed', () => {
    const ada = 'ada@contoso.example'
    const bo = userWith([], { userPrincipalName: 'bo@contoso.example', usageLocation: null })
    const standard = { connectors: [{ id: 'shared_office365', tier: 'standard' }], trigger: 'scheduled' }
    const list = {
      users: [userWith([]), bo],
      flows: [
        flowWith({ name: 'Custom', owner: ada }),
        flowWith({ name: 'Standard', owner: ada, ...standard }),
        flowWith({ name: 'Other', owner: 'bo@contoso.example', ...standard }),
      ],
      subscribedSkus: [{ ...subscribedSku('premium', 3, 1), skuId: '4a51bf65-409c-4a91-b845-1121b571cc9d' }],
    }
    const { licensing } = checkLicences([readLicenceFile('l.json', listText({ list }))])
    const { subscriptions } = licensing
    const plan = planPurchase({ entitlements: judgeEntitlements(licensing), subscriptions })
    expect(plan.assignFree).toEqual(['bo@contoso.example'])
    expect(plan.alternatives.map(({ id, alsoFree }) => [id, alsoFree])).toEqual([
      ['per-user', []],
      ['per-process', [ada]],
    ])
    expect(plan.checks).toContainEqual(
      expect.stringMatching(/^Nothing can be assigned to bo@contoso\.example until the account has a usage location/),
    )
    expect(plan.checks).toContainEqual(
      expect.stringMatching(/^2 seats of Power Automate per user plan are held and not assigned\. /),
    )
  })

  test('says how each open question is answered, each way once', () => {
    const people = [
      userWith([{ name: 'Power Automate Premium' }]),
      userWith([], { userPrincipalName: 'bo@contoso.example' }),
    ]
    const flows = [flowWith({ owner: 'ada@contoso.example' }), flowWith({ name: 'G', owner: 'gone@contoso.example' })]
    const { licensing } = checkLicences([
      readLicenceFile('l.json', listText({ list: { users: people, flows, subscribedSkus: [] } })),
    ])
    const plan = planPurchase({ entitlements: judgeEntitlements(licensing) })
    expect(plan.open).toBe(2)
    expect(plan.checks[0]).toMatch(/^2 questions are open\. /)
    expect(plan.checks.filter((check) => check.includes('/v1.0/users?$select='))).toHaveLength(1)
  })

  test('stacks Process licences for many requests, and says what no licence closes', () => {
    const list = {
      users: [userWith([])],
      flows: [flowWith({ requestsPerDay: 600_000 }), flowWith({ name: 'Fast', actionsPerFiveMinutes: 200_000 })],
    }
    const { licensing } = checkLicences([readLicenceFile('l.json', listText({ list }))])
    const plan = planPurchase({ entitlements: judgeEntitlements(licensing) })
    expect(plan.alternatives).toMatchObject([{ perUser: 0, perProcess: 3 }])
    expect(plan.unclosable).toEqual([{ who: 'ada@contoso.example', flow: 'Fast', rule: 'five-minute-limit' }])
  })
})

test('the cover is the cheapest there is', () => {
  const weights = fc.array(
    fc.integer({ min: 1, max: 9 }).map((weight) => ({ weight })),
    { minLength: 1, maxLength: 5 },
  )
  fc.assert(
    fc.property(weights, weights, fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 12 }), (left, right, given) => {
      const pairs = left.map((_, at) => [
        ...new Set(given.filter(([one, other]) => one === at && other < right.length).map(([, other]) => other)),
      ])
      const cover = fewestCover(left, right, pairs)
      const cost = (side: readonly { weight: number }[], chosen: readonly number[]) =>
        chosen.reduce((sum, at) => sum + (side[at]?.weight ?? 0), 0)
      const isCovered = (ones: readonly number[], others: readonly number[]) =>
        pairs.every((partners, one) => partners.every((other) => ones.includes(one) || others.includes(other)))
      expect(isCovered(cover.left, cover.right)).toBe(true)
      let cheapest = Number.POSITIVE_INFINITY
      for (let choice = 0; choice < 2 ** left.length; choice += 1) {
        const ones = left.map((_, at) => at).filter((at) => (choice & (1 << at)) !== 0)
        const others = [...new Set(pairs.flatMap((partners, one) => (ones.includes(one) ? [] : partners)))]
        cheapest = Math.min(cheapest, cost(left, ones) + cost(right, others))
      }
      expect(cost(left, cover.left) + cost(right, cover.right)).toBe(cheapest)
    }),
    { numRuns: 300 },
  )
})
