import { checkOutCart, createCart, type InputOf } from '@sevenstep/cloud-access/operations'
import type { OrderEntry } from './order-journal.ts'
import type { OfferedLine, OrderWish, PlannedRequest } from './order-wish.ts'
import { requestIdOf } from './request-id.ts'

/** What names an order and the try at it. */
export type OrderAttempt = Pick<OrderEntry, 'customer' | 'reference' | 'lines' | 'attempt'>

/** The lines of a wish in a fixed form: what a reference stands for. */
export function linesKey({ lines }: Pick<OrderWish, 'lines'>): string {
  return JSON.stringify(
    lines.map(({ skuId, quantity, term, billing }) => [skuId.toLowerCase(), quantity, term, billing]),
  )
}

/** The request that makes the cart. Its lines carry the reference, by which the order is found again. */
export function cartInput(attempt: OrderAttempt, lines: readonly OfferedLine[]): InputOf<typeof createCart> {
  return {
    path: { customer: attempt.customer },
    headers: { 'ms-requestid': requestId(attempt, 'cart') },
    body: {
      lineItems: lines.map(({ catalogItemId = '', quantity, term, billing }, id) => {
        return {
          id,
          catalogItemId,
          quantity,
          billingCycle: billing,
          termDuration: term,
          friendlyName: attempt.reference,
        }
      }),
    },
  }
}

/** The request that orders what is in the cart. */
export function checkOutInput(attempt: OrderAttempt, cart: string): InputOf<typeof checkOutCart> {
  return {
    path: { customer: attempt.customer, cart },
    headers: { 'ms-requestid': requestId(attempt, 'check-out') },
  }
}

/** Both requests as they would be sent. */
export function plannedRequests(
  wish: OrderWish,
  lines: readonly OfferedLine[],
  attempt: number,
): readonly PlannedRequest[] {
  const { customer, reference } = wish
  const named = { customer, reference, lines: linesKey(wish), attempt }
  const { body } = cartInput(named, lines)
  const headersOf = (step: string) => ({ 'MS-RequestId': requestId(named, step) })
  return [
    { method: 'POST', path: createCart.path.replace('{customer}', customer), headers: headersOf('cart'), body },
    {
      method: 'POST',
      path: checkOutCart.path.replace('{customer}', customer),
      headers: headersOf('check-out'),
      body: undefined,
    },
  ]
}

function requestId({ customer, reference, lines, attempt }: OrderAttempt, step: string): string {
  return requestIdOf(customer.toLowerCase(), reference, lines, String(attempt), step)
}
