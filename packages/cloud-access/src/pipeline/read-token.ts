import { decodeJwt } from 'jose'

/** Whose token it is: an application's own, or one of a signed-in person. */
export type CredentialKind = 'application' | 'delegated' | 'unknown'

/** What the pipeline looks at in a token. The signature is never checked: that is the service's business. */
export interface TokenClaims {
  readonly tenantId: string | undefined
  readonly audiences: readonly string[]
  /** Milliseconds since 1970. */
  readonly expiresAt: number | undefined
  readonly kind: CredentialKind
}

/** Reads the claims of a token; opaque tokens have none. */
export function readToken(token: string): TokenClaims | undefined {
  let claims: ReturnType<typeof decodeJwt>
  try {
    claims = decodeJwt(token)
  } catch {
    return undefined
  }
  const { aud, exp } = claims
  const tenantId = claims.tid
  return {
    tenantId: typeof tenantId === 'string' ? tenantId : undefined,
    audiences: typeof aud === 'string' ? [aud] : (aud ?? []),
    expiresAt: exp === undefined ? undefined : exp * 1000,
    kind: kindOf(claims),
  }
}

/** `idtyp` says it where it is there; scopes belong to people; roles without scopes to applications. */
function kindOf(claims: Readonly<Record<string, unknown>>): CredentialKind {
  if (claims.idtyp === 'app') return 'application'
  if (claims.idtyp === 'user' || typeof claims.scp === 'string') return 'delegated'
  if (Array.isArray(claims.roles) || claims.appidacr === '1' || claims.appidacr === '2') {
    return claims.upn === undefined && claims.unique_name === undefined ? 'application' : 'unknown'
  }
  return 'unknown'
}
