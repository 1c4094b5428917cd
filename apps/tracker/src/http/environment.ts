import type { Language } from '@sevenstep/onboarding'
import type { Logger } from 'pino'
import type { Configuration } from '../configuration/configuration.ts'
import type { Look } from '../probes/look.ts'
import type { SignedIn } from '../reads/sign-in/read-signed-in.ts'
import type { EntraSignIn } from '../sign-in/entra-sign-in.ts'
import type { Sessions } from '../sign-in/sessions/sessions.ts'
import type { VerbServices } from '../verbs/execute.ts'
import type { Assets } from './assets/assets.ts'
import type { Readiness } from './operations/readiness.ts'

export type { SignedIn }

/** How a page is shown; from the person's settings, or from the browser for somebody unknown. */
export type Theme = 'auto' | 'light' | 'dark'

/** What every route is given. */
export interface HttpServices extends VerbServices {
  readonly configuration: Configuration
  readonly log: Logger
  readonly signIn: EntraSignIn
  readonly sessions: Sessions
  /** Looks at addresses that vendors handed in, as far as the configuration permits. */
  readonly look: Look
  readonly assets: Assets
  readonly readiness: Readiness
}

/** What the middlewares leave for a route. */
export interface HttpEnvironment {
  Variables: {
    requestId: string
    language: Language
    theme: Theme
    /** Whether people come over https, so that cookies are sent over nothing else. */
    secureCookies: boolean
    /** Absent where nobody is signed in. */
    signedIn: SignedIn | undefined
    /** Id of the token where a program asks, for the log. */
    token?: string
  }
}
