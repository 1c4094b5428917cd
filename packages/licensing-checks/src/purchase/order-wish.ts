/** What a customer is to get. */
export interface OrderWish {
  /** The customer's tenant id. */
  readonly customer: string
  /**
   * Names the order in the partner's own records, for example `2026-11-premium`. The same reference never orders twice:
   * give it again to go on with an order that was interrupted, and another one to order more. The order's lines carry it
   * as their friendly name.
   */
  readonly reference: string
  readonly lines: readonly WishedLine[]
}

/** A product with a quantity and how it is paid. */
export interface WishedLine {
  /** `skuId` of Microsoft Graph; the catalogue is searched by it, never by name. */
  readonly skuId: string
  readonly name: string
  readonly quantity: number
  /** `P1M`, `P1Y` or `P3Y`. */
  readonly term: string
  /** `monthly`, `annual` or `one_time`. */
  readonly billing: string
}

/** A wished line with the item of the catalogue that it becomes. */
export interface OfferedLine extends WishedLine {
  /** `{product}:{sku}:{availability}`; nothing where nothing fits. */
  readonly catalogItemId: string | undefined
  readonly offer: Offer | undefined
}

/** What the customer's catalogue says of a product. */
export interface Offer {
  readonly title: string
  readonly isPurchasable: boolean
  readonly least: number
  readonly most: number
  readonly terms: readonly OfferedTerm[]
}

/** A term with the billing it is sold for. */
export interface OfferedTerm {
  readonly term: string
  readonly billing: string
  /** Until when it can be cancelled, as an ISO duration such as `P7D`; nothing where the catalogue does not say. */
  readonly cancelWithin?: string
}

/** A request as it would be sent to Partner Center, without its token. */
export interface PlannedRequest {
  readonly method: 'POST'
  /** `{cart}` stands for the id that the first request is answered with. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** What an order would be, looked up without changing anything. */
export interface OrderPreview {
  readonly customer: string
  readonly customerName: string | undefined
  readonly reference: string
  readonly lines: readonly OfferedLine[]
  /** Whether the acceptance of the customer agreement is recorded; nothing where it could not be read. */
  readonly hasAgreement: boolean | undefined
  /** The requests that would make the order, in their order; none where it cannot be placed. */
  readonly requests: readonly PlannedRequest[]
  /** Why it cannot be ordered, each a sentence; empty for an order that can be placed. */
  readonly problems: readonly string[]
  /** What a person should know before, each a sentence. */
  readonly notes: readonly string[]
}
