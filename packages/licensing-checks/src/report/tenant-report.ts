import { type Catalogue, type CatalogueSource, knownCatalogue } from '../catalogue/catalogue.ts'
import { classNames } from '../catalogue/licence-class.ts'
import { type Source, sources } from '../data/sources.ts'
import type { Edition, Licensing, Profile } from '../engine/licensing-subject.ts'
import {
  type EntitlementRule,
  type EntitlementRuleId,
  entitlementRules,
  rankOf,
} from '../entitlement/entitlement-rules.ts'
import { flowNeed } from '../entitlement/flow-need.ts'
import type { ConnectorTier, FlowUse } from '../entitlement/flow-use.ts'
import { type Entitlement, judgeEntitlements } from '../entitlement/judge-entitlements.ts'
import { reasonOf } from '../entitlement/outcome.ts'
import { isReadWhole } from '../licences/is-read-whole.ts'
import { type Prices, type PurchasePlan, planPurchase } from '../plan/purchase-plan.ts'
import { counted, someOf } from './report-words.ts'

/** How many answers of each state there are. */
export interface StateCounts {
  readonly covered: number
  readonly ask: number
  readonly gap: number
}

/** A flow with how it stands. */
export interface FlowStanding extends StateCounts {
  readonly flow: string
  readonly tier: ConnectorTier
  /** What decides the tier, for example `shared_sql (premium)`, and whether that is assumed; nothing for standard flows of which it is not. */
  readonly because: string | undefined
}

/** A person's flows that are not covered, under one reason. */
export interface PersonStanding {
  readonly who: string
  readonly state: 'gap' | 'ask'
  readonly rule: string
  readonly reason: string
  readonly flows: readonly string[]
}

/** A rule by which answers were given, with where it is from. */
export interface UsedRule {
  readonly rule: EntitlementRuleId
  /** What it says, whichever licence it is about. */
  readonly says: string
  /** How many answers it decided. */
  readonly answers: number
  /** `low`: known at second hand, or our inference. */
  readonly confidence: 'documented' | 'low'
  readonly sources: readonly Source[]
}

/** A product that the tenant holds. */
export interface ProductStanding {
  readonly skuId: string
  readonly name: string
  /** Our own label, in words. */
  readonly licenceClass: string
  readonly seats: number | undefined
  readonly used: number | undefined
  readonly status: string | undefined
}

/** Everything a partner manager hands to a customer. */
export interface TenantReport {
  readonly version: 1
  readonly title: string
  readonly day: string | undefined
  readonly edition: Edition
  readonly profile: Profile
  /** Year and month of the newest source of the product list. */
  readonly catalogueVersion: string
  /** Where the products and their plans were read. */
  readonly catalogueSources: readonly CatalogueSource[]
  readonly users: number
  readonly counts: StateCounts
  readonly products: readonly ProductStanding[]
  readonly flows: readonly FlowStanding[]
  /** Gaps before questions, people by name. */
  readonly people: readonly PersonStanding[]
  readonly plan: PurchasePlan
  /** The rules that decided, in the order in which they speak. */
  readonly rules: readonly UsedRule[]
  /** What was not judged, because nothing says how much flows do; each a sentence. */
  readonly notJudged: readonly string[]
}

/** What a report is made with; everything has a default. */
export interface TenantReportOptions {
  /** For example the customer's name. */
  readonly title?: string
  readonly day?: string
  readonly edition?: Edition
  readonly profile?: Profile
  readonly prices?: Prices
  readonly catalogue?: Catalogue
}

/** Judges a tenant as a whole: how each flow stands, who lacks what and why, and what to buy. */
export function createTenantReport(licensing: Licensing, options: TenantReportOptions = {}): TenantReport {
  const { catalogue = knownCatalogue(), edition = 'current', profile = 'production', prices } = options
  const standings = new Standings(licensing.flows)
  const plan = planPurchase({
    entitlements: standings.watch(judgeEntitlements({ ...licensing, catalogue, edition, profile })),
    subscriptions: licensing.subscriptions,
    catalogue,
    ...(prices !== undefined && { prices }),
  })
  const flows = standings.flows()
  const sum = (state: keyof StateCounts) => flows.reduce((total, flow) => total + flow[state], 0)
  return {
    version: 1,
    title: options.title ?? 'Licences for Power Automate',
    day: options.day,
    edition,
    profile,
    catalogueVersion: catalogue.version,
    catalogueSources: catalogue.sources,
    users: licensing.users.length,
    counts: { covered: sum('covered'), ask: sum('ask'), gap: sum('gap') },
    products: licensing.subscriptions.map(({ skuId, name, seats, used, status }) => {
      const sku = catalogue.skus.get(skuId)
      const licenceClass = sku === undefined ? 'not known to bring Power Automate' : classNames[sku.licenceClass]
      return { skuId, name: sku?.displayName ?? name, licenceClass, seats, used, status }
    }),
    flows,
    people: standings.people(),
    plan,
    rules: standings.rules(),
    notJudged: [...leftOutOf(licensing), ...notJudgedOf(licensing.flows)],
  }
}

