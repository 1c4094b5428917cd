/** What lists of licences do not say; every part may be missing. */
export interface LicensingFacts {
  /** Whom the facts are about, and where they are from; judged by nothing. */
  readonly about?: FactsOrigin
  /** Accounts with which people signed in to the product: user names. */
  readonly signIns?: readonly string[]
  /** The customer's cloud. */
  readonly cloud?: 'public' | 'us-government'
  /** What Partner Center said of the customer. */
  readonly partner?: PartnerFacts
  /** What is meant to be bought, or was. */
  readonly order?: OrderFacts
}

/** Where facts are from. */
export interface FactsOrigin {
  readonly customer?: { readonly id: string; readonly name?: string; readonly domain?: string }
  /** `YYYY-MM-DD`. */
  readonly readOn?: string
  /** The service in which people and their licences were read. */
  readonly usersFrom?: string
}

/** The standing of a partner with a customer. */
export interface PartnerFacts {
  /** Whether the customer accepted the relationship. */
  readonly hasRelationship?: boolean
  /** Whether the customer accepted Microsoft's customer agreement. */
  readonly hasAgreement?: boolean
}

/** An order as Partner Center's catalogue, cart and answers describe it. */
export interface OrderFacts {
  readonly lines?: readonly OrderLine[]
  /** What the cart answered about lines, each a sentence. */
  readonly cartErrors?: readonly string[]
  /** Status of the order: `pending`, `completed`, … */
  readonly orderStatus?: string
  /** What the customer and the partner agreed on. */
  readonly agreedAutoRenew?: boolean
}

/** A line of an order with what the catalogue says of its product. */
export interface OrderLine {
  readonly name: string
  readonly skuId: string
  readonly quantity: number
  readonly term?: string
  readonly billing?: string
  /** Nothing where the catalogue has no item for this product in the customer's country and segment. */
  readonly offer?: {
    readonly isPurchasable: boolean
    readonly least?: number
    readonly most?: number
    readonly terms?: readonly { readonly term: string; readonly billing: string; readonly cancelWithin?: string }[]
  }
}
