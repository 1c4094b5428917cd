export { type AssignmentResult, type AssignmentStep, type AssignmentWish, assignLicences } from './assign-licences.ts'
export {
  type Acceptance,
  type Customer,
  createCustomer,
  type FirstSignIn,
  listCustomers,
  recordAgreement,
} from './customers.ts'
export { factsOfOrder } from './facts-of-order.ts'
export type { PurchaseClient } from './find-offer.ts'
export { createMemoryJournal, type OrderEntry, type OrderJournal } from './order-journal.ts'
export { type OrderOptions, type OrderOutcome, orderLicences, type PlacedOrder } from './order-licences.ts'
export type { Offer, OfferedLine, OfferedTerm, OrderPreview, OrderWish, WishedLine } from './order-wish.ts'
export { previewOrder } from './preview-order.ts'
