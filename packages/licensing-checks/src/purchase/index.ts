export {
  type AssignmentOptions,
  type AssignmentResult,
  type AssignmentStep,
  type AssignmentWish,
  assignLicences,
} from './assign-licences.ts'
export {
  type Acceptance,
  type Customer,
  type CustomerStanding,
  createCustomer,
  type FirstSignIn,
  listCustomers,
  readInvitation,
  readStanding,
  recordAgreement,
} from './customers.ts'
export { factsOfOrder } from './facts-of-order.ts'
export { openOrderJournal } from './open-order-journal.ts'
export { createMemoryJournal, type OrderEntry, type OrderJournal } from './order-journal.ts'
export { orderLicences } from './order-licences.ts'
export type { OrderOptions, OrderOutcome, PlacedOrder } from './order-outcome.ts'
export type {
  Offer,
  OfferedLine,
  OfferedTerm,
  OrderPreview,
  OrderWish,
  PlannedRequest,
  WishedLine,
} from './order-wish.ts'
export { previewOrder } from './preview-order.ts'
export type { PurchaseClient } from './purchase-client.ts'
export { PurchaseFailure, type PurchaseFailureCode } from './purchase-failure.ts'
