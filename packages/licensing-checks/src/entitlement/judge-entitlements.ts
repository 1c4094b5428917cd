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

/** One answer for a flow, with everybody for whom it is the same. */
export interface FlowAnswer {
  readonly outcome: Outcome
  /** People of the list. */
  readonly users: readonly LicensedUser[]
  /** Who pays and is not in the list: an application, or an account that was not listed. */
  readonly others: readonly string[]
}

/** Everything that is answered about one flow. */
export interface FlowAnswers {
  readonly flow: FlowUse
  readonly answers: readonly FlowAnswer[]
}

/** So many answers are kept; tenants have few kinds of holdings and flows few kinds of needs. */
const mostKept = 20_000

/**
 * Answers, for each flow and each person whose licence counts for it, whether it is covered: the owner of automated and
 * scheduled flows (each user where no owner is given), each runner of instant ones, both where nobody said how a flow begins. One flow after the other, so that
 * many flows never have to be held at once; people with the same answer come together, so that many people cost little.
 */
export function* judgeFlows(question: EntitlementQuestion): Generator<FlowAnswers, void, undefined> {
  const { users, flows, catalogue = knownCatalogue(), edition = 'current', profile = 'production' } = question
  const circumstances = { edition, profile, tenantHasCapacity: hasCapacity(question.subscriptions ?? [], catalogue) }
  const people = createPeople(users, catalogue)
  const answerOf = createAnswers(circumstances)
  for (const flow of flows) {
    const need = flowNeed(flow)
    const answer = (holdings: Holdings) => answerOf(holdings, need)
    const ofRunners = () =>
      answersFor(flow.runners === undefined ? undefined : [...new Set(flow.runners)], people, answer)
    const ofOwner = () =>
      flow.isOwnedByApplication
        ? [applicationAnswer(flow, need, circumstances)]
        : answersFor(flow.owner === undefined ? undefined : [flow.owner], people, answer)
    if (isPaidByRunners(flow)) yield { flow, answers: ofRunners() }
    else if (flow.trigger !== 'unknown' || isEverybodys(flow)) yield { flow, answers: ofOwner() }
    else yield { flow, answers: answersOfEitherPayer(ofOwner(), ofRunners()) }
  }
}

/** The same, one person after the other. */
export function judgeEntitlements(question: EntitlementQuestion): IterableIterator<Entitlement, void, undefined> {
  return new OneByOne(judgeFlows(question))
}

/** By hand and no generator: there may be millions of answers, and to leave and enter one takes longer than making them. */
class OneByOne implements IterableIterator<Entitlement, void, undefined> {
  readonly #flows: Generator<FlowAnswers, void, undefined>
  #current: FlowAnswers | undefined
  #answer = 0
  #person = 0

  constructor(flows: Generator<FlowAnswers, void, undefined>) {
    this.#flows = flows
  }

  [Symbol.iterator](): this {
    return this
  }

