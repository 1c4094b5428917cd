/** What is known of an order that was begun: enough to go on after a crash without ordering twice. No secrets. */
export interface OrderEntry {
  readonly customer: string
  readonly reference: string
  /** The lines in a fixed form, to notice when a reference is used for something else. */
  readonly lines: string
  /** Ids sent as `MS-RequestId`: the same again with every repetition. */
  readonly cartRequestId: string
  readonly checkOutRequestId: string
  readonly cartId?: string
  /** Orders that the customer had before the checkout, once that was tried. */
  readonly ordersBefore?: readonly string[]
  readonly orderId?: string
}

/** Keeps entries. It has to be written before what it tells of happens, and to survive a crash. */
export interface OrderJournal {
  read(customer: string, reference: string): Promise<OrderEntry | undefined>
  write(entry: OrderEntry): Promise<void>
}

/** A journal that lives as long as the process: for tests and for previews. */
export function createMemoryJournal(): OrderJournal {
  const entries = new Map<string, OrderEntry>()
  const keyOf = (customer: string, reference: string): string => JSON.stringify([customer.toLowerCase(), reference])
  return {
    async read(customer, reference) {
      return entries.get(keyOf(customer, reference))
    },
    async write(entry) {
      entries.set(keyOf(entry.customer, entry.reference), entry)
    },
  }
}
