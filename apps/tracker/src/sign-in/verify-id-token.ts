import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import type { Clock } from '../domain/clock.ts'
import type { Identity } from './attempt.ts'
import { type Authority, isGuid } from './authority.ts'
import { SignInFailure } from './sign-in-failure.ts'

/** What an id_token is held against. */
export interface IdTokenExpectations {
  readonly authority: Authority
  readonly clientId: string
  /** Tenant ids in lower case. */
  readonly allowedTenants: readonly string[]
  readonly clock: Clock
  /** Milliseconds until fetching the keys is given up. */
  readonly timeout: number
}

/** Judges an id_token that answers the attempt with this nonce. */
export type IdTokenVerifier = (idToken: string, nonce: string) => Promise<Identity>

/** Seconds by which clocks may differ. */
const leeway = 60

/**
 * Makes a verifier that keeps the provider's published keys. msal-node checks no signature, so everything is checked
 * here: signature by RS256 alone, issuer against the tenant the token names, audience, times, nonce, tenant.
 *
 * Source: https://learn.microsoft.com/en-us/entra/identity-platform/claims-validation
 */
export function createIdTokenVerifier(expected: IdTokenExpectations): IdTokenVerifier {
  const keySet = createRemoteJWKSet(new URL(expected.authority.jwksUri), { timeoutDuration: expected.timeout })
  const keys: JWTVerifyGetKey = async (header, token) => {
    try {
      return await keySet(header, token)
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error
      // Whatever else goes wrong here is about fetching the set, not about the token.
      throw new SignInFailure('provider-unreachable', { cause: error })
    }
  }
  return async (idToken, nonce) => {
    const { payload, kid } = await verifySignature(idToken, keys, expected)
    const { tid } = payload
    const issuer = isGuid(tid) ? expected.authority.issuerOf(tid.toLowerCase()) : undefined
    if (issuer === undefined || payload.iss !== issuer) throw new SignInFailure('issuer')
    const key = keySet.jwks()?.keys.find((one) => one.kid === kid)
    if (!maySignFor(key, issuer, String(tid))) throw new SignInFailure('issuer')
    if (payload.nonce !== nonce) throw new SignInFailure('nonce-mismatch')
    const identity = identityOf(payload)
    if (!expected.allowedTenants.includes(identity.tenantId)) throw new SignInFailure('tenant-not-allowed')
    return identity
  }
}

async function verifySignature(idToken: string, keys: JWTVerifyGetKey, { clientId, clock }: IdTokenExpectations) {
  try {
    const { payload, protectedHeader } = await jwtVerify(idToken, keys, {
      algorithms: ['RS256'],
      audience: clientId,
      clockTolerance: leeway,
      currentDate: clock.now(),
      requiredClaims: ['exp', 'iat', 'iss', 'aud'],
    })
    return { payload, kid: protectedHeader.kid }
  } catch (error) {
    if (error instanceof SignInFailure) throw error
    throw new SignInFailure(codeOf(error), { cause: error })
  }
}

function codeOf(error: unknown) {
  if (error instanceof errors.JWTExpired) return 'expired'
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'audience'
    if (error.claim === 'iss') return 'issuer'
    return error.claim === 'nbf' || error.claim === 'iat' || error.claim === 'exp' ? 'expired' : 'claims-missing'
  }
  return 'signature'
}

/** Microsoft writes beside each key for which issuer it signs, as a template where that is any tenant. */
function maySignFor(key: object | undefined, issuer: string, tenantId: string): boolean {
  if (key === undefined || !('issuer' in key) || typeof key.issuer !== 'string') return true
  return key.issuer.replace('{tenantid}', tenantId) === issuer
}

function identityOf(payload: JWTPayload): Identity {
  const { oid, tid, name, preferred_username: username, roles } = payload
  if (!isGuid(oid) || !isGuid(tid) || typeof username !== 'string' || username === '') {
    throw new SignInFailure('claims-missing')
  }
  return {
    tenantId: tid.toLowerCase(),
    objectId: oid.toLowerCase(),
    name: typeof name === 'string' && name !== '' ? name : username,
    username,
    roles: Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : [],
  }
}
