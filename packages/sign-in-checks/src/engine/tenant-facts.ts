/** What was looked up in a tenant, so that pure rules can judge it; every part may be missing. */
export interface TenantFacts {
  /** Application ids whose service principals exist in the customer's tenant. */
  readonly servicePrincipals?: readonly string[]
  /** Consent that is recorded there for this application. */
  readonly grants?: readonly ConsentGrant[]
  /** What the application object says of its publisher; null when it was read and nobody is verified. */
  readonly verifiedPublisher?: { readonly displayName: string } | null
  /** What the chosen authority answered. */
  readonly authority?: AuthorityAnswer
  /** The address administrators are sent to for consent. */
  readonly consentAddress?: string
}

/** Delegated permissions that were granted on one API. */
export interface ConsentGrant {
  readonly resourceAppId: string
  readonly scopes: readonly string[]
  /** For everybody of the tenant, or for single users. */
  readonly isForAll: boolean
}

/** What an authority's OpenID configuration says, or why there is none. */
export interface AuthorityAnswer {
  /** The address that was asked. */
  readonly address: string
  readonly issuer?: string
  /** One sentence: what went wrong. */
  readonly problem?: string
}
