import { randomUUID } from 'node:crypto'
import { CloudFailure } from '@sevenstep/cloud-access'
import { checkOutCart, createCart, getCart, getOrder, listOrders } from '@sevenstep/cloud-access/operations'
import type { PurchaseClient } from './find-offer.ts'
import type { OrderEntry, OrderJournal } from './order-journal.ts'
import type { OrderPreview, OrderWish } from './order-wish.ts'
import { previewOrder } from './preview-order.ts'

/** How an order is made. */
export interface OrderOptions {
  /** Without it nothing is ordered: the preview is all there is. */
  readonly place?: true
  /** Needed to place an order; has to survive a crash. */
  readonly journal?: OrderJournal
  readonly signal?: AbortSignal
  /** Waits while a checkout is being worked on; milliseconds of real time if left out. */
  readonly sleep?: (milliseconds: number) => Promise<void>
}

/** What became of a wish. */
export type OrderOutcome =
  | { readonly kind: 'preview'; readonly preview: OrderPreview }
  | { readonly kind: 'refused'; readonly preview: OrderPreview; readonly problems: readonly string[] }
  | { readonly kind: 'placed'; readonly order: PlacedOrder }

/** An order that was placed, by this run or an earlier one. */
export interface PlacedOrder {
  readonly id: string
  readonly status: string | undefined
  readonly subscriptions: readonly string[]
}

/**
 * Orders licences for a customer, or by default only says what would be ordered. However it ends (an answer that is
 * lost, a crash, a second run), a reference orders once: ids are journalled before they are sent, every repetition
 * carries the same one, and a cart that was ordered is not ordered again.
 *
 * @throws CloudFailure for what Partner Center refuses; the journal then knows how far it came.
 * @throws Error where an order is to be placed without a journal, or a reference stands for another order.
 */
export async function orderLicences(
  client: PurchaseClient,
  wish: OrderWish,
  options: OrderOptions = {},
): Promise<OrderOutcome> {
  const { place, journal, signal } = options
  const entry = place === true ? await journal?.read(wish.customer, wish.reference) : undefined
  if (place === true && journal === undefined)
    throw new Error(
      'An order is placed with a journal only: without one, nobody could tell after a crash whether it was placed.',
    )
  const lines = JSON.stringify(
    wish.lines.map(({ skuId, quantity, term, billing }) => [skuId.toLowerCase(), quantity, term, billing]),
  )
  if (entry !== undefined && entry.lines !== lines)
    throw new Error(`The reference "${wish.reference}" stands for another order of this customer. Choose a new one.`)
  if (entry?.cartId !== undefined && journal !== undefined) return goOn({ client, journal, options }, entry)
  const preview = await previewOrder(client, wish, signal)
  if (place !== true || journal === undefined) return { kind: 'preview', preview }
  if (preview.problems.length > 0) return { kind: 'refused', preview, problems: preview.problems }
  const { customer, reference } = wish
  const begun = entry ?? { customer, reference, lines, cartRequestId: randomUUID(), checkOutRequestId: randomUUID() }
  await journal.write(begun)
  const ordering: Ordering = { client, journal, options }
  const made = await makeCart(ordering, begun, preview)
  if (made.problems.length > 0) return { kind: 'refused', preview, problems: made.problems }
  return goOn(ordering, made.entry)
}

interface Ordering {
  readonly client: PurchaseClient
  readonly journal: OrderJournal
  readonly options: OrderOptions
}

function callOptions({ options: { signal } }: Ordering) {
  return signal === undefined ? {} : { signal }
}

async function makeCart(ordering: Ordering, entry: OrderEntry, preview: OrderPreview) {
  const lineItems = preview.lines.map(({ catalogItemId = '', quantity, term, billing }, id) => {
    return { id, catalogItemId, quantity, billingCycle: billing, termDuration: term }
  })
  const input = {
    path: { customer: entry.customer },
    headers: { 'ms-requestid': entry.cartRequestId },
    body: { lineItems },
  }
  const cart = await ordering.client.call(createCart, input, callOptions(ordering))
  const problems = cart.lineItems.flatMap(({ id, error }) =>
    error === undefined || error === null
      ? []
      : [`Line ${id + 1}: ${error.errorCode ?? 'refused'} ${error.errorDescription ?? ''}`.trim()],
  )
  // A cart with an error is left to expire: the next attempt makes a new one, so its id must not be kept.
  const next = problems.length > 0 ? { ...entry, cartRequestId: randomUUID() } : { ...entry, cartId: cart.id }
  await ordering.journal.write(next)
  return { entry: next, problems }
}

