import type { ItemOf } from '@sevenstep/cloud-access'
import { getOrder, listOrders } from '@sevenstep/cloud-access/operations'
import type { OrderEntry } from './order-journal.ts'
import type { Ordering, PlacedOrder } from './order-outcome.ts'
import type { OrderPreview } from './order-wish.ts'
import { allItems, type PurchaseClient, withSignal } from './purchase-client.ts'

/** An order as a list of them has it. */
export type ListedOrder = ItemOf<typeof listOrders>

/** What a line of an order is of: item of the catalogue and quantity. */
interface OrderedLine {
  readonly catalogItemId?: string | undefined
  readonly offerId?: string | undefined
  readonly quantity?: number | undefined
}

/** Lists what the customer ordered, to the last page. */
export function listCustomerOrders({ client, wish, options }: Ordering): Promise<readonly ListedOrder[]> {
  return allItems(client, listOrders, { path: { customer: wish.customer } }, options.signal)
}

/**
 * Orders that carry the reference on their lines; nothing where there is none, `other-lines` where they are of something
 * else.
 */
export async function findByReference(
  ordering: Ordering,
  { lines }: OrderPreview,
): Promise<readonly PlacedOrder[] | 'other-lines' | undefined> {
  const orders = (await listCustomerOrders(ordering)).filter((order) => carries(order, ordering.wish.reference))
  if (orders.length === 0) return undefined
  const isSame =
    keysOf(orders.flatMap(({ lineItems }) => lineItems)) ===
    keysOf(lines.map(({ catalogItemId, quantity }) => ({ catalogItemId, quantity })))
  return isSame ? orders.map(placedOf) : 'other-lines'
}

/**
 * The orders that a checkout made: by the reference on their lines, else those that were not there before and are of
 * exactly what was in the cart. Nothing while they cannot be seen or told.
 */
export async function findOrdersOfCart(
  ordering: Ordering,
  { ordersBefore = [], lines }: OrderEntry,
  cart: readonly OrderedLine[] | undefined,
): Promise<readonly PlacedOrder[] | undefined> {
  const fresh = (await listCustomerOrders(ordering)).filter(({ id }) => !ordersBefore.includes(id))
  const ours = fresh.filter((order) => carries(order, ordering.wish.reference))
  const wished: unknown = JSON.parse(lines)
  const count = Array.isArray(wished) ? wished.length : 0
  if (ours.flatMap(({ lineItems }) => lineItems).length === count) return ours.map(placedOf)
  if (ours.length > 0 || cart === undefined) return undefined
  const same = fresh.filter(({ lineItems }) => keysOf(lineItems) === keysOf(cart))
  return same.length === 1 ? same.map(placedOf) : undefined
}

/** Orders that are known by their ids, as they are now. */
export async function readPlacedOrders(
  client: PurchaseClient,
  customer: string,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly PlacedOrder[]> {
  const orders: PlacedOrder[] = []
  for (const order of ids)
    orders.push(placedOf(await client.call(getOrder, { path: { customer, order } }, withSignal(signal))))
  return orders
}

/** What is told of an order. */
export function placedOf({ id, status, lineItems }: ListedOrder): PlacedOrder {
  return { id, status, subscriptions: lineItems.flatMap(({ subscriptionId }) => subscriptionId ?? []) }
}

/** Whether an order is one of the reference: all its lines carry it. */
export function carries({ lineItems }: ListedOrder, reference: string): boolean {
  return lineItems.length > 0 && lineItems.every(({ friendlyName }) => friendlyName === reference)
}

/** Lines in a fixed form, whatever their order. */
function keysOf(lines: readonly OrderedLine[]): string {
  const keys = lines.map(({ catalogItemId, offerId = catalogItemId, quantity }) => `${offerId} ${quantity}`)
  return keys.sort().join('\n')
}
