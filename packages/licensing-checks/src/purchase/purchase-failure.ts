/** What can go wrong here beside what Partner Center says itself. */
export type PurchaseFailureCode =
  /** An order is to be placed and nothing keeps what becomes of it. */
  | 'journal-missing'
  /** The journal is there and cannot be used. */
  | 'journal-unreadable'
  /** The journal cannot be added to. */
  | 'journal-unwritable'
  /** A reference stands for other lines. */
  | 'reference-taken'
  /** Partner Center took the cart and made no order of it. */
  | 'no-order-made'
  /** Partner Center names no text of the customer agreement. */
  | 'agreement-text-missing'

/** A purchase that cannot go on: what happened, why, and what to do. */
export class PurchaseFailure extends Error {
  readonly code: PurchaseFailureCode
  readonly what: string
  readonly why: string
  readonly fix: string

  constructor(code: PurchaseFailureCode, what: string, why: string, fix: string) {
    super(`${what} ${why} ${fix}`)
    this.name = 'PurchaseFailure'
    this.code = code
    this.what = what
    this.why = why
    this.fix = fix
  }
}

/** Partner Center took what it was given and nothing came of it. */
export function noOrderMade(said: string): PurchaseFailure {
  return new PurchaseFailure(
    'no-order-made',
    'Partner Center made no order.',
    `${said.replace(/\.$/, '')}.`,
    'Look at the customer’s orders in Partner Center, mend what it names, and run this again.',
  )
}
