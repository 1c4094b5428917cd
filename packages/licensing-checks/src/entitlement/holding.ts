import type { Catalogue } from '../catalogue/catalogue.ts'
import type { LicenceClass } from '../catalogue/licence-class.ts'
import type { HeldLicence, LicensedUser, PlanState } from '../licences/licence-list.ts'

/** A licence as far as entitlement cares. */
export interface Holding {
  readonly name: string
  /** `unsettled` for what may bring Power Automate, but nobody can tell for which flows. */
  readonly licenceClass: LicenceClass | 'unsettled'
  /** The best state of its Power Automate plans. */
  readonly plan: PlanState
  readonly isByName: boolean
}

/** Everything a person holds that matters; people with equal holdings get equal answers. */
export interface Holdings {
  readonly list: readonly Holding[]
  readonly isGuest: boolean
  readonly key: string
}

/** Reads what a user's licences mean, and remembers each kind of licence and of user it met. */
export function createHoldingReader(catalogue: Catalogue): (user: LicensedUser) => Holdings {
  const kinds = new Map<string, Holdings>()
  const licences = new Map<string, KnownLicence | undefined>()

  function read(licence: HeldLicence): KnownLicence | undefined {
    const form = formOf(licence)
    if (licences.has(form)) return licences.get(form)
    const holding = readHolding(licence, catalogue)
    const known = holding === undefined ? undefined : { holding, key: keyOf(holding) }
    if (licences.size >= mostForms) licences.clear()
    licences.set(form, known)
    return known
  }

  return ({ licences: held, isGuest }) => {
    const byKey: KnownLicence[] = []
    for (const licence of held) {
      const known = read(licence)
      if (known !== undefined && !byKey.some(({ key }) => key === known.key)) byKey.push(known)
    }
    if (byKey.length > 1) byKey.sort((one, other) => (one.key < other.key ? -1 : 1))
    let key = isGuest ? 'guest' : 'member'
    for (const each of byKey) key += `\n${each.key}`
    let holdings = kinds.get(key)
    if (holdings === undefined) {
      holdings = { list: byKey.map(({ holding }) => holding), isGuest, key }
      kinds.set(key, holdings)
    }
    return holdings
  }
}

interface KnownLicence {
  readonly holding: Holding
  /** Equal for licences that mean the same. */
  readonly key: string
}

/** So many forms of licences are remembered: a hostile list has a new one for each user. */
const mostForms = 20_000

/** Everything about a licence that its meaning depends on. */
function formOf({ skuId, name, matchedBy, plans, others }: HeldLicence): string {
  let form = `${skuId} ${name} ${matchedBy} ${others}`
  for (const plan of plans) form += `\n${plan.id} ${plan.state} ${plan.name}`
  return form
}

function keyOf({ name, licenceClass, plan, isByName }: Holding): string {
  return `${licenceClass} ${plan} ${isByName} ${name}`
}

function readHolding(licence: HeldLicence, catalogue: Catalogue): Holding | undefined {
  const { skuId, name, matchedBy } = licence
  if (matchedBy === 'several' || (matchedBy === 'nothing' && /power ?automate|\bflow\b/i.test(name)))
    return { name, licenceClass: 'unsettled', plan: 'unknown', isByName: true }
  const sku = skuId === undefined ? undefined : catalogue.skus.get(skuId)
  if (sku === undefined) {
    const flowPlans = licence.plans.filter(({ id, name: plan }) => isFlowPlan(id, plan, catalogue))
    if (flowPlans.length === 0) return undefined
    return { name, licenceClass: 'unsettled', plan: best(flowPlans.map(({ state }) => state)), isByName: false }
  }
  const expected = sku.plans.filter((id) => catalogue.plans.get(id)?.kind === 'flow')
  // Microsoft exchanges plans within products: one that the list names counts although the catalogue has another.
  const listed = licence.plans.filter(({ id, name: plan }) => isFlowPlan(id, plan, catalogue)).map(({ state }) => state)
  const states = [...expected.map((id) => licence.planState(id)), ...listed]
  return {
    name: sku.displayName,
    licenceClass: sku.licenceClass === 'unclassified' ? 'unsettled' : sku.licenceClass,
    // A product without a plan of Power Automate in the catalogue gives its right by itself.
    plan: states.length === 0 ? 'on' : best(states),
    isByName: matchedBy === 'name',
  }
}

function isFlowPlan(id: string, name: string, catalogue: Catalogue): boolean {
  const plan = catalogue.plans.get(id)
  return plan === undefined ? /^(flow|power_?automate)(_|$)/i.test(name) : plan.kind === 'flow'
}

const order: readonly PlanState[] = ['on', 'pending', 'unknown', 'off']

function best(states: readonly PlanState[]): PlanState {
  return order.find((state) => states.includes(state)) ?? 'off'
}
