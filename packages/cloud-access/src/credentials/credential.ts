import type { AccessToken, TokenCredential } from '@azure/core-auth'
import type { HttpClient } from '@azure/core-rest-pipeline'
import type { Cloud } from '../clouds/cloud.ts'
import type { RenewableTokenOptions } from '../pipeline/token-source.ts'
import type { TokenCache } from './token-cache.ts'

/** A credential that says whose tokens it gives, so that a call they cannot make is refused before it is sent. */
export interface KnownCredential extends TokenCredential {
  readonly kind: 'application' | 'delegated'
  /** @throws CloudFailure with the identity platform's words explained. */
  getToken(scopes: string | string[], options?: RenewableTokenOptions): Promise<AccessToken>
}

/** What every way of signing in needs. */
export interface SignInOptions {
  readonly cloud: Cloud
  /** Id or domain of the tenant to sign in to. */
  readonly tenant: string
  /** Id of the application's registration. */
  readonly clientId: string
  /** Keeps tokens beyond this process; in memory alone if left out. */
  readonly cache?: TokenCache
  /** Sends the requests; core-rest-pipeline's client for Node if left out. */
  readonly transport?: HttpClient
}

/** The scopes as a list, whichever way they were given. */
export function scopeList(scopes: string | string[]): string[] {
  return typeof scopes === 'string' ? [scopes] : scopes
}
