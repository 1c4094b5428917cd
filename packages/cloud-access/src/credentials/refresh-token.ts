import { type AccountInfo, type AuthenticationResult, ConfidentialClientApplication } from '@azure/msal-node'
import type { RenewableTokenOptions } from '../pipeline/token-source.ts'
import { type ApplicationProof, proofOf } from './application-credentials.ts'
import { type KnownCredential, type SignInOptions, scopeList } from './credential.ts'
import { accessTokenOf, msalConfiguration, msalRequest } from './msal-application.ts'
import { signInFailure } from './sign-in-failure.ts'

/**
 * A person's tokens from a refresh token that an application keeps: Partner Center's secure application model, where
 * somebody of the partner signed in once, with several factors, and the token stays in a vault. In other tenants it works
 * as far as their administrators let the partner in.
 */
export function createRefreshTokenCredential(
  options: SignInOptions & ApplicationProof & { readonly refreshToken: string | (() => Promise<string>) },
): KnownCredential {
  const application = new ConfidentialClientApplication(msalConfiguration(options, proofOf(options)))
  const { refreshToken } = options
  let account: AccountInfo | null = null

  /** The service may have given a newer refresh token, which MSAL keeps beside the account. */
  async function acquire(scopes: string[], asked: RenewableTokenOptions): Promise<AuthenticationResult | null> {
    const request = { scopes, ...msalRequest(options, asked) }
    if (account !== null) {
      const forced = asked.forceRefresh === true ? { forceRefresh: true } : {}
      return application.acquireTokenSilent({ ...request, account, ...forced })
    }
    return application.acquireTokenByRefreshToken({
      ...request,
      refreshToken: typeof refreshToken === 'string' ? refreshToken : await refreshToken(),
      forceCache: true,
    })
  }

  return {
    kind: 'delegated',
    async getToken(scopes, asked: RenewableTokenOptions = {}) {
      try {
        const result = await acquire(scopeList(scopes), asked)
        account = result?.account ?? account
        return accessTokenOf(result)
      } catch (error) {
        throw signInFailure(error)
      }
    },
  }
}
