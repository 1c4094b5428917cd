import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import {
  AuthError,
  ConfidentialClientApplication,
  type Configuration,
  CryptoProvider,
  PublicClientApplication,
  ServerError,
} from '@azure/msal-node'
import type { Language } from '@sevenstep/onboarding'
import { type Clock, systemClock } from '../domain/clock.ts'
import type { Identity, SignInAttempt } from './attempt.ts'
import { type AuthorityMapping, authorityOf, isGuid } from './authority.ts'
import { createProviderNetwork } from './provider-network.ts'
import { safeReturnTo } from './return-to.ts'
import { SignInFailure, SignInSettingsError } from './sign-in-failure.ts'
import { createIdTokenVerifier } from './verify-id-token.ts'

/** How people sign in with Microsoft Entra ID. */
export interface EntraSignInOptions {
  /** The id of one tenant, or `organizations` for accounts of any. */
  readonly tenantId: string
  readonly clientId: string
  /** With neither secret nor certificate the app registration has to be a public client. */
  readonly clientSecret?: string | undefined
  readonly certificate?: { readonly thumbprintSha256: string; readonly privateKey: string } | undefined
  /** The address of our own that the browser comes back to; registered with the application. */
  readonly redirectUri: string
  /** Ids of the tenants whose accounts may sign in. */
  readonly allowedTenants: readonly string[]
  /** For the offline demo alone. */
  readonly authorityMapping?: AuthorityMapping | undefined
  readonly clock?: Clock
  /** Milliseconds until a request to the provider is given up; ten seconds where none is given. */
  readonly timeout?: number
}

/** What the browser came back with. `URLSearchParams` lets a parameter that is given twice be seen, and refused. */
export type SignInAnswer = URLSearchParams | Readonly<Record<string, string>>

/** Signing in, from the first redirect to a proved identity. It keeps nothing: attempts are the caller's to keep. */
export interface EntraSignIn {
  /** Origins that our forms may end up at after a redirect, for the `form-action` of our pages. */
  readonly formTargets: readonly string[]
  /** Starts an attempt: keep it on the server, bound to the browser, and redirect to `url`. */
  readonly begin: (
    returnTo: string | undefined,
    language?: Language,
  ) => Promise<{ readonly url: string; readonly attempt: SignInAttempt }>
  /**
   * Finishes an attempt, which the caller has taken out of its store, with the parameters the browser came back with.
   *
   * @throws SignInFailure for everything that keeps the person from being believed.
   */
  readonly complete: (attempt: SignInAttempt | undefined, answer: SignInAnswer) => Promise<Identity>
  /** Where to send a browser to end its session at the provider too. */
  readonly signOutUrl: (postLogoutRedirectUri: string) => string
}

/** Milliseconds within which people have to come back from the provider. */
export const attemptLifetime = 15 * 60_000

const scopes = ['openid', 'profile']

/**
 * Makes sign-in over msal-node: authorization code with PKCE, state and nonce.
 *
 * @throws SignInSettingsError where nobody could sign in, or anybody could.
 */
