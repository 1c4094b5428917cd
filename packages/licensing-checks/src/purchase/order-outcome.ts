import type { OrderEntry, OrderJournal } from './order-journal.ts'
import type { OrderPreview, OrderWish } from './order-wish.ts'
import type { PurchaseClient } from './purchase-client.ts'

/** How an order is made. */
export interface OrderOptions {
  /** Without it nothing is ordered: the preview is all there is. */
  readonly place?: true
  /** Needed to place an order; has to survive a crash. A preview only reads it. */
  readonly journal?: OrderJournal
  readonly signal?: AbortSignal
  /** Waits while a checkout is being worked on; milliseconds of real time if left out. */
  readonly sleep?: (milliseconds: number) => Promise<void>
  /** Told before each wait, in milliseconds: nobody knows yet whether the checkout arrived. */
  readonly onWaiting?: (milliseconds: number) => void
  /** This machine's clock if left out. */
  readonly now?: () => Date
}

/** What became of a wish. */
export type OrderOutcome =
  /** Nothing was sent. `begun` is what the journal knows of an order with this reference. */
  | { readonly kind: 'preview'; readonly preview: OrderPreview; readonly begun?: OrderEntry }
  /** Nothing was ordered, and why. */
  | { readonly kind: 'refused'; readonly preview: OrderPreview; readonly problems: readonly string[] }
  /** Ordered, by this run or an earlier one. `errors` are lines of the cart that became no order. */
  | { readonly kind: 'placed'; readonly orders: readonly PlacedOrder[]; readonly errors: readonly string[] }
  /** The cart was ordered, and the order is not among the customer's orders yet, which takes up to 15 minutes. */
  | { readonly kind: 'awaited'; readonly cartId: string }

/** An order that was placed. */
export interface PlacedOrder {
  readonly id: string
  readonly status: string | undefined
  readonly subscriptions: readonly string[]
}

/** What an order is made with. */
export interface Ordering {
  readonly client: PurchaseClient
  readonly journal: OrderJournal
  readonly wish: OrderWish
  readonly options: OrderOptions
}
