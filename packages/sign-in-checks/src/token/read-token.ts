import { decodeJwt } from 'jose'
import type { ReadToken, TokenClaims } from './token-claims.ts'

const mostCharacters = 100_000

/**
 * Reads the claims of a token that somebody pasted or piped, with or without `Bearer` before it. The signature is not
 * checked: what is asked here is whether the right token was fetched, not whether to trust it. Neither the token nor
 * more of it than {@link TokenClaims} says is kept. Never throws.
 */
export function readToken(text: string): ReadToken {
  const token = text.trim().replace(/^Bearer\s+/i, '')
  if (token === '') return { ok: false, problem: 'empty' }
  if (token.length > mostCharacters) return { ok: false, problem: 'too-long' }
  const parts = token.split('.')
  if (parts.length === 5) return { ok: false, problem: 'encrypted' }
  if (parts.length !== 3) return { ok: false, problem: 'opaque' }
  try {
    return { ok: true, claims: claimsOf(decodeJwt(token)) }
  } catch {
    // What the library says may quote the token.
    return { ok: false, problem: 'no-claims' }
  }
}

function claimsOf(payload: Readonly<Record<string, unknown>>): TokenClaims {
  const { aud, scp, roles, exp, nbf, tid, azp, appid, iss, idtyp } = payload
  return {
    audiences: (Array.isArray(aud) ? aud : [aud]).filter((one) => typeof one === 'string'),
    scopes: typeof scp === 'string' ? scp.split(' ').filter(Boolean) : undefined,
    roleCount: Array.isArray(roles) ? roles.length : 0,
    expires: numberOf(exp),
    notBefore: numberOf(nbf),
    tenant: textOf(tid),
    client: textOf(azp) ?? textOf(appid),
    issuer: textOf(iss),
    kind: textOf(idtyp),
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}
