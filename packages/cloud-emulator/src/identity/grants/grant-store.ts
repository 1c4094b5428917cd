import { randomBytes } from 'node:crypto'
import type { EmulatedAccount } from '../directory.ts'
import type { Clock } from '../services.ts'

/** What a person agreed to at the sign-in page; codes and refresh tokens stand for it. */
export interface Grant {
  readonly clientId: string
  readonly account: EmulatedAccount
  readonly scope: string
  readonly sid: string
  /** The API, where the older endpoint was asked. */
  readonly resource?: string
}

/** A grant with what its code is bound to. */
export interface CodeGrant extends Grant {
  readonly redirectUri: string
  /** Nothing where the request came without PKCE. */
  readonly codeChallenge: string | undefined
  readonly nonce: string | undefined
}

/** The outcome of handing in a code or refresh token. */
export type Redemption<Kind> =
  | { readonly ok: true; readonly grant: Kind; readonly family: string }
  | { readonly ok: false; readonly why: 'unknown' | 'expired' | 'redeemed' }

/** Codes and refresh tokens that were handed out. */
export interface GrantStore {
  readonly issueCode: (grant: CodeGrant) => string
  /** Uses a code up. Handing it in again takes away the refresh tokens it gave, as RFC 6749 section 4.1.2 asks. */
  readonly redeemCode: (code: string) => Redemption<CodeGrant>
  readonly issueRefreshToken: (grant: Grant, family: string) => string
  readonly useRefreshToken: (token: string) => Redemption<Grant>
}

interface Held<Kind> {
  readonly grant: Kind
  readonly family: string
  readonly expiresAt: number
  redeemed: boolean
}

const minute = 60_000
const codeLifetime = 10 * minute
const refreshTokenLifetime = 90 * 24 * 60 * minute

/** Grants in memory; what has run out is forgotten a lifetime later, so that "expired" and "unknown" stay apart. */
export function createGrantStore(clock: Clock): GrantStore {
  const codes = new Map<string, Held<CodeGrant>>()
  const refreshTokens = new Map<string, Held<Grant>>()
  return {
    issueCode: (grant) => hold(codes, grant, '1.', codeLifetime, clock),
    redeemCode: (code) => {
      const held = codes.get(code)
      if (held === undefined) return { ok: false, why: 'unknown' }
      if (held.redeemed) {
        for (const [token, { family }] of refreshTokens) if (family === held.family) refreshTokens.delete(token)
        return { ok: false, why: 'redeemed' }
      }
      if (held.expiresAt <= clock.now().getTime()) return { ok: false, why: 'expired' }
      held.redeemed = true
      return { ok: true, grant: held.grant, family: held.family }
    },
    issueRefreshToken: (grant, family) => hold(refreshTokens, grant, '2.', refreshTokenLifetime, clock, family),
    useRefreshToken: (token) => {
      const held = refreshTokens.get(token)
      if (held === undefined) return { ok: false, why: 'unknown' }
      if (held.expiresAt <= clock.now().getTime()) return { ok: false, why: 'expired' }
      return { ok: true, grant: held.grant, family: held.family }
    },
  }
}

function hold<Kind>(
  all: Map<string, Held<Kind>>,
  grant: Kind,
  prefix: string,
  lifetime: number,
  clock: Clock,
  family: string = randomBytes(16).toString('hex'),
): string {
  const now = clock.now().getTime()
  for (const [key, { expiresAt }] of all) if (expiresAt + lifetime < now) all.delete(key)
  const handle = `${prefix}${randomBytes(48).toString('base64url')}`
  all.set(handle, { grant, family, expiresAt: now + lifetime, redeemed: false })
  return handle
}
