import type { JsonNode } from '@sevenstep/located-json'
import { memberOf, textOf } from './json-shape.ts'
import type { Purchase, Subscription } from './licence-list.ts'
import { guidOf } from './plan-state.ts'

/** Reads a product of which a tenant holds seats, of Graph or of Partner Center; nothing without its GUID. */
export function readSubscription(node: JsonNode): Subscription | undefined {
  const product = memberOf(node, 'productSku')
  const skuId = guidOf(textOf(product ?? node, product === undefined ? 'skuId' : 'id') ?? '')
  if (skuId === undefined) return undefined
  const name = textOf(product ?? node, 'skuPartNumber') ?? textOf(product, 'name') ?? skuId
  const units = memberOf(node, 'prepaidUnits')
  if (product === undefined) {
    const enabled = count(units, 'enabled')
    return {
      skuId,
      name,
      status: textOf(node, 'capabilityStatus'),
      seats: enabled === undefined ? undefined : enabled + (count(units, 'warning') ?? 0),
      used: count(node, 'consumedUnits'),
      at: node,
    }
  }
  const active = count(node, 'activeUnits')
  return {
    skuId,
    name,
    status: textOf(node, 'capabilityStatus'),
    seats: active === undefined ? count(node, 'totalUnits') : active + (count(node, 'warningUnits') ?? 0),
    used: count(node, 'consumedUnits'),
    at: node,
  }
}

/** Reads a purchase with its end, of Partner Center (`subscriptions`) or of Graph (`directory/subscriptions`). */
export function readPurchase(node: JsonNode): Purchase {
  const flag = (name: string): boolean | undefined => {
    const { value } = memberOf(node, name) ?? {}
    return typeof value === 'boolean' ? value : undefined
  }
  const ends = textOf(node, 'commitmentEndDate') ?? textOf(node, 'nextLifecycleDateTime')
  const name = textOf(node, 'friendlyName') ?? textOf(node, 'offerName') ?? textOf(node, 'skuPartNumber')
  return {
    id: textOf(node, 'id') ?? '',
    name: name ?? textOf(node, 'offerId') ?? 'a purchase without a name',
    skuId: guidOf(textOf(node, 'skuId') ?? textOf(node, 'provisioningId') ?? ''),
    status: textOf(node, 'status'),
    isTrial: flag('isTrial'),
    autoRenew: flag('autoRenewEnabled'),
    ends: /^\d{4}-\d\d-\d\d/.exec(ends ?? '')?.[0],
    at: node,
  }
}

function count(node: JsonNode | undefined, name: string): number | undefined {
  const { value } = memberOf(node, name) ?? {}
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined
}