  next(): IteratorResult<Entitlement, void> {
    for (;;) {
      const answer = this.#current?.answers[this.#answer]
      if (this.#current === undefined || answer === undefined) {
        const { value } = this.#flows.next()
        if (value === undefined) return { done: true, value: undefined }
        this.#current = value
        this.#answer = 0
        continue
      }
      const { flow } = this.#current
      const { outcome, users, others } = answer
      const user = users[this.#person]
      const who = user?.name ?? others[this.#person - users.length]
      if (who !== undefined) {
        this.#person += 1
        return { done: false, value: { flow, who, user, state: outcome.state, outcome } }
      }
      this.#answer += 1
      this.#person = 0
    }
  }

  /** Whoever stops early leaves the flows as they are. */
  return(): IteratorResult<Entitlement, void> {
    this.#flows.return()
    this.#current = undefined
    return { done: true, value: undefined }
  }
}

type Answering = (holdings: Holdings) => Outcome

/** The answers for some people, by name; for everybody who can sign in where nobody is named. */
function answersFor(names: readonly string[] | undefined, people: People, answer: Answering): readonly FlowAnswer[] {
  if (names === undefined)
    return people.kinds.map(([holdings, kind]) => ({ outcome: answer(holdings), users: kind, others: [] }))
  return names.map((name) => {
    const user = people.find(name)
    if (user === undefined) return { outcome: notListed, users: [], others: [name] }
    return { outcome: answer(people.holdingsOf(user)), users: [user], others: [] }
  })
}

function applicationAnswer(flow: FlowUse, need: FlowNeed, circumstances: Circumstances): FlowAnswer {
  return { outcome: judgeApplication(need, circumstances), users: [], others: [flow.owner ?? 'an application'] }
}

/**
 * Where nobody said how a flow begins, its owner may pay or whoever runs it: both have to be covered. What only one of
 * the two lacks is a question, since it may turn out that the other pays.
 */
function answersOfEitherPayer(ofOwner: readonly FlowAnswer[], ofRunners: readonly FlowAnswer[]): readonly FlowAnswer[] {
  const [owners, runners] = [peopleIn(ofOwner), peopleIn(ofRunners)]
  const answered = new Set<LicensedUser | string>()
  return [...ofOwner, ...ofRunners].flatMap(({ outcome, users, others }) => {
    const left = {
      users: users.filter((user) => !answered.has(user)),
      others: others.filter((who) => !answered.has(who)),
    }
    for (const who of [...left.users, ...left.others]) answered.add(who)
    const isSure = (who: LicensedUser | string) => outcome.state !== 'gap' || (owners.has(who) && runners.has(who))
    return [
      { outcome, users: left.users.filter(isSure), others: left.others.filter(isSure) },
      {
        outcome: { state: 'ask', rule: 'trigger-unknown', licence: outcome.licence, closes: [] } as const,
        users: left.users.filter((user) => !isSure(user)),
        others: left.others.filter((who) => !isSure(who)),
      },
    ].filter((part) => part.users.length + part.others.length > 0)
  })
}

function peopleIn(answers: readonly FlowAnswer[]): ReadonlySet<LicensedUser | string> {
  return new Set(answers.flatMap(({ users, others }) => [...users, ...others]))
}

const notListed: Outcome = { state: 'ask', rule: 'person-not-listed', licence: undefined, closes: [] }

/** Whether the tenant holds capacity that could be allocated to flows, in products that are not suspended. */
function hasCapacity(subscriptions: readonly Subscription[], catalogue: Catalogue): boolean {
  return subscriptions.some(({ skuId, seats, status }) => {
    const licenceClass = catalogue.skus.get(skuId)?.licenceClass
    return (
      (licenceClass === 'process' || licenceClass === 'per-flow') &&
      seats !== 0 &&
      !/^(suspended|deleted)$/i.test(status ?? '')
    )
  })
}

/** Instant flows are paid for by whoever runs them, all others by their owner; of unknown ones nobody knows. */
export function isPaidByRunners({ trigger }: FlowUse): boolean {
  return trigger === 'instant'
}

/** Whether everybody owns a copy and everybody runs it, so that it does not matter who of the two pays. */
function isEverybodys({ owner, runners, isOwnedByApplication }: FlowUse): boolean {
  return owner === undefined && runners === undefined && !isOwnedByApplication
}

interface People {
  /** People who can sign in, by what they hold. */
  readonly kinds: readonly (readonly [Holdings, readonly LicensedUser[]])[]
  readonly holdingsOf: (user: LicensedUser) => Holdings
  readonly find: (name: string) => LicensedUser | undefined
}

function createPeople(users: readonly LicensedUser[], catalogue: Catalogue): People {
  const read = createHoldingReader(catalogue)
  const kinds = new Map<Holdings, LicensedUser[]>()
  for (const user of users) {
    if (!user.isEnabled) continue
    const holdings = read(user)
    const kind = kinds.get(holdings)
    if (kind === undefined) kinds.set(holdings, [user])
    else kind.push(user)
  }
  let byName: Map<string, LicensedUser> | undefined
  return {
    kinds: [...kinds],
    holdingsOf: read,
    find(name) {
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
