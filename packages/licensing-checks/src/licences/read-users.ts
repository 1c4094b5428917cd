import { type Catalogue, plainName, skusByName } from '../catalogue/catalogue.ts'
import { heldLicence } from './held-licence.ts'
import { itemsOf, memberOf } from './json-shape.ts'
import type { AssignmentError, HeldLicence, HeldPlan, LicensedUser } from './licence-list.ts'
import type { LocatedValue } from './located-value.ts'
import { guidOf, planStateOf } from './plan-state.ts'

type Say = (what: string, at: LocatedValue) => void

/** Reads a user of a list: Graph's user with licences, or ours. */
export function readUser(node: LocatedValue, catalogue: Catalogue, say: Say): LicensedUser {
  const name = node.text('userPrincipalName') ?? node.text('mail') ?? node.text('displayName')
  const id = node.text('id') ?? name
  if (id === undefined) say('This user has neither an id nor a user name', node)
  const location = node.plain('usageLocation')
  return {
    id: (name ?? id ?? node.path).toLowerCase(),
    name: name ?? id ?? 'a user without a name',
    isGuest: node.text('userType')?.toLowerCase() === 'guest' || /#EXT#/i.test(name ?? ''),
    isEnabled: node.plain('accountEnabled') !== false,
    usageLocation:
      location === undefined ? undefined : typeof location === 'string' && location !== '' ? location : null,
    licences: readLicences(node, catalogue, say),
    saysAssignments: node.has('licenseAssignmentStates'),
    assignmentErrors: readAssignmentErrors(node),
    get at() {
      return node.place
    },
  }
}

/** `licenseDetails` says most; `assignedLicenses` says which plans are taken away. */
function readLicences(node: LocatedValue, catalogue: Catalogue, say: Say): readonly HeldLicence[] {
  const detailed = itemsOf(memberOf(node, 'licenseDetails') ?? memberOf(node, 'licences'))
  const items = detailed.length > 0 ? detailed : itemsOf(memberOf(node, 'assignedLicenses'))
  const licences: HeldLicence[] = []
  for (const item of items) {
    const licence = readHeldLicence(item, catalogue)
    if (licence === undefined) say('This licence has neither an id of its product (skuId) nor a name', item)
    else licences.push(licence)
  }
  return licences
}

/** Reads one licence of a user; nothing where it names no product. */
export function readHeldLicence(node: LocatedValue, catalogue: Catalogue): HeldLicence | undefined {
  const product = memberOf(node, 'productSku')
  const givenId = product === undefined ? node.text('skuId') : (product.text('skuId') ?? product.text('id'))
  const skuId = givenId === undefined ? undefined : guidOf(givenId)
  const label = (product ?? node).text('skuPartNumber') ?? (product ?? node).text('name')
  if (skuId === undefined) {
    const name = label ?? givenId
    return name === undefined ? undefined : licenceByName(name, catalogue, node)
  }
  const name = catalogue.skus.get(skuId)?.displayName ?? label ?? skuId
  const servicePlans = memberOf(node, 'servicePlans') ?? memberOf(node, 'plans')
  if (servicePlans !== undefined) {
    const plans = readPlans(servicePlans, catalogue)
    return heldLicence({ skuId, name, matchedBy: 'id', plans, others: 'off', at: node })
  }
  const disabled = memberOf(node, 'disabledPlans')
  const plans = itemsOf(disabled).flatMap((plan): readonly HeldPlan[] => {
    const id = typeof plan.value === 'string' ? guidOf(plan.value) : undefined
    return id === undefined ? [] : [new ListedPlan(id, id, 'Disabled', plan)]
  })
  const others = disabled === undefined ? 'unknown' : 'on'
  return heldLicence({ skuId, name, matchedBy: 'id', plans, others, at: node })
}

/** A licence of which a list only has the name: recognised where the name stands for one product. */
export function licenceByName(
  name: string,
  catalogue: Catalogue,
  at: Parameters<typeof heldLicence>[0]['at'],
): HeldLicence {
  const found = skusByName(catalogue).get(plainName(name)) ?? []
  const sku = found.length === 1 ? found[0] : undefined
  return heldLicence({
    skuId: sku?.id,
    name: sku?.displayName ?? name,
    matchedBy: sku !== undefined ? 'name' : found.length === 0 ? 'nothing' : 'several',
    others: 'unknown',
    at,
  })
}

/** The plans that belong to Power Automate or Dataverse; a product has dozens of others. */
function readPlans(list: LocatedValue, catalogue: Catalogue): readonly HeldPlan[] {
  const inner: unknown = Array.isArray(list.value) ? list.value : (memberOf(list, 'value')?.value ?? [])
  if (!Array.isArray(inner)) return []
  const plans: HeldPlan[] = []
  for (let at = 0; at < inner.length; at += 1) {
    const raw: unknown = inner[at]
    if (!mayMatter(raw, catalogue)) continue
    const node = list.item(raw, at)
    const given = node.text('servicePlanId') ?? node.text('id')
    const id = given === undefined ? undefined : guidOf(given)
    if (id === undefined) continue
    const name = node.text('servicePlanName') ?? node.text('serviceName') ?? node.text('name') ?? id
    if (!catalogue.plans.has(id) && !flowName.test(name)) continue
    const status = node.text('provisioningStatus') ?? node.text('capabilityStatus') ?? node.text('status') ?? ''
    plans.push(new ListedPlan(id, name, status, node))
  }
  return plans
}

const flowName = /flow|power_?automate/i

/** A first look without effort at a plan in the usual form: its id in lower case, and a name of another product. */
function mayMatter(raw: unknown, catalogue: Catalogue): boolean {
  if (typeof raw !== 'object' || raw === null) return false
  // Members of any value: what is no text is looked at more closely.
  const { servicePlanId: id, servicePlanName: name } = raw as {
    readonly servicePlanId?: unknown
    readonly servicePlanName?: unknown
  }
  if (typeof id !== 'string' || typeof name !== 'string') return true
  return catalogue.plans.has(id) || id.length !== 36 || id !== id.toLowerCase() || flowName.test(name)
}

class ListedPlan implements HeldPlan {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly state: HeldPlan['state']
  readonly #node: LocatedValue

  constructor(id: string, name: string, status: string, node: LocatedValue) {
    this.id = id
    this.name = name
    this.status = status
    this.state = planStateOf(status)
    this.#node = node
  }

  get at() {
    return this.#node.place
  }
}

function readAssignmentErrors(node: LocatedValue): readonly AssignmentError[] {
  if (!node.has('licenseAssignmentStates')) return noErrors
  const states = memberOf(node, 'licenseAssignmentStates')
  return itemsOf(states).flatMap((item) => {
    const error = item.text('error') ?? 'None'
    const state = item.text('state') ?? ''
    const isFine = error === 'None' && !/error/i.test(state)
    const skuId = guidOf(item.text('skuId') ?? '') ?? ''
    return isFine ? [] : [{ skuId, error, state, at: item.place }]
  })
}

const noErrors: readonly AssignmentError[] = []
