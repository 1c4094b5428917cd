/** What was found out about a page in the world, so that pure rules can judge it; every part may be missing. */
export interface HostFacts {
  /** Address that the page is served from. */
  readonly pageAddress?: string
  /** Headers of the page's answer, as they came or as a server is set up to send them; names in any case. */
  readonly headers?: readonly (readonly [name: string, value: string])[]
  /** What the address of Microsoft's script answered. */
  readonly sdkAnswer?: { readonly address: string; readonly status: number; readonly contentType?: string }
  /** Names of parameters that the templates declare which the page shows. */
  readonly templateParameters?: readonly string[]
  /** Ids of the environments that a user of the page has. */
  readonly environments?: readonly string[]
  /** What `checkToken` of `@sevenstep/sign-in-checks` found about a token that the page hands out; empty where nothing. */
  readonly tokenFindings?: readonly TokenFinding[]
  /** What a run of the page in a browser showed. */
  readonly run?: BrowserRun
}

/** As much of a finding about a token as is said here. */
export interface TokenFinding {
  readonly ruleId: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: { readonly what: string; readonly fix: string }
}

/** A run of the page in a browser. */
export interface BrowserRun {
  /** Events that widgets sent, such as WIDGET_READY. */
  readonly events: readonly string[]
  /** Whether third-party cookies were let through. */
  readonly thirdPartyCookies: 'allowed' | 'blocked'
  /** Whether the page told the person what to do when the widget did not come. */
  readonly showedGuidance?: boolean
}
