import {
  type AccountInfo,
  type AuthenticationResult,
  InteractionRequiredAuthError,
  PublicClientApplication,
  ServerError,
} from '@azure/msal-node'
import { CloudFailure } from '../failures/cloud-failure.ts'
import type { RenewableTokenOptions } from '../pipeline/token-source.ts'
import { type KnownCredential, type SignInOptions, scopeList } from './credential.ts'
import { accessTokenOf, msalConfiguration, msalRequest } from './msal-application.ts'
import { signInFailure } from './sign-in-failure.ts'

/** What a way of asking the person is given. */
export interface AskForSignIn {
  readonly application: PublicClientApplication
  readonly scopes: string[]
  /** Claims and authority, where the call has its own. */
  readonly request: { readonly claims?: string; readonly authority?: string }
  readonly signal: AbortSignal | undefined
}

/**
 * A person's tokens: silently from what an earlier sign-in left, otherwise by asking the person. Calls that come at the
 * same time ask once.
 */
export function createPersonCredential(
  options: SignInOptions & { readonly account?: string },
  ask: (asking: AskForSignIn) => Promise<AuthenticationResult | null>,
): KnownCredential {
  const application = new PublicClientApplication(msalConfiguration(options))
  let account: AccountInfo | undefined
  let asking: Promise<unknown> = Promise.resolve()

  async function silently(scopes: string[], asked: RenewableTokenOptions): Promise<AuthenticationResult | undefined> {
    account ??= (await application.getTokenCache().getAllAccounts()).find((known) => isMeant(known, options))
    if (account === undefined) return undefined
    try {
      return await application.acquireTokenSilent({
        account,
        scopes,
        ...msalRequest(options, asked),
        ...(asked.forceRefresh === true ? { forceRefresh: true } : {}),
      })
    } catch (error) {
      if (needsPerson(error)) return undefined
      throw error
    }
  }

  async function byAsking(scopes: string[], asked: RenewableTokenOptions): Promise<AuthenticationResult | null> {
    // Somebody who waited while another call asked may find a token now.
    const held = await silently(scopes, asked)
    if (held !== undefined) return held
    const signal = asked.abortSignal instanceof AbortSignal ? asked.abortSignal : undefined
    const result = await ask({ application, scopes, request: msalRequest(options, asked), signal })
    account = result?.account ?? account
    return result
  }

  return {
    kind: 'delegated',
    async getToken(scopes, asked: RenewableTokenOptions = {}) {
      const list = scopeList(scopes)
      try {
        const held = await silently(list, asked)
        if (held !== undefined) return accessTokenOf(held)
        const turn = asking.then(() => byAsking(list, asked))
        asking = turn.catch(() => undefined)
        return accessTokenOf(await turn)
      } catch (error) {
        if (asked.abortSignal?.aborted === true) throw new CloudFailure('cancelled', { service: 'sign-in' })
        throw signInFailure(error)
      }
    },
  }
}

/** MSAL counts an ended refresh token among the errors of the server, although only the person can help. */
function needsPerson(error: unknown): boolean {
  return (
    error instanceof InteractionRequiredAuthError ||
    (error instanceof ServerError && error.errorCode === 'invalid_grant')
  )
}

function isMeant(
  known: AccountInfo,
  { account, tenant }: { readonly account?: string; readonly tenant: string },
): boolean {
  if (account !== undefined)
    return known.username.toLowerCase() === account.toLowerCase() || known.homeAccountId === account
  return known.tenantId === tenant || !/^[0-9a-f-]{36}$/i.test(tenant)
}
