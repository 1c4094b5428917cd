/** What is told of a template when it is submitted, by edition. */
export type TemplateMetadata = PortalTemplate | PartnerCenterTemplate

/** The form of the portal in 2018. Moments are ISO 8601. */
export interface PortalTemplate {
  readonly edition: '2018-02'
  readonly title: string
  readonly description: string
  /** The biggest benefit, in the vendor's words. */
  readonly benefit: string
  readonly users: number
  readonly runs: number
  readonly categories: readonly string[]
  readonly lastSaved?: string
  readonly lastSuccessfulRun?: string
}

/** The offer in Partner Center today. */
export interface PartnerCenterTemplate {
  readonly edition: 'current'
  /** Address of the package with a signature that lets reviewers read it. A secret: it never stands in what is answered. */
  readonly packageAddress: string
  readonly categories: readonly string[]
  /** The standard contract, or the address of your own licence terms. */
  readonly terms: 'standard-contract' | { readonly url: string }
  readonly privacyUrl: string
  readonly supportUrl: string
  /** Whether the account that submits has a mail address; submissions without one are refused at once. */
  readonly accountHasMail?: boolean
  /** Whether the seller is vetted and enrolled in the programme Microsoft 365 and Copilot. */
  readonly isSellerEnrolled?: boolean
  /** Templates of the gallery are for everybody. */
  readonly isForEverybody: boolean
  /** 32 hexadecimal digits, once it is published. */
  readonly templateId?: string
}
