import { createHash, randomBytes } from 'node:crypto'
import type { JWTPayload } from 'jose'
import { issuerOf } from './discovery.ts'
import type { Grant } from './grants/grant-store.ts'
import type { Services } from './services.ts'

/** Seconds for which an access token or id_token is good. */
export const tokenLifetime = 3600

/** Microsoft Graph, for which Entra issues an access token when a request names only OpenID scopes. */
const graph = '00000003-0000-0000-c000-000000000000'

/**
 * Signs the id_token of a grant, with whatever faults are switched on.
 *
 * Source: https://learn.microsoft.com/en-us/entra/identity-platform/id-token-claims-reference
 */
export function signIdToken(services: Services, grant: Grant, nonce: string | undefined): Promise<string> {
  const faults = services.faults()
  const claims: JWTPayload = {
    ...commonClaims(services, grant, faults.expired === true ? -2 * tokenLifetime : 0),
    aud: faults.audience ?? grant.clientId,
    iss: faults.issuer ?? issuerOf(services.url, grant.account.tenantId),
    preferred_username: grant.account.username,
  }
  const written = faults.nonce ?? nonce
  if (written !== undefined) claims.nonce = written
  return services.keys.sign(claims, faults.signature)
}

/** Signs the access token of a grant. Its format belongs to the service it is for; applications must not read it. */
export function signAccessToken(services: Services, grant: Grant): Promise<string> {
  return services.keys.sign({
    ...commonClaims(services, grant, 0),
    aud: graph,
    iss: issuerOf(services.url, grant.account.tenantId),
    azp: grant.clientId,
    scp: grant.scope,
  })
}

function commonClaims(services: Services, { account, clientId, sid }: Grant, shift: number): JWTPayload {
  const now = Math.floor(services.clock.now().getTime() / 1000) + shift
  return {
    iat: now,
    nbf: now,
    exp: now + tokenLifetime,
    name: account.name,
    oid: account.objectId,
    sub: pairwiseSubject(clientId, account.objectId),
    tid: account.tenantId,
    sid,
    uti: randomBytes(16).toString('base64url'),
    ver: '2.0',
    ...(account.appRoles === undefined || account.appRoles.length === 0 ? {} : { roles: [...account.appRoles] }),
  }
}

/** The same person has another `sub` in every application. */
export function pairwiseSubject(clientId: string, objectId: string): string {
  return createHash('sha256').update(`${clientId.toLowerCase()}:${objectId.toLowerCase()}`).digest('base64url')
}
