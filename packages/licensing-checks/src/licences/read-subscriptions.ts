import { memberOf } from './json-shape.ts'
import type { Purchase, Subscription } from './licence-list.ts'
import type { LocatedValue } from './located-value.ts'
import { guidOf } from './plan-state.ts'

/** Reads a product of which a tenant holds seats, of Graph or of Partner Center; nothing without its GUID. */
export function readSubscription(node: LocatedValue): Subscription | undefined {
  const product = memberOf(node, 'productSku')
  const skuId = guidOf((product ?? node).text(product === undefined ? 'skuId' : 'id') ?? '')
  if (skuId === undefined) return undefined
  const name = (product ?? node).text('skuPartNumber') ?? product?.text('name') ?? skuId
  const units = memberOf(node, 'prepaidUnits')
  if (product === undefined) {
    const enabled = count(units, 'enabled')
    return {
      skuId,
      name,
      status: node.text('capabilityStatus'),
      seats: enabled === undefined ? undefined : enabled + (count(units, 'warning') ?? 0),
      used: count(node, 'consumedUnits'),
      get at() {
        return node.place
      },
    }
  }
  const active = count(node, 'activeUnits')
  return {
    skuId,
    name,
    status: node.text('capabilityStatus'),
    seats: active === undefined ? count(node, 'totalUnits') : active + (count(node, 'warningUnits') ?? 0),
    used: count(node, 'consumedUnits'),
    get at() {
      return node.place
    },
  }
}

/** Reads a purchase with its end, of Partner Center (`subscriptions`) or of Graph (`directory/subscriptions`). */
export function readPurchase(node: LocatedValue): Purchase {
  const flag = (name: string): boolean | undefined => {
    const { value } = memberOf(node, name) ?? {}
    return typeof value === 'boolean' ? value : undefined
  }
  const ends = node.text('commitmentEndDate') ?? node.text('nextLifecycleDateTime')
  const name = node.text('friendlyName') ?? node.text('offerName') ?? node.text('skuPartNumber')
  return {
    id: node.text('id') ?? '',
    name: name ?? node.text('offerId') ?? 'a purchase without a name',
    skuId: guidOf(node.text('skuId') ?? node.text('provisioningId') ?? ''),
    status: node.text('status'),
    isTrial: flag('isTrial'),
    autoRenew: flag('autoRenewEnabled'),
    ends: /^\d{4}-\d\d-\d\d/.exec(ends ?? '')?.[0],
    get at() {
      return node.place
    },
  }
}

function count(node: LocatedValue | undefined, name: string): number | undefined {
  const { value } = memberOf(node, name) ?? {}
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined
}
