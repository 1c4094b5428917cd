import { randomBytes } from 'node:crypto'
import type { JWTPayload } from 'jose'
import type { AccountState, ServicePrincipalState } from '../../state/directory-state.ts'
import type { TenantState } from '../../state/emulator-state.ts'
import { issuerOf } from '../discovery.ts'
import type { Services } from '../services.ts'
import { pairwiseSubject, tokenLifetime } from '../tokens.ts'
import type { Target } from './target.ts'

/** How an application proved itself: not at all, with a secret, with a certificate or assertion. */
export type ClientProof = 'none' | 'secret' | 'assertion'

/** What every access token tells. */
export interface TokenSubject {
  readonly tenant: TenantState
  readonly target: Target
  readonly clientId: string
  readonly proof: ClientProof
  /** Authentication contexts that a claims challenge demanded. */
  readonly contexts: readonly string[]
}

/**
 * Signs an access token for a person through an application.
 *
 * Source: https://learn.microsoft.com/en-us/entra/identity-platform/access-token-claims-reference
 */
export function signDelegatedToken(
  services: Services,
  subject: TokenSubject,
  account: AccountState,
  scopes: readonly string[],
): Promise<string> {
  const { clientId, target } = subject
  const [given = '', ...family] = account.name.split(' ')
  return services.keys.sign({
    ...common(services, subject),
    ...(target.resource.tokenVersion === 1
      ? {
          acr: '1',
          amr: ['pwd'],
          given_name: given,
          family_name: family.join(' '),
          ipaddr: '127.0.0.1',
          unique_name: account.userPrincipalName,
          upn: account.userPrincipalName,
        }
      : { preferred_username: account.userPrincipalName }),
    idtyp: 'user',
    name: account.name,
    oid: account.objectId,
    scp: scopes.join(' '),
    sub: pairwiseSubject(clientId, account.objectId),
  })
}

/** Signs an access token for an application on its own. */
export function signApplicationToken(
  services: Services,
  subject: TokenSubject,
  principal: ServicePrincipalState,
): Promise<string> {
  const { resource } = subject.target
  const roles = principal.roles.filter((each) => each.resource === resource.clientId).map(({ role }) => role)
  return services.keys.sign({
    ...common(services, subject),
    app_displayname: principal.name,
    idtyp: 'app',
    oid: principal.objectId,
    sub: principal.objectId,
    ...(roles.length > 0 ? { roles } : {}),
  })
}

function common(services: Services, { tenant, target, clientId, proof, contexts }: TokenSubject): JWTPayload {
  const now = Math.floor(services.clock.now().getTime() / 1000)
  const { tenantId } = tenant
  const older = target.resource.tokenVersion === 1
  const strength = { none: '0', secret: '1', assertion: '2' }[proof]
  return {
    aud: older ? target.audience : target.resource.clientId,
    iss: older ? `https://sts.windows.net/${tenantId}/` : issuerOf(services.url, tenantId),
    iat: now,
    nbf: now,
    exp: now + tokenLifetime,
    tid: tenantId,
    uti: randomBytes(16).toString('base64url'),
    ...(older ? { appid: clientId, appidacr: strength, ver: '1.0' } : { azp: clientId, azpacr: strength, ver: '2.0' }),
    ...(contexts.length > 0 ? { acrs: [...contexts] } : {}),
  }
}

/** The authentication contexts that a `claims` parameter demands; text that is no JSON demands none. */
export function demandedContexts(claims: string | undefined): readonly string[] {
  if (claims === undefined) return []
  try {
    const demanded: unknown = Object(Object(JSON.parse(claims)).access_token).acrs
    const { value, values } = Object(demanded)
    return [value, ...(Array.isArray(values) ? values : [])].filter((each) => typeof each === 'string')
  } catch {
    return []
  }
}
