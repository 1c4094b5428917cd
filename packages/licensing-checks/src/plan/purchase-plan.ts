import { type Catalogue, knownCatalogue } from '../catalogue/catalogue.ts'
import type { LicenceClass } from '../catalogue/licence-class.ts'
import type { Entitlement } from '../entitlement/judge-entitlements.ts'
import { products, requestsOfProcess } from '../entitlement/rights.ts'
import type { Subscription } from '../licences/licence-list.ts'
import { fewestCover } from './fewest-cover.ts'
import { type Gaps, gatherGaps } from './gather-gaps.ts'
import { checksOfPlan, type IdleSeats } from './plan-checks.ts'

/** A price as the partner gives it; we know none. */
export interface Price {
  /** For one licence and one billing period. */
  readonly amount: number
  readonly currency: string
}

/** Prices of the two products; without both, licences are counted instead. */
export interface Prices {
  readonly perUser?: Price
  readonly perProcess?: Price
}

/** A licence to buy or assign, and for what. */
export interface PlannedLicence {
  readonly product: 'per-user' | 'per-process'
  readonly skuId: string
  readonly name: string
  /** User name for a licence per user, flow for one per process. */
  readonly for: string
  /** More than one where a flow needs several Process licences on top of each other. */
  readonly quantity: number
}

/** One way to close all gaps that licences close. None of its licences can be dropped. */
export interface PlanAlternative {
  readonly id: 'per-user' | 'per-process' | 'mixed'
  readonly licences: readonly PlannedLicence[]
  readonly perUser: number
  readonly perProcess: number
  /** Of the licences per user, so many are held and not assigned: they need not be bought. */
  readonly seatsLeft: number
  /** People for whom Power Automate Free is enough in this way, and who get a licence of their own in another. */
  readonly alsoFree: readonly string[]
  /** Nothing where prices are missing, or have two currencies. */
  readonly total: Price | undefined
}

/** What to do about gaps. */
export interface PurchasePlan {
  /** The cheapest first, as far as prices are known; else the one with the fewest licences. */
  readonly alternatives: readonly PlanAlternative[]
  /** Plans that an administrator only has to switch on. */
  readonly switchOn: readonly { readonly who: string; readonly licence: string }[]
  /** People for whom Power Automate Free is enough in every way. */
  readonly assignFree: readonly string[]
  /** Gaps that no licence closes. */
  readonly unclosable: readonly { readonly who: string; readonly flow: string; readonly rule: string }[]
  /** Answers that a person has to find first; they may add licences. */
  readonly open: number
  /** What a person has to check before buying. */
  readonly checks: readonly string[]
}

/** What a plan is made from. */
export interface PlanInput {
  readonly entitlements: Iterable<Entitlement>
  readonly subscriptions?: readonly Subscription[]
  readonly catalogue?: Catalogue
  readonly prices?: Prices
}

/** Plans what to buy so that every gap is closed, in up to three ways. */
export function planPurchase({
  entitlements,
  subscriptions = [],
  catalogue = knownCatalogue(),
  prices = {},
}: PlanInput): PurchasePlan {
  const gaps = gatherGaps(entitlements)
  const seatsLeft = seatsOfPremium(subscriptions, catalogue)
  const choices: readonly Choice[] = [
    { id: 'per-user', users: [...gaps.users.keys()], flows: [] },
    { id: 'per-process', users: [], flows: gaps.openFlows },
    ...mixedChoice(gaps, prices),
  ]
  const alternatives = choices.map((choice) => alternativeOf(choice, gaps, { prices, seatsLeft }))
  const distinct = alternatives.filter(
    (one, at) => one.licences.length > 0 && alternatives.findIndex((other) => sameLicences(one, other)) === at,
  )
  const given = distinct.map(peopleOf)
  const everywhere = gaps.assignFree.filter((who) => !given.some((people) => people.has(who)))
  const elsewhere = gaps.assignFree.filter((who) => given.some((people) => people.has(who)))
  const ways = distinct.map((way, at) => ({
    ...way,
    alsoFree: elsewhere.filter((who) => given[at]?.has(who) !== true),
  }))
  return {
    alternatives: ways.sort(compareCost),
    switchOn: gaps.switchOn,
    assignFree: everywhere,
    unclosable: gaps.unclosable,
    open: gaps.open,
    checks: checksOfPlan(ways, gaps, idleSeats(subscriptions, catalogue)),
  }
}

/** Who gets a licence of their own in a way, which is more than the free one. */
function peopleOf({ licences }: PlanAlternative): ReadonlySet<string> {
  return new Set(licences.flatMap((each) => (each.product === 'per-user' ? [each.for] : [])))
}

interface Choice {
  readonly id: PlanAlternative['id']
  readonly users: readonly number[]
  readonly flows: readonly number[]
}

/** Above so many pairs of users and flows the mixed way is left out rather than taking long. */
const mostPairs = 500_000

