import { type Catalogue, knownCatalogue } from '../catalogue/catalogue.ts'
import type { Edition, Profile } from '../engine/licensing-subject.ts'
import type { LicensedUser, Subscription } from '../licences/licence-list.ts'
import { type FlowNeed, flowNeed } from './flow-need.ts'
import type { FlowUse } from './flow-use.ts'
import { createHoldingReader, type Holdings } from './holding.ts'
import { type Circumstances, judgeApplication, judgeHoldings } from './judge-holdings.ts'
import type { EntitlementState, Outcome } from './outcome.ts'

/** The answer for one person and one flow. */
export interface Entitlement {
  readonly flow: FlowUse
  /** User name; the application's id where one owns the flow. */
  readonly who: string
  /** Nothing for an application, and for an account that the list does not have. */
  readonly user: LicensedUser | undefined
  readonly state: EntitlementState
  /** Rule, licence and what closes a gap; `reasonOf` words it. */
  readonly outcome: Outcome
}

/** What is asked. */
export interface EntitlementQuestion {
  readonly users: readonly LicensedUser[]
  /** Looked at once, in their order; a generator keeps memory independent of their number. */
  readonly flows: Iterable<FlowUse>
  /** What the tenant holds, to know whether Process licences may be allocated. */
  readonly subscriptions?: readonly Subscription[]
  readonly catalogue?: Catalogue
  /** `current` when left out. */
  readonly edition?: Edition
  /** `production` when left out: trials are not counted then. */
  readonly profile?: Profile
}

/** So many answers are kept; tenants have few kinds of holdings and flows few kinds of needs. */
const mostKept = 20_000

/**
 * Answers, for each flow and each person whose licence counts for it, whether it is covered: the owner of automated and
 * scheduled flows (each user where no owner is given), each runner of instant ones. One answer after the other, so that
 * neither many flows nor many users have to be held at once.
 */
export function* judgeEntitlements(question: EntitlementQuestion): Generator<Entitlement, void, undefined> {
  const { users, flows, catalogue = knownCatalogue(), edition = 'current', profile = 'production' } = question
  const circumstances = { edition, profile, tenantHasCapacity: hasCapacity(question.subscriptions ?? [], catalogue) }
  const people = createPeople(users, catalogue)
  const answers = createAnswers(circumstances)
  for (const flow of flows) {
    const need = flowNeed(flow)
    const names = payersOf(flow)
    if (flow.isOwnedByApplication && !isPaidByRunners(flow)) {
      const outcome = judgeApplication(need, circumstances)
      yield { flow, who: flow.owner ?? 'an application', user: undefined, state: outcome.state, outcome }
    } else if (names === undefined) {
      const outcomes = people.kinds.map((holdings) => answers(holdings, need))
      for (let at = 0; at < people.active.length; at += 1) {
        const user = people.active[at]
        const outcome = outcomes[people.kindOf[at] ?? 0]
        if (user !== undefined && outcome !== undefined)
          yield { flow, who: user.name, user, state: outcome.state, outcome }
      }
    } else {
      for (const name of names) {
        const user = people.find(name)
        const outcome = user === undefined ? notListed : answers(people.holdingsOf(user), need)
        yield { flow, who: user?.name ?? name, user, state: outcome.state, outcome }
      }
    }
  }
}

const notListed: Outcome = { state: 'ask', rule: 'person-not-listed', licence: undefined, closes: [] }

/** Whether the tenant holds capacity that could be allocated to flows, in products that are not suspended. */
export function hasCapacity(subscriptions: readonly Subscription[], catalogue: Catalogue): boolean {
  return subscriptions.some(({ skuId, seats, status }) => {
    const licenceClass = catalogue.skus.get(skuId)?.licenceClass
    return (
      (licenceClass === 'process' || licenceClass === 'per-flow') &&
      seats !== 0 &&
      !/^(suspended|deleted)$/i.test(status ?? '')
    )
  })
}

/** Instant flows are paid for by whoever runs them, all others by their owner. */
export function isPaidByRunners({ trigger }: FlowUse): boolean {
  return trigger === 'instant'
}

/** The names of those who pay; nothing for everybody. */
function payersOf(flow: FlowUse): readonly string[] | undefined {
  if (isPaidByRunners(flow)) return flow.runners === undefined ? undefined : [...new Set(flow.runners)]
  return flow.owner === undefined ? undefined : [flow.owner]
}

function createPeople(users: readonly LicensedUser[], catalogue: Catalogue) {
  const read = createHoldingReader(catalogue)
  const active = users.filter(({ isEnabled }) => isEnabled)
  const places = new Map<Holdings, number>()
  const kindOf = new Uint32Array(active.length)
  for (const [at, user] of active.entries()) {
    const holdings = read(user)
    const place = places.get(holdings) ?? places.size
    places.set(holdings, place)
    kindOf[at] = place
  }
  let byName: Map<string, LicensedUser> | undefined
  return {
    active,
    kinds: [...places.keys()],
    kindOf,
    holdingsOf: read,
    find(name: string): LicensedUser | undefined {
      byName ??= new Map(users.flatMap((user) => [user.id, user.name.toLowerCase()].map((key) => [key, user] as const)))
      return byName.get(name.toLowerCase())
    },
  }
}

function createAnswers(circumstances: Circumstances): (holdings: Holdings, need: FlowNeed) => Outcome {
  const kept = new Map<string, Outcome>()
  return (holdings, need) => {
    const key = `${need.key}\n${holdings.key}`
    let outcome = kept.get(key)
    if (outcome === undefined) {
      outcome = judgeHoldings(holdings, need, circumstances)
      if (kept.size >= mostKept) kept.clear()
      kept.set(key, outcome)
    }
    return outcome
  }
}
