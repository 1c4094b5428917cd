import type { ServiceName } from '@sevenstep/cloud-access/operations'
import type { JWTPayload } from 'jose'
import { audiencesOf, isAudienceTaken } from '../hosts/audiences.ts'
import type { Caller } from '../operation/caller.ts'
import type { EmulatedFailure } from '../operation/emulated-failure.ts'
import { tokenRefusal } from './token-refusals.ts'

/** Proves tokens. */
export interface TokenReader {
  /** The claims of a token that one of the emulator's keys signed; nothing where none did. Times are not looked at. */
  readonly read: (token: string) => Promise<JWTPayload | undefined>
}

/** What a request shows of who sends it. */
export interface Presented {
  readonly service: ServiceName
  readonly url: URL
  readonly authorization: string | undefined
  readonly now: Date
  readonly strictAudience: boolean
}

/** Seconds by which clocks may differ. */
const tolerance = 300

/**
 * Who sends a request.
 *
 * @throws EmulatedFailure in the words of the service where the token is missing, malformed, foreign, run out, or for
 * another audience.
 */
export async function authenticate(
  presented: Presented,
  tokens: TokenReader,
): Promise<{ caller: Caller; claims: JWTPayload }> {
  const refuse = (problem: Parameters<typeof tokenRefusal>[1]): EmulatedFailure => tokenRefusal(presented, problem)
  if (presented.authorization === undefined || presented.authorization === '') throw refuse({ kind: 'missing' })
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(presented.authorization)?.[1]
  if (token === undefined) throw refuse({ kind: 'malformed' })
  const claims = await tokens.read(token)
  if (claims === undefined) throw refuse({ kind: 'foreign' })
  const seconds = presented.now.getTime() / 1000
  if (typeof claims.exp !== 'number' || claims.exp <= seconds) {
    throw refuse({ kind: 'expired', at: new Date((claims.exp ?? 0) * 1000) })
  }
  if (typeof claims.nbf === 'number' && claims.nbf > seconds + tolerance) {
    throw refuse({ kind: 'early', at: new Date(claims.nbf * 1000) })
  }
  const taken = audiencesOf(presented.service, presented.url.hostname)
  const audience = typeof claims.aud === 'string' ? claims.aud : ''
  if (!isAudienceTaken(audience, taken, presented.strictAudience)) throw refuse({ kind: 'audience', audience, taken })
  return { caller: callerOf(claims, audience), claims }
}

function callerOf(claims: JWTPayload, audience: string): Caller {
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : '')
  const scopes = text('scp').split(' ').filter(Boolean)
  return {
    kind: text('idtyp') === 'app' || (scopes.length === 0 && text('upn') === '') ? 'application' : 'delegated',
    tenantId: text('tid'),
    objectId: text('oid'),
    appId: text('appid') || text('azp'),
    userPrincipalName: text('upn') || text('preferred_username') || undefined,
    name: text('name') || text('app_displayname'),
    audience,
    scopes,
    roles: Array.isArray(claims.roles) ? claims.roles.map(String) : [],
  }
}

/** Who sends a request to a service that takes no tokens. */
export function anonymous(tenantId: string): Caller {
  return {
    kind: 'anonymous',
    tenantId,
    objectId: '',
    appId: '',
    userPrincipalName: undefined,
    name: '',
    audience: '',
    scopes: [],
    roles: [],
  }
}