function mixedChoice(gaps: Gaps, prices: Prices): readonly Choice[] {
  const groups = gaps.groups
  const pairs = groups.map(({ flows }) => flows)
  if (groups.length === 0 || pairs.reduce((sum, { length }) => sum + length, 0) > mostPairs) return []
  const { perUser, perProcess } = weightsOf(prices)
  const cover = fewestCover(
    groups.map(({ users }) => ({ weight: users.length * perUser })),
    gaps.flows.map(({ requests }) => ({ weight: stackOf(requests) * perProcess })),
    pairs,
  )
  const users = cover.left.flatMap((at) => groups[at]?.users ?? [])
  return [{ id: 'mixed', users, flows: cover.right }]
}

/** Prices weigh where both are known in one currency; else every licence weighs the same. */
function weightsOf({ perUser, perProcess }: Prices): { readonly perUser: number; readonly perProcess: number } {
  const isPriced = perUser !== undefined && perProcess !== undefined && perUser.currency === perProcess.currency
  if (!isPriced || !(perUser.amount > 0) || !(perProcess.amount > 0)) return { perUser: 1, perProcess: 1 }
  return { perUser: perUser.amount, perProcess: perProcess.amount }
}

/** How many Process licences a flow needs on top of each other for its requests. */
function stackOf(requests: number): number {
  return Math.max(1, Math.ceil(requests / requestsOfProcess))
}

function alternativeOf(
  { id, users, flows }: Choice,
  gaps: Gaps,
  { prices, seatsLeft }: { readonly prices: Prices; readonly seatsLeft: number },
): PlanAlternative {
  const people = [...gaps.forcedUsers, ...users.map((at) => gaps.users[at] ?? '')]
  const processes = [...gaps.forcedFlows, ...flows.flatMap((at) => gaps.flows[at] ?? [])]
  const { perUser, perProcess } = products
  const licences: PlannedLicence[] = [
    ...people.map(
      (name) => ({ product: 'per-user', skuId: perUser.skuId, name: perUser.name, for: name, quantity: 1 }) as const,
    ),
    ...processes.map(
      ({ name, requests }) =>
        ({
          product: 'per-process',
          skuId: perProcess.skuId,
          name: perProcess.name,
          for: name,
          quantity: stackOf(requests),
        }) as const,
    ),
  ]
  const counts = {
    perUser: people.length,
    perProcess: processes.reduce((sum, { requests }) => sum + stackOf(requests), 0),
  }
  const used = Math.min(seatsLeft, counts.perUser)
  return {
    id,
    licences,
    ...counts,
    seatsLeft: used,
    alsoFree: [],
    total: totalOf({ ...counts, perUser: counts.perUser - used }, prices),
  }
}

function totalOf(counts: { readonly perUser: number; readonly perProcess: number }, prices: Prices): Price | undefined {
  const parts = [
    { count: counts.perUser, price: prices.perUser },
    { count: counts.perProcess, price: prices.perProcess },
  ].filter(({ count }) => count > 0)
  const currency = (prices.perUser ?? prices.perProcess)?.currency
  if (currency === undefined || parts.some(({ price }) => price?.currency !== currency)) return undefined
  const amount = parts.reduce((sum, { count, price }) => sum + count * (price?.amount ?? 0), 0)
  return { amount: Math.round(amount * 100) / 100, currency }
}

/** By price where both have one, a known price before an unknown one, then by the number of licences to buy. */
function compareCost(one: PlanAlternative, other: PlanAlternative): number {
  const amounts = [one.total?.amount, other.total?.amount] as const
  if (amounts[0] !== undefined && amounts[1] !== undefined) return amounts[0] - amounts[1]
  if (amounts[0] !== undefined || amounts[1] !== undefined) return amounts[0] !== undefined ? -1 : 1
  return boughtOf(one) - boughtOf(other)
}

function boughtOf({ perUser, perProcess, seatsLeft }: PlanAlternative): number {
  return perUser - seatsLeft + perProcess
}

function sameLicences(one: PlanAlternative, other: PlanAlternative): boolean {
  const text = ({ licences }: PlanAlternative) =>
    JSON.stringify(licences.map((each) => [each.product, each.for]).sort())
  return one.perUser === other.perUser && one.perProcess === other.perProcess && text(one) === text(other)
}

/** Seats of Power Automate Premium that are held and not assigned. */
function seatsOfPremium(subscriptions: readonly Subscription[], catalogue: Catalogue): number {
  return seatsOf('premium-user', subscriptions, catalogue).reduce((sum, { left }) => sum + left, 0)
}

/** Products per user that are sold no more, cover cloud flows as Premium does, and have seats that nobody has. */
function idleSeats(subscriptions: readonly Subscription[], catalogue: Catalogue): readonly IdleSeats[] {
  return seatsOf('per-user', subscriptions, catalogue).filter(({ left }) => left > 0)
}

function seatsOf(
  licenceClass: LicenceClass,
  subscriptions: readonly Subscription[],
  catalogue: Catalogue,
): readonly IdleSeats[] {
  return subscriptions.flatMap(({ skuId, seats = 0, used = 0, status }) => {
    const sku = catalogue.skus.get(skuId)
    if (sku?.licenceClass !== licenceClass || /^(suspended|deleted|lockedout)$/i.test(status ?? '')) return []
    return [{ name: sku.displayName, left: Math.max(0, seats - used) }]
  })
}
