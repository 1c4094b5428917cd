/** What an address answered, or why it did not. */
export interface LinkFact {
  readonly url: string
  /** The status after all redirects. */
  readonly status?: number
  /** The address that answered, where redirects led to another. */
  readonly finalUrl?: string
  readonly contentType?: string
  /** The title of the page. */
  readonly title?: string
  /** One sentence: why nothing was answered. */
  readonly problem?: string
}

/** What is known of the world; `./live` gathers the links, other rooms and the tracker the rest. */
export interface ListingFacts {
  readonly links?: readonly LinkFact[]
  /** How the sign-in room judged the registration of the landing page. */
  readonly landingPageSignIn?: {
    /** Rules of that room that found an error. */
    readonly failedRules: readonly string[]
    /** False when nobody said that the registration is for a landing page. */
    readonly isForLandingPage: boolean
  }
  /** What Microsoft's solution checker found with the ruleset for AppSource. */
  readonly solutionChecker?: { readonly critical: number; readonly high: number }
  /** Whether a test lead arrived where leads go. */
  readonly testLead?: { readonly arrived: boolean }
}