export function createEntraSignIn(options: EntraSignInOptions): EntraSignIn {
  const { clientId, redirectUri, clock = systemClock, timeout = 10_000 } = options
  const authority = authorityOf(options.tenantId, options.authorityMapping)
  const allowedTenants = options.allowedTenants.map((tenant) => tenant.toLowerCase())
  if (allowedTenants.length === 0) {
    throw new SignInSettingsError(
      'No tenant is allowed to sign in. List the ids of the tenants whose accounts may; an empty list lets nobody in.',
    )
  }
  const notAnId = allowedTenants.find((tenant) => !isGuid(tenant))
  if (notAnId !== undefined) {
    throw new SignInSettingsError(
      `"${notAnId}" on the list of allowed tenants is not a tenant id, so nobody could match it. Tokens name tenants by id; take the id from the Entra admin centre.`,
    )
  }
  const verify = createIdTokenVerifier({ authority, clientId, allowedTenants, clock, timeout })

  // A client for each call: its cache would otherwise collect the tokens of everybody who ever signed in.
  const connect = () => {
    const network = createProviderNetwork(authority, timeout)
    return { network, client: createClient(options, authority.msalAuthority, network.module) }
  }

  return {
    formTargets: [authority.origin],
    begin: async (returnTo, language) => {
      const { verifier, challenge } = await new CryptoProvider().generatePkceCodes()
      const attempt: SignInAttempt = {
        state: randomText(),
        nonce: randomText(),
        codeVerifier: verifier,
        returnTo: safeReturnTo(returnTo),
        createdAt: clock.now(),
      }
      const url = await connect().client.getAuthCodeUrl({
        scopes,
        redirectUri,
        state: attempt.state,
        nonce: attempt.nonce,
        codeChallenge: challenge,
        codeChallengeMethod: 'S256',
        responseMode: 'query',
        prompt: 'select_account',
        ...(language === undefined ? {} : { extraQueryParameters: { ui_locales: language } }),
      })
      return { url: authority.mapped(url), attempt }
    },
    complete: async (attempt, answer) => {
      if (attempt === undefined) throw new SignInFailure('attempt-missing')
      const code = readAnswer(attempt, new URLSearchParams(answer), clock.now())
      const { network, client } = connect()
      const { nonce, codeVerifier } = attempt
      const result = await client
        .acquireTokenByCode({ scopes, redirectUri, code, codeVerifier, nonce })
        .catch((error: unknown) => {
          throw failureOf(error, network.failure())
        })
      return verify(result.idToken, nonce)
    },
    signOutUrl: (postLogoutRedirectUri) =>
      `${authority.signOutUrl}?${new URLSearchParams({ post_logout_redirect_uri: postLogoutRedirectUri })}`,
  }
}

function createClient(
  { clientId, clientSecret, certificate }: EntraSignInOptions,
  authority: string,
  networkClient: NonNullable<Configuration['system']>['networkClient'],
): Pick<PublicClientApplication, 'getAuthCodeUrl' | 'acquireTokenByCode'> {
  const system = { ...(networkClient === undefined ? {} : { networkClient }), disableInternalRetries: true }
  if (clientSecret !== undefined) {
    return new ConfidentialClientApplication({ auth: { clientId, authority, clientSecret }, system })
  }
  if (certificate !== undefined) {
    return new ConfidentialClientApplication({ auth: { clientId, authority, clientCertificate: certificate }, system })
  }
  return new PublicClientApplication({ auth: { clientId, authority }, system })
}

/** Takes the code out of the browser's answer; whose answer it is comes before what it says. */
function readAnswer(attempt: SignInAttempt, answer: URLSearchParams, now: Date): string {
  const repeated = ['state', 'code', 'error'].some((name) => answer.getAll(name).length > 1)
  if (repeated) throw new SignInFailure('answer-malformed')
  if (!sameText(answer.get('state') ?? '', attempt.state)) throw new SignInFailure('state-mismatch')
  if (now.getTime() - attempt.createdAt.getTime() > attemptLifetime) throw new SignInFailure('attempt-expired')
  const error = answer.get('error')
  if (error !== null) {
    const cause = new Error(`${error}: ${answer.get('error_description') ?? ''}`.slice(0, 2000))
    throw new SignInFailure(error === 'access_denied' ? 'denied' : 'provider-refused', { cause })
  }
  const code = answer.get('code')
  if (code === null || code === '') throw new SignInFailure('answer-malformed')
  return code
}

function failureOf(error: unknown, unreachable: Error | undefined): SignInFailure {
  if (unreachable !== undefined) return new SignInFailure('provider-unreachable', { cause: unreachable })
  if (!(error instanceof AuthError)) return new SignInFailure('provider-refused', { cause: error })
  const more = { cause: error, reference: error.correlationId || undefined }
  if (error.errorCode === 'nonce_mismatch') return new SignInFailure('nonce-mismatch', more)
  if (!(error instanceof ServerError)) return new SignInFailure('provider-refused', more)
  if (error.errorCode === 'invalid_grant') return new SignInFailure('code-rejected', more)
  const ours = error.errorCode === 'invalid_client' || error.errorCode === 'unauthorized_client'
  return new SignInFailure(ours ? 'client-rejected' : 'provider-refused', more)
}

/** 256 random bits. */
function randomText(): string {
  return randomBytes(32).toString('base64url')
}

function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
