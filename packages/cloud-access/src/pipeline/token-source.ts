import type { GetTokenOptions, TokenCredential } from '@azure/core-auth'
import { scopeOf } from '../clouds/cloud.ts'
import { CloudFailure } from '../failures/cloud-failure.ts'
import type { Clock } from './clock.ts'
import { type CredentialKind, readToken } from './read-token.ts'

/** A token that may be sent. */
export interface HeldToken {
  /** Value of the `Authorization` header. */
  readonly header: string
  readonly kind: CredentialKind
  /** When to get the next one, in milliseconds since 1970. */
  readonly renewAt: number
}

/** Tokens of one credential, one for each audience, checked once when they come. */
export interface TokenSource {
  /** Kind that the credential says of itself, before any token is there. */
  readonly kind: CredentialKind
  /** The token for an audience; a held one at once. */
  held(audience: string): HeldToken | undefined
  get(audience: string, options?: TokenRequest): Promise<HeldToken>
}

/** What a token is asked for with. */
export interface TokenRequest {
  readonly signal?: AbortSignal | undefined
  /** Claims that the service demanded; a held token does not serve then. */
  readonly claims?: string
  /** A held token whose header is this one does not serve: the service refused it. */
  readonly refused?: string
}

/** What credentials of this package understand beyond the usual: others ignore it. */
export interface RenewableTokenOptions extends GetTokenOptions {
  /** A cached token does not serve: the service refused it although it has not ended. */
  readonly forceRefresh?: boolean
}

/** Tokens are renewed this long before they end, so that none ends on its way. */
const margin = 120_000

const tenantIdForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What a token source is made of. */
export interface TokenSourceParts {
  readonly credential: TokenCredential
  readonly tenant: string
  readonly clock: Clock
  /** Every audience that serves where this one is asked for. */
  readonly accepts: (audience: string) => readonly string[]
}

/** Holds the tokens of one credential for one tenant. */
export function createTokenSource(parts: TokenSourceParts): TokenSource {
  const { credential, tenant, clock, accepts } = parts
  const tokens = new Map<string, HeldToken>()
  const pending = new Map<string, Shared>()
  const kind = describedKind(credential)

  async function fetchToken(audience: string, request: TokenRequest, signal: AbortSignal): Promise<HeldToken> {
    const options: RenewableTokenOptions = {
      tenantId: tenant,
      enableCae: true,
      abortSignal: signal,
      ...(request.claims === undefined ? {} : { claims: request.claims }),
      ...(request.refused === undefined ? {} : { forceRefresh: true }),
    }
    const answer = await credential.getToken(scopeOf(audience), options).catch((cause: unknown) => {
      throw failureOfCredential(cause)
    })
    if (answer === null || answer.token === '') throw new CloudFailure('credential-gave-nothing')
    const token = checkedToken(answer.token, answer.expiresOnTimestamp, { audience, tenant, clock, kind, accepts })
    tokens.set(audience, token)
    return token
  }

  function held(audience: string): HeldToken | undefined {
    const token = tokens.get(audience)
    return token !== undefined && token.renewAt > clock.now() ? token : undefined
  }

  return {
    kind,
    held,
    async get(audience, request = {}) {
      const token = held(audience)
      if (token !== undefined && request.claims === undefined && token.header !== request.refused) return token
      if (request.refused !== undefined && token?.header === request.refused) tokens.delete(audience)
      const key = `${audience} ${request.claims ?? ''}`
      let shared = pending.get(key)
      if (shared === undefined) {
        shared = share((signal) => fetchToken(audience, request, signal))
        pending.set(key, shared)
        const forget = (): boolean => pending.delete(key)
        shared.result.then(forget, forget)
      }
      return waitFor(shared, request.signal)
    },
  }
}

/** One question to the credential for all who ask the same at the same time; it ends early when all of them gave up. */
interface Shared {
  readonly result: Promise<HeldToken>
  readonly ending: AbortController
  waiting: number
}

function share(fetch: (signal: AbortSignal) => Promise<HeldToken>): Shared {
  const ending = new AbortController()
  return { result: fetch(ending.signal), ending, waiting: 0 }
}

function waitFor(shared: Shared, signal: AbortSignal | undefined): Promise<HeldToken> {
  shared.waiting += 1
  if (signal === undefined) return shared.result
  return new Promise((resolve, reject) => {
    const giveUp = (): void => {
      shared.waiting -= 1
      if (shared.waiting === 0) shared.ending.abort(signal.reason)
      reject(signal.reason)
    }
    signal.addEventListener('abort', giveUp, { once: true })
    if (signal.aborted) giveUp()
    shared.result.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}

/** Credentials of others fail in their own ways. */
function failureOfCredential(cause: unknown): CloudFailure {
  if (cause instanceof CloudFailure) return cause
  return new CloudFailure('credential-gave-nothing', {
    cause,
    details: [cause instanceof Error ? cause.message : String(cause)],
  })
}

interface Expected {
  readonly audience: string
  readonly tenant: string
  readonly clock: Clock
  readonly kind: CredentialKind
  readonly accepts: TokenSourceParts['accepts']
}

function checkedToken(token: string, expiresAt: number, expected: Expected): HeldToken {
  const claims = readToken(token)
  const tenantId = claims?.tenantId
  if (
    tenantId !== undefined &&
    tenantIdForm.test(expected.tenant) &&
    tenantId.toLowerCase() !== expected.tenant.toLowerCase()
  )
    throw new CloudFailure('token-of-other-tenant', {
      details: [`Asked for ${expected.tenant}; the token belongs to ${tenantId}.`],
    })
  if (claims !== undefined) checkAudience(claims.audiences, expected)
  const now = expected.clock.now()
  return {
    header: `Bearer ${token}`,
    kind: expected.kind === 'unknown' ? (claims?.kind ?? 'unknown') : expected.kind,
    // A token that ends within the margin serves until it is refused, rather than being fetched for every call.
    renewAt: expiresAt - now > margin ? expiresAt - margin : expiresAt,
  }
}

/** An application's id as audience tells nothing of which service it is; the service will say. */
function checkAudience(audiences: readonly string[], { audience, accepts }: Expected): void {
  const plain = (text: string): string => text.toLowerCase().replace(/\/+$/, '')
  const accepted = new Set(accepts(audience).map(plain))
  if (audiences.length === 0 || audiences.some((given) => !given.includes('://') || accepted.has(plain(given)))) return
  throw new CloudFailure('token-of-other-audience', {
    details: [`Asked for ${audience}; the token is for ${audiences.join(', ')}.`],
  })
}

function describedKind(credential: TokenCredential): CredentialKind {
  const kind = 'kind' in credential ? credential.kind : undefined
  return kind === 'application' || kind === 'delegated' ? kind : 'unknown'
}