const mostAttempts = 5

async function goOn(ordering: Ordering, entry: OrderEntry): Promise<OrderOutcome> {
  const { client } = ordering
  const { customer, cartId = '' } = entry
  if (entry.orderId !== undefined) return readPlaced(ordering, entry, entry.orderId)
  let current = entry
  if (current.ordersBefore === undefined) {
    const { items } = await client.call(listOrders, { path: { customer } }, callOptions(ordering))
    current = { ...current, ordersBefore: items.map(({ id }) => id) }
    await ordering.journal.write(current)
  }
  for (let attempt = 1; ; attempt += 1) {
    const order = await checkOut(ordering, current, attempt)
    if (order !== undefined) {
      await ordering.journal.write({ ...current, orderId: order.id })
      return { kind: 'placed', order }
    }
    const sleep =
      ordering.options.sleep ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)))
    await sleep(attempt * 10_000)
    const { status } = await client.call(getCart, { path: { customer, cart: cartId } }, callOptions(ordering))
    if (status === 'Ordered') {
      const found = await findOrder(ordering, current)
      if (found === undefined) continue
      await ordering.journal.write({ ...current, orderId: found.id })
      return { kind: 'placed', order: found }
    }
  }
}

/** One checkout. Nothing where it is unknown whether it happened, or still being worked on. */
async function checkOut(ordering: Ordering, entry: OrderEntry, attempt: number): Promise<PlacedOrder | undefined> {
  const { customer, cartId = '', checkOutRequestId } = entry
  const input = { path: { customer, cart: cartId }, headers: { 'ms-requestid': checkOutRequestId } }
  try {
    const { orders = [], orderErrors = [] } = await ordering.client.call(checkOutCart, input, callOptions(ordering))
    const [order] = orders
    if (order !== undefined) return placedOf(order)
    const said = orderErrors.map(({ code, description = '' }) => `${code ?? ''} ${description}`.trim())
    throw new Error(`Partner Center took the cart and made no order: ${said.join('; ') || 'it gives no reason'}.`)
  } catch (error) {
    if (!(error instanceof CloudFailure)) throw error
    if (error.code === 'cart-ordered-already') {
      const found = await findOrder(ordering, entry)
      if (found !== undefined) return found
    }
    const mayHaveHappened =
      error.ambiguous || error.code === 'cart-in-progress' || error.code === 'cart-ordered-already'
    if (!mayHaveHappened || attempt >= mostAttempts) throw error
    return undefined
  }
}

/** The order that the checkout made: the one that was not there before and has these lines. */
async function findOrder(ordering: Ordering, entry: OrderEntry): Promise<PlacedOrder | undefined> {
  const { customer, ordersBefore = [], lines } = entry
  const { items } = await ordering.client.call(listOrders, { path: { customer } }, callOptions(ordering))
  const wished: unknown = JSON.parse(lines)
  const count = Array.isArray(wished) ? wished.length : 0
  const fresh = items.filter(({ id, lineItems }) => !ordersBefore.includes(id) && lineItems.length === count)
  const [order] = fresh
  return order === undefined || fresh.length > 1 ? undefined : placedOf(order)
}

async function readPlaced(ordering: Ordering, { customer }: OrderEntry, order: string): Promise<OrderOutcome> {
  const read = await ordering.client.call(getOrder, { path: { customer, order } }, callOptions(ordering))
  return { kind: 'placed', order: placedOf(read) }
}

interface GivenOrder {
  readonly id: string
  readonly status?: string | undefined
  readonly lineItems: readonly { readonly subscriptionId?: string | undefined }[]
}

function placedOf({ id, status, lineItems }: GivenOrder): PlacedOrder {
  return { id, status, subscriptions: lineItems.flatMap(({ subscriptionId }) => subscriptionId ?? []) }
}
