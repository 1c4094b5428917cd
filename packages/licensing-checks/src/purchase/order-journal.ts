/** What is known of an order that was begun: enough to go on after a crash without ordering twice. No secrets. */
export interface OrderEntry {
  readonly customer: string
  readonly reference: string
  /** The lines in a fixed form, to notice when a reference is used for something else. */
  readonly lines: string
  /** Which cart this is: raised when one was refused or ran out, so that the next one has ids of its own. */
  readonly attempt: number
  readonly cartId?: string
  /** Orders that the customer had before the checkout, once that was tried. */
  readonly ordersBefore?: readonly string[]
  /** When that was, as an ISO time. */
  readonly triedAt?: string
  /** Ids of the orders that the cart became; more than one where its lines are billed differently. */
  readonly orderIds?: readonly string[]
}

/** Keeps entries. It has to be written before what it tells of happens, and to survive a crash. */
export interface OrderJournal {
  read(customer: string, reference: string): Promise<OrderEntry | undefined>
  write(entry: OrderEntry): Promise<void>
}

/** A journal that lives as long as the process: for tests and for previews. */
export function createMemoryJournal(): OrderJournal {
  const entries = new Map<string, OrderEntry>()
  return {
    async read(customer, reference) {
      return entries.get(entryKey({ customer, reference }))
    },
    async write(entry) {
      entries.set(entryKey(entry), entry)
    },
  }
}

/** Names an order: the same reference of another customer is another order. */
export function entryKey({ customer, reference }: Pick<OrderEntry, 'customer' | 'reference'>): string {
  return JSON.stringify([customer.toLowerCase(), reference])
}
