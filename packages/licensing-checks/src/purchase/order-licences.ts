import { createCart } from '@sevenstep/cloud-access/operations'
import { checkOutUntilOrdered } from './check-out.ts'
import { findByReference, readPlacedOrders } from './find-orders.ts'
import type { OrderEntry } from './order-journal.ts'
import type { Ordering, OrderOptions, OrderOutcome } from './order-outcome.ts'
import { cartInput, linesKey } from './order-requests.ts'
import type { OrderPreview, OrderWish } from './order-wish.ts'
import { previewOrder } from './preview-order.ts'
import { type PurchaseClient, withSignal } from './purchase-client.ts'
import { noOrderMade, PurchaseFailure } from './purchase-failure.ts'

/** A cart lasts for about a week; whoever goes on later gets a new one, and should not get many in one run. */
const mostCarts = 3

/**
 * Orders licences for a customer, or by default only says what would be ordered. However it ends (an answer that is
 * lost, a crash, a second run, a lost journal), a reference orders once: the ids of requests are worked out from it, it
 * stands on the order's lines, and a cart that was ordered is not ordered again.
 *
 * @throws CloudFailure for what Partner Center refuses; the journal then knows how far it came.
 * @throws PurchaseFailure where an order is to be placed without a journal, a reference stands for another order, or
 * Partner Center makes no order.
 */
export async function orderLicences(
  client: PurchaseClient,
  wish: OrderWish,
  options: OrderOptions = {},
): Promise<OrderOutcome> {
  const { place, journal, signal } = options
  if (place === true && journal === undefined) throw journalMissing()
  const lines = linesKey(wish)
  const begun = await journal?.read(wish.customer, wish.reference)
  if (begun !== undefined && begun.lines !== lines) throw referenceTaken(wish)
  if (place !== true || journal === undefined) {
    const preview = await previewOrder(client, wish, { attempt: begun?.attempt ?? 1, signal })
    return { kind: 'preview', preview, ...(begun !== undefined && { begun }) }
  }
  const ordering = { client, journal, wish, options }
  let entry = begun ?? { customer: wish.customer, reference: wish.reference, lines, attempt: 1 }
  for (let carts = 1; ; carts += 1) {
    if (entry.orderIds !== undefined) {
      const orders = await readPlacedOrders(client, entry.customer, entry.orderIds, signal)
      return { kind: 'placed', orders, errors: [] }
    }
    if (entry.cartId === undefined) {
      const made = await makeCart(ordering, entry)
      if ('outcome' in made) return made.outcome
      entry = made.entry
    }
    const outcome = await checkOutUntilOrdered(ordering, entry)
    if (outcome !== 'cart-gone') return outcome
    if (carts >= mostCarts) throw noOrderMade('Each new cart was gone before it could be ordered')
    entry = { customer: entry.customer, reference: entry.reference, lines, attempt: entry.attempt + 1 }
    await journal.write(entry)
  }
}

type MadeCart = { readonly entry: OrderEntry } | { readonly outcome: OrderOutcome }

async function makeCart(ordering: Ordering, entry: OrderEntry): Promise<MadeCart> {
  const { client, journal, wish, options } = ordering
  const preview = await previewOrder(client, wish, { attempt: entry.attempt, signal: options.signal })
  // A journal may have been lost, or be another machine's: the reference on the lines of an order still tells.
  const found = await findByReference(ordering, preview)
  if (found === 'other-lines') throw referenceTaken(wish)
  if (found !== undefined) {
    await journal.write({ ...entry, orderIds: found.map(({ id }) => id) })
    return { outcome: { kind: 'placed', orders: found, errors: [] } }
  }
  if (preview.problems.length > 0) return { outcome: { kind: 'refused', preview, problems: preview.problems } }
  await journal.write(entry)
  const cart = await client.call(createCart, cartInput(entry, preview.lines), withSignal(options.signal))
  const problems = cart.lineItems.flatMap(({ id, error }) =>
    error === undefined || error === null
      ? []
      : [`Line ${id + 1}: ${error.errorCode ?? 'refused'} ${error.errorDescription ?? ''}`.trim()],
  )
  if (problems.length > 0) {
    // A cart with an error is left to expire: the next try makes a new one, so this one's ids must not come again.
    await journal.write({ ...entry, attempt: entry.attempt + 1 })
    return { outcome: refusedByCart(preview, problems) }
  }
  const next = { ...entry, cartId: cart.id }
  await journal.write(next)
  return { entry: next }
}

function refusedByCart(preview: OrderPreview, problems: readonly string[]): OrderOutcome {
  return { kind: 'refused', preview, problems }
}

function journalMissing(): PurchaseFailure {
  return new PurchaseFailure(
    'journal-missing',
    'An order is placed with a journal only.',
    'Without one, nobody could tell after a crash whether it was placed.',
    'Give a journal that survives a crash, such as openOrderJournal(path).',
  )
}

function referenceTaken({ reference }: OrderWish): PurchaseFailure {
  return new PurchaseFailure(
    'reference-taken',
    `The reference "${reference}" stands for another order of this customer.`,
    'A reference orders once, so it cannot stand for other lines as well.',
    'Choose a new one; to change a subscription that exists, change its quantity in Partner Center.',
  )
}