/** Who and what no answer is about: accounts that cannot sign in, and everything where a list is lacking. */
function leftOutOf({ users, flows, files }: Licensing): readonly string[] {
  const off = users.filter(({ isEnabled }) => !isEnabled).map(({ name }) => name)
  const unread = files.filter((file) => !isReadWhole(file)).map(({ file }) => file.path)
  return [
    ...(flows.length === 0 ? ['No list says which flows are meant to run, so nobody was judged.'] : []),
    ...(users.length === 0
      ? ['No list says who holds which licence, so whether anybody is covered is not known.']
      : []),
    ...(off.length === 0
      ? []
      : [
          `${counted(off.length, 'account')} cannot sign in and ${off.length === 1 ? 'is' : 'are'} judged only where a flow names them: ${someOf(off, 5)}.`,
        ]),
    ...(unread.length === 0 ? [] : [`Not everything in ${someOf(unread, 5)} could be read.`]),
  ]
}

/** Rights are judged without these amounts; whether the limits are kept is not. */
function notJudgedOf(flows: readonly FlowUse[]): readonly string[] {
  const lacking = (isKnown: (flow: FlowUse) => boolean) => flows.filter((flow) => !isKnown(flow)).length
  const said = (count: number, what: string) =>
    count === 0
      ? []
      : [
          `For ${count} of ${counted(flows.length, 'flow')} nothing says how many ${what}, so whether the limit is kept was not judged.`,
        ]
  return [
    ...said(
      lacking(({ requestsPerDay }) => requestsPerDay !== undefined),
      'requests there are in a day',
    ),
    ...said(
      lacking(({ actionsPerFiveMinutes }) => actionsPerFiveMinutes !== undefined),
      'actions there are in five minutes',
    ),
  ]
}

interface GrowingPerson extends Omit<PersonStanding, 'flows'> {
  readonly flows: string[]
}

/** Counts answers while they pass by, so that they are asked for once. */
class Standings {
  readonly #flows = new Map<FlowUse, { covered: number; ask: number; gap: number }>()
  readonly #people = new Map<string, GrowingPerson>()
  readonly #rules = new Map<EntitlementRuleId, number>()

  constructor(flows: readonly FlowUse[]) {
    for (const flow of flows) this.#flows.set(flow, { covered: 0, ask: 0, gap: 0 })
  }

  *watch(entitlements: Iterable<Entitlement>): Generator<Entitlement, void, undefined> {
    for (const entitlement of entitlements) {
      const { flow, who, state, outcome } = entitlement
      const counts = this.#flows.get(flow)
      if (counts !== undefined) counts[state] += 1
      this.#rules.set(outcome.rule, (this.#rules.get(outcome.rule) ?? 0) + 1)
      if (state !== 'covered') {
        const key = `${who}\n${state}\n${outcome.rule}\n${outcome.licence ?? ''}`
        const person = this.#people.get(key)
        if (person === undefined)
          this.#people.set(key, { who, state, rule: outcome.rule, reason: reasonOf(outcome), flows: [flow.name] })
        else person.flows.push(flow.name)
      }
      yield entitlement
    }
  }

  flows(): readonly FlowStanding[] {
    return [...this.#flows].map(([flow, counts]) => {
      const { tier, isTierAssumed } = flowNeed(flow)
      const because = isTierAssumed && tier === 'standard' ? 'standard, assumed' : decisiveOf(flow, tier)
      return { flow: flow.name, tier, because, ...counts }
    })
  }

  rules(): readonly UsedRule[] {
    return [...this.#rules]
      .sort(([one], [other]) => rankOf(one) - rankOf(other))
      .map(([rule, answers]) => {
        const { confidence, sources: keys }: EntitlementRule = entitlementRules[rule]
        const says = reasonOf({ rule, licence: 'the licence' })
        return { rule, says, answers, confidence: confidence ?? 'documented', sources: keys.map((key) => sources[key]) }
      })
  }

  people(): readonly PersonStanding[] {
    const rank = ({ state }: PersonStanding) => (state === 'gap' ? 0 : 1)
    return [...this.#people.values()].sort(
      (one, other) => rank(one) - rank(other) || compare(one.who, other.who) || compare(one.rule, other.rule),
    )
  }
}

/** What makes a flow more than standard; a connector that was looked up decides before one whose tier is assumed. */
function decisiveOf({ connectors }: FlowUse, tier: ConnectorTier): string | undefined {
  if (tier === 'standard') return undefined
  const deciding = connectors.filter((connector) => connector.tier === tier)
  const decisive = deciding.find(({ isTierAssumed }) => !isTierAssumed) ?? deciding[0]
  if (decisive === undefined) return 'a gateway'
  return `${decisive.id} (${tier}${tier !== 'unknown' && decisive.isTierAssumed ? ', assumed' : ''})`
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
