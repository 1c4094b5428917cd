import { CloudFailure } from '@sevenstep/cloud-access'
import { checkOutCart, getCart } from '@sevenstep/cloud-access/operations'
import { carries, findOrdersOfCart, listCustomerOrders, placedOf } from './find-orders.ts'
import type { OrderEntry } from './order-journal.ts'
import type { Ordering, OrderOutcome, PlacedOrder } from './order-outcome.ts'
import { checkOutInput } from './order-requests.ts'
import { withSignal } from './purchase-client.ts'
import { noOrderMade } from './purchase-failure.ts'

const mostAttempts = 5

/**
 * Orders the cart of an entry, or finds out that it was ordered. `cart-gone` where it ran out and nothing was ordered of
 * it: only then may there be another cart.
 */
export async function checkOutUntilOrdered(ordering: Ordering, entry: OrderEntry): Promise<OrderOutcome | 'cart-gone'> {
  const { now = () => new Date() } = ordering.options
  const isFirst = entry.ordersBefore === undefined
  let current = entry
  if (isFirst) {
    const before = await listCustomerOrders(ordering)
    const known = before.filter((order) => carries(order, entry.reference))
    // Another machine with a journal of its own was quicker.
    if (known.length > 0) return ordered(ordering, entry, known.map(placedOf))
    current = { ...current, ordersBefore: before.map(({ id }) => id), triedAt: now().toISOString() }
    await ordering.journal.write(current)
  } else {
    const seen = await lookAtCart(ordering, current)
    if (seen !== 'active') return seen
  }
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await checkOut(ordering, current, attempt, isFirst && attempt === 1)
    if (outcome !== 'unknown') return outcome
    await waitBetween(ordering, attempt)
    const seen = await lookAtCart(ordering, current)
    if (seen !== 'active') return seen
  }
}

/** What became of a cart that may have been ordered. */
async function lookAtCart(ordering: Ordering, entry: OrderEntry): Promise<OrderOutcome | 'cart-gone' | 'active'> {
  const { customer, cartId = '' } = entry
  try {
    const path = { customer, cart: cartId }
    const { status, lineItems } = await ordering.client.call(getCart, { path }, withSignal(ordering.options.signal))
    if (status !== 'Ordered') return 'active'
    return await ordered(ordering, entry, await findOrdersOfCart(ordering, entry, lineItems))
  } catch (error) {
    if (error instanceof CloudFailure && error.code === 'cart-missing') return cartGone(ordering, entry)
    throw error
  }
}

/** So long after a checkout its order may be missing from the list: four times what the reference names. */
const mayAppearWithin = 3_600_000

/**
 * A cart that is gone ran out, or was ordered: then its order carries the reference. Soon after a checkout that nobody
 * knows the end of, the order may still be to appear.
 */
async function cartGone(ordering: Ordering, entry: OrderEntry): Promise<OrderOutcome | 'cart-gone'> {
  const { now = () => new Date() } = ordering.options
  const found = await findOrdersOfCart(ordering, entry, undefined)
  if (found !== undefined) return ordered(ordering, entry, found)
  const since = now().getTime() - Date.parse(entry.triedAt ?? '')
  return since > mayAppearWithin ? 'cart-gone' : { kind: 'awaited', cartId: entry.cartId ?? '' }
}

/** One checkout; `unknown` where nobody can say whether it happened, or it is still being worked on. */
async function checkOut(
  ordering: Ordering,
  entry: OrderEntry,
  attempt: number,
  isFirst: boolean,
): Promise<OrderOutcome | 'cart-gone' | 'unknown'> {
  const input = checkOutInput(entry, entry.cartId ?? '')
  try {
    const answer = await ordering.client.call(checkOutCart, input, withSignal(ordering.options.signal))
    const { orders = [], orderErrors = [] } = answer
    const errors = orderErrors.map(({ code, description = '' }) => `${code ?? ''} ${description}`.trim())
    if (orders.length === 0) throw noOrderMade(errors.join('; ') || 'It took the cart and gives no reason')
    return await ordered(ordering, entry, orders.map(placedOf), errors)
  } catch (error) {
    // Whoever interrupts it goes on later: nothing is looked up any more.
    if (!(error instanceof CloudFailure) || error.code === 'cancelled') throw error
    // Before anything was sent to it, a cart can only have run out.
    if (error.code === 'cart-missing') return isFirst ? 'cart-gone' : cartGone(ordering, entry)
    if (error.code === 'cart-ordered-already') {
      const seen = await lookAtCart(ordering, entry)
      return seen === 'active' ? 'unknown' : seen
    }
    const mayHaveHappened = error.ambiguous || error.code === 'cart-in-progress'
    if (!mayHaveHappened || attempt >= mostAttempts) throw error
    return 'unknown'
  }
}

/** Notes the orders before they are told; without any, they are still to appear. */
async function ordered(
  { journal }: Ordering,
  entry: OrderEntry,
  orders: readonly PlacedOrder[] | undefined,
  errors: readonly string[] = [],
): Promise<OrderOutcome> {
  if (orders === undefined) return { kind: 'awaited', cartId: entry.cartId ?? '' }
  await journal.write({ ...entry, orderIds: orders.map(({ id }) => id) })
  return { kind: 'placed', orders, errors }
}

async function waitBetween({ options }: Ordering, attempt: number): Promise<void> {
  const { signal, sleep = (milliseconds) => waited(milliseconds, signal) } = options
  options.onWaiting?.(attempt * 10_000)
  await sleep(attempt * 10_000)
  signal?.throwIfAborted()
}

function waited(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal?.addEventListener('abort', end, { once: true })
  })
}
