import type { FailureText } from '../failure-text.ts'

const reference = [
  { name: 'Partner Center REST reference, translation of October 2021', confidence: 'documentation' },
] as const

/** Failures of Partner Center. The codes come from an old state of the reference; a code that is new is shown as it is. */
export const partnerCenterFailures = {
  'partner-relationship-missing': {
    what: 'Partner Center knows no relationship between this partner and the customer.',
    why: 'The customer has not accepted the invitation, or ended the relationship.',
    fix: 'Send the customer’s administrator the invitation of Partner Center and wait until it is accepted.',
    signs: [{ codes: ['20002', '20003'] }],
    sources: reference,
  },
  'customer-agreement-missing': {
    what: 'Partner Center has no record that the customer accepted Microsoft’s customer agreement.',
    why: 'Nothing can be ordered before it is recorded who accepted it, and when.',
    fix: 'Have the customer accept the agreement, then record the acceptance in Partner Center.',
    signs: [{ codes: ['13605'] }],
    sources: reference,
  },
  'customer-agreement-recorded': {
    what: 'The acceptance of this agreement is recorded already.',
    why: 'An agreement can be recorded once for each customer.',
    fix: 'Go on: nothing has to be done.',
    signs: [{ codes: ['600061'] }],
    sources: reference,
  },
  'customer-data-refused': {
    what: 'Partner Center does not accept what is said of the customer.',
    why: 'An address, registration number or telephone number does not have the form that the country demands.',
    fix: 'Correct what Partner Center names.',
    signs: [{ codes: ['3000', '27006', '600002', '600049', '600050', '600051'] }],
    sources: reference,
  },
  'offer-not-sold': {
    what: 'This product cannot be bought for this customer.',
    why: 'It is not sold in the customer’s country or segment, or not to this kind of partner.',
    fix: 'Look it up in the customer’s own catalogue by its id and take the item that is there.',
    signs: [{ codes: ['2006', '2085', '2091', '2100', '400013', '800020'] }],
    sources: reference,
  },
  'quantity-refused': {
    what: 'The quantity is outside what is sold.',
    why: 'Products have a least and a most quantity.',
    fix: 'Change the quantity to what the catalogue names.',
    signs: [{ codes: ['2002'] }],
    sources: reference,
  },
  'country-not-served': {
    what: 'This partner cannot sell in the customer’s country.',
    why: 'The partner’s agreement covers its own market only.',
    fix: 'Buy through a partner of the customer’s market.',
    signs: [{ codes: ['2030', '800070'] }],
    sources: reference,
  },
  'cart-refused': {
    what: 'Partner Center does not accept the cart.',
    why: 'A line is incomplete or wrong.',
    fix: 'Look at the errors of the lines, correct them and make a new cart.',
    signs: [{ codes: ['800001', '800002', '800003', '800004', '800005', '800009'] }],
    sources: reference,
  },
  'cart-missing': {
    what: 'Partner Center has no such cart.',
    why: 'Carts last for about a week, and belong to one customer.',
    fix: 'Make a new cart.',
    signs: [{ codes: ['800008'] }],
    sources: reference,
  },
  'cart-sold-out': {
    what: 'A product of the cart is not available at the moment.',
    why: 'Its stock is used up.',
    fix: 'Try again later, or order less.',
    signs: [{ codes: ['800010', '800017'] }],
    sources: reference,
  },
  'cart-in-progress': {
    what: 'The cart is being worked on.',
    why: 'A checkout that began before has not ended yet.',
    fix: 'Wait a minute, then look whether the cart was ordered before anything is repeated.',
    signs: [{ codes: ['800060', '800064'] }],
    sources: reference,
  },
  'cart-ordered-already': {
    what: 'The cart was ordered already.',
    why: 'A checkout before this one succeeded, though its answer may have been lost.',
    fix: 'Look the order up; do not order again.',
    signs: [{ codes: ['800065'] }],
    sources: reference,
  },
  'partner-credit-used-up': {
    what: 'The partner’s credit with Microsoft is used up.',
    why: 'Open invoices and this order together are above the limit.',
    fix: 'Pay open invoices, or ask ucmwrcsp@microsoft.com for a higher limit.',
    signs: [{ codes: ['800023', '800025', '900121'] }],
    sources: reference,
  },
  'partner-not-ready': {
    what: 'The partner may not order yet.',
    why: 'The partner agreement is not signed, the reseller is not active, or the partner id is not accepted.',
    fix: 'Finish the partner’s own registration in Partner Center.',
    signs: [{ codes: ['800015', '800016', '800039', '900123', '900124'] }],
    sources: reference,
  },
  'customer-under-review': {
    what: 'Microsoft reviews this customer and takes no orders meanwhile.',
    why: 'Something about the customer or the order looked like a risk.',
    fix: 'Wait for the result that Partner Center shows, or ask its support.',
    signs: [{ codes: ['800069', '800073', '800074'] }],
    sources: reference,
  },
  'order-limit-reached': {
    what: 'The order is above a limit.',
    why: 'Sandboxes and new partners may order little.',
    fix: 'Order less, or have the limit raised by Partner Center’s support.',
    signs: [{ codes: ['800018', '800066', '800067'] }],
    sources: reference,
  },
  'subscription-suspended': {
    what: 'The subscription is suspended, so that its quantity cannot be changed.',
    why: 'Only active subscriptions take a new quantity.',
    fix: 'Reactivate it first.',
    signs: [{ codes: ['2001'] }],
    sources: reference,
  },
} as const satisfies Record<string, FailureText>
