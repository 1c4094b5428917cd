import type { Instant } from '@sevenstep/onboarding'
import type { Texts } from '../../texts/index.ts'

/** How the person wants the page coloured; `auto` follows the device. */
export type Theme = 'auto' | 'light' | 'dark'

/** A link of the main navigation. */
export interface NavigationLink {
  readonly href: string
  readonly label: string
  readonly current?: boolean
  /** How many things wait behind it; shown when above zero. */
  readonly count?: number
}

/** Who is signed in, and where their menu leads. */
export interface Account {
  readonly name: string
  /** Role and organisation as people say them, such as "ISV admin · Contoso Fleet". */
  readonly role: string
  readonly links: readonly { readonly href: string; readonly label: string }[]
  /** Address that a POST signs out at. */
  readonly signOutAction: string
}

/** A message about what was just done, shown once. */
export interface Flash {
  readonly level: 'success' | 'info' | 'error'
  readonly message: string
}

/** What stands around every page; made once for a request. */
export interface Frame {
  readonly texts: Texts
  readonly theme: Theme
  /** The clock of the request, from which relative times are told. */
  readonly now: Instant
  /** Path and query of this page, to come back to after a change of language or theme. */
  readonly path: string
  readonly navigation: readonly NavigationLink[]
  /** Whether single keys do something; the person may switch that off. On unless said. */
  readonly shortcuts?: boolean
  /** Absent before sign-in. */
  readonly account?: Account
  /** Where the search box leads, and what was searched; absent where there is nothing to search. */
  readonly search?: { readonly action: string; readonly value?: string }
  readonly flash?: Flash
  readonly version: string
  readonly requestId: string
  /** The address under which an asset is served, by its plain name. */
  readonly assetUrl: (name: string) => string
}
