/** What a tenant keeps as a partner of the Cloud Solution Provider programme. Plain JSON. */
export interface PartnerState {
  /** Tenant ids of customers who accepted the relationship. */
  customers: string[]
  /** Recorded acceptances of agreements, by customer. */
  agreements: Record<string, AcceptedAgreementState[]>
  carts: Record<string, CartState>
  orders: Record<string, OrderState>
  subscriptions: Record<string, PartnerSubscriptionState>
  /** What was answered to a request id, so that a repeated call is carried out once. Never with a password. */
  answered: Record<string, { status: number; body: unknown }>
}

export interface AcceptedAgreementState {
  templateId: string
  dateAgreed: string
  type: string
  primaryContact: { firstName: string; lastName: string; email: string; phoneNumber?: string }
}

export interface CartLineState {
  id: number
  catalogItemId: string
  quantity: number
  billingCycle: string
  termDuration?: string
  friendlyName?: string
  error?: { errorCode: string; errorDescription: string }
}

export interface CartState {
  id: string
  customer: string
  status: 'Active' | 'Ordered'
  expirationTimestamp: string
  lineItems: CartLineState[]
}

export interface OrderState {
  id: string
  customer: string
  status: 'completed'
  creationDate: string
  billingCycle: string
  lineItems: {
    lineItemNumber: number
    offerId: string
    friendlyName: string
    subscriptionId: string
    termDuration: string
    transactionType: string
    quantity: number
  }[]
}

export interface PartnerSubscriptionState {
  id: string
  customer: string
  offerId: string
  offerName: string
  friendlyName?: string
  skuId: string
  quantity: number
  status: 'active' | 'suspended'
  autoRenewEnabled: boolean
  commitmentEndDate: string
  orderId: string
  /** Raised with each change; stands in the ETag. */
  version: number
}

/** A partner with these customers, of whom some accepted the customer agreement. */
export function createPartnerState(customers: readonly string[], agreed: readonly string[], now: Date): PartnerState {
  const acceptance: AcceptedAgreementState = {
    templateId: customerAgreement,
    dateAgreed: now.toISOString(),
    type: 'MicrosoftCustomerAgreement',
    primaryContact: { firstName: 'The', lastName: 'Administrator', email: 'admin@customer.example' },
  }
  return {
    customers: [...customers],
    agreements: Object.fromEntries(agreed.map((customer) => [customer, [acceptance]])),
    carts: {},
    orders: {},
    subscriptions: {},
    answered: {},
  }
}

/** Id of the text of Microsoft's customer agreement, as the reference's sample has it. */
export const customerAgreement = '117a77b0-9360-443b-8795-c6dedc750cf9'
