import type { JsonNode } from '@sevenstep/located-json'
import { type Catalogue, plainName, skusByName } from '../catalogue/catalogue.ts'
import { heldLicence } from './held-licence.ts'
import { itemsOf, memberOf, textOf } from './json-shape.ts'
import type { AssignmentError, HeldLicence, HeldPlan, LicensedUser } from './licence-list.ts'
import { guidOf, planStateOf } from './plan-state.ts'

type Say = (what: string, at: JsonNode) => void

/** Reads a user of a list: Graph's user with licences, or ours. */
export function readUser(node: JsonNode, catalogue: Catalogue, say: Say): LicensedUser {
  const name = textOf(node, 'userPrincipalName') ?? textOf(node, 'mail') ?? textOf(node, 'displayName')
  const id = textOf(node, 'id') ?? name
  if (id === undefined) say('This user has neither an id nor a user name', node)
  const location = node.member('usageLocation') ?? node.member('UsageLocation')
  return {
    id: (name ?? id ?? node.pointer()).toLowerCase(),
    name: name ?? id ?? 'a user without a name',
    isGuest: textOf(node, 'userType')?.toLowerCase() === 'guest' || /#EXT#/i.test(name ?? ''),
    isEnabled: memberOf(node, 'accountEnabled')?.value !== false,
    usageLocation:
      location === undefined
        ? undefined
        : location.kind === 'string' && location.value !== ''
          ? String(location.value)
          : null,
    licences: readLicences(node, catalogue, say),
    assignmentErrors: readAssignmentErrors(node),
    at: node,
  }
}

/** `licenseDetails` says most; `assignedLicenses` says which plans are taken away. */
function readLicences(node: JsonNode, catalogue: Catalogue, say: Say): readonly HeldLicence[] {
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
export function readHeldLicence(node: JsonNode, catalogue: Catalogue): HeldLicence | undefined {
  const product = memberOf(node, 'productSku') ?? node
  const givenId = textOf(product, 'skuId') ?? (product === node ? undefined : textOf(product, 'id'))
  const label = textOf(product, 'skuPartNumber') ?? textOf(product, 'name')
  const skuId = givenId === undefined ? undefined : guidOf(givenId)
  if (skuId === undefined) {
    const name = label ?? givenId
    return name === undefined ? undefined : licenceByName(name, catalogue, node)
  }
  const servicePlans = memberOf(node, 'servicePlans') ?? memberOf(node, 'plans')
  const disabled = itemsOf(memberOf(node, 'disabledPlans'))
  const name = catalogue.skus.get(skuId)?.displayName ?? label ?? skuId
  if (servicePlans !== undefined) {
    const plans = itemsOf(servicePlans).flatMap((plan) => readPlan(plan) ?? [])
    return heldLicence({ skuId, name, matchedBy: 'id', plans, others: 'off', at: node })
  }
  const plans = disabled.flatMap((plan): readonly HeldPlan[] => {
    const id = plan.kind === 'string' ? guidOf(String(plan.value)) : undefined
    return id === undefined ? [] : [{ id, name: id, status: 'Disabled', state: 'off', at: plan }]
  })
  const isComplete = memberOf(node, 'disabledPlans') !== undefined
  return heldLicence({ skuId, name, matchedBy: 'id', plans, others: isComplete ? 'on' : 'unknown', at: node })
}

/** A licence of which a list only has the name: recognised where the name stands for one product. */
export function licenceByName(name: string, catalogue: Catalogue, at: HeldLicence['at']): HeldLicence {
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

function readPlan(node: JsonNode): HeldPlan | undefined {
  const given = textOf(node, 'servicePlanId') ?? textOf(node, 'id')
  const id = given === undefined ? undefined : guidOf(given)
  if (id === undefined) return undefined
  const status = textOf(node, 'provisioningStatus') ?? textOf(node, 'capabilityStatus') ?? textOf(node, 'status') ?? ''
  const name = textOf(node, 'servicePlanName') ?? textOf(node, 'serviceName') ?? textOf(node, 'name') ?? id
  return { id, name, status, state: planStateOf(status), at: node }
}

function readAssignmentErrors(node: JsonNode): readonly AssignmentError[] {
  return itemsOf(memberOf(node, 'licenseAssignmentStates')).flatMap((item) => {
    const error = textOf(item, 'error') ?? 'None'
    const state = textOf(item, 'state') ?? ''
    const isFine = error === 'None' && !/error/i.test(state)
    return isFine ? [] : [{ skuId: guidOf(textOf(item, 'skuId') ?? '') ?? '', error, state, at: item }]
  })
}
