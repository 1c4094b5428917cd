import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { decodeJwt } from 'jose'
import type { TenantScope } from '../directory.ts'
import { entraErrors } from '../entra-error.ts'
import type { Parameters } from '../parameters.ts'
import type { Services } from '../services.ts'
import { demandedContexts, signApplicationToken } from './access-tokens.ts'
import { type CloudIdentity, tenantStateOf } from './cloud-identity.ts'
import { findAccount, issueTokens, lifetime, type ProvenClient, type TokenBody } from './issue-tokens.ts'
import { readTarget } from './target.ts'

/** A token request of one of the kinds that only a whole cloud answers. */
export interface CloudTokenRequest {
  readonly services: Services
  readonly cloud: CloudIdentity
  readonly scope: TenantScope
  readonly client: ProvenClient
  readonly parameters: Parameters
  readonly version: 1 | 2
}

type GrantHandler = (request: CloudTokenRequest) => Promise<TokenBody>

/** The grants beyond codes and refresh tokens, by `grant_type`. */
export const cloudGrants: Readonly<Record<string, GrantHandler>> = {
  client_credentials: clientCredentials,
  password,
  'urn:ietf:params:oauth:grant-type:device_code': deviceCode,
  device_code: deviceCode,
  'urn:ietf:params:oauth:grant-type:jwt-bearer': onBehalfOf,
}

async function clientCredentials({
  services,
  cloud,
  scope,
  client,
  parameters,
  version,
}: CloudTokenRequest): Promise<TokenBody> {
  const { application, proof } = client
  if (proof === 'none') throw entraErrors.publicClientNotAllowed()
  if (scope.kind === 'any') throw entraErrors.tenantOfApplicationNeeded()
  const asked = version === 1 ? undefined : parameters.need('scope')
  if (asked !== undefined && !asked.endsWith('/.default')) throw entraErrors.scopeNotDefault(asked)
  const resource = version === 1 ? parameters.need('resource') : undefined
  const tenant = tenantStateOf(cloud, scope.tenant.tenantId)
  const principal = tenant?.servicePrincipals[application.clientId]
  if (tenant === undefined || principal === undefined) {
    throw entraErrors.applicationNotInTenant(application.clientId, scope.tenant.name)
  }
  if (!principal.enabled) throw entraErrors.applicationDisabled(application.clientId)
  const target = readTarget({ scope: asked, resource }, cloud.state)
  const contexts = demandedContexts(parameters.get('claims'))
  const subject = { tenant, target, clientId: application.clientId, proof, contexts }
  return {
    ...lifetime(services, version, target.audience),
    access_token: await signApplicationToken(services, subject, principal),
  }
}

async function password(request: CloudTokenRequest): Promise<TokenBody> {
  const { cloud, scope, client, parameters } = request
  if (scope.kind === 'any' && scope.alias === 'common') throw entraErrors.tenantNeeded()
  if (client.proof === 'none' && client.application.publicClient !== true) throw entraErrors.publicClientNotAllowed()
  const username = parameters.need('username')
  const given = parameters.need('password')
  const tenantId = scope.kind === 'one' ? scope.tenant.tenantId : undefined
  const account = findAccount(cloud, tenantId, username)
  if (account === undefined) {
    const place = scope.kind === 'one' ? scope.tenant.name : username.replace(/^.*@/, '')
    throw entraErrors.userUnknown(username, place)
  }
  const digest = tenantStateOf(cloud, account.tenantId)?.accounts[account.objectId]?.passwordDigest
  if (digest === undefined || !isDigestOf(given, digest)) throw entraErrors.passwordWrong()
  return issueTokens(request.services, cloud, {
    ...request,
    account,
    scope: parameters.get('scope') ?? 'openid',
    sid: randomUUID(),
    family: newFamily(),
    nonce: undefined,
  })
}

async function deviceCode(request: CloudTokenRequest): Promise<TokenBody> {
  const { cloud, client, parameters, version } = request
  const handle = parameters.get('device_code') ?? parameters.need(version === 1 ? 'code' : 'device_code')
  const found = cloud.deviceCodes.ask(handle)
  if (found === 'expired') throw entraErrors.deviceCodeExpired()
  if (found === 'too-often') throw entraErrors.deviceCodeTooOften()
  if (found === 'unknown' || found.clientId !== client.application.clientId) throw entraErrors.deviceCodeUnknown()
  if (found.outcome === 'pending') throw entraErrors.deviceCodePending()
  cloud.deviceCodes.forget(handle)
  if (found.outcome === 'declined') throw entraErrors.deviceCodeDeclined()
  const { resource } = found
  return issueTokens(request.services, cloud, {
    ...request,
    parameters: resource === undefined ? parameters : withResource(parameters, resource),
    account: found.outcome,
    scope: found.scope ?? 'openid',
    sid: randomUUID(),
    family: newFamily(),
    nonce: undefined,
  })
}

async function onBehalfOf(request: CloudTokenRequest): Promise<TokenBody> {
  const { services, cloud, scope, client, parameters } = request
  const { application, proof } = client
  if (parameters.need('requested_token_use') !== 'on_behalf_of') {
    throw entraErrors.parameterInvalid('requested_token_use', "'on_behalf_of'")
  }
  if (proof === 'none') throw entraErrors.publicClientNotAllowed()
  const claims = await services.keys.verify(parameters.need('assertion'))
  if (claims === undefined || typeof claims.scp !== 'string') throw entraErrors.assertionUnreadable()
  const identifiers =
    cloud.state.tenants[application.tenantId]?.applications[application.clientId]?.identifierUris ?? []
  const own = [application.clientId, `api://${application.clientId}`, ...identifiers]
  if (typeof claims.aud !== 'string' || !own.includes(claims.aud)) {
    throw entraErrors.assertionForAnother(application.clientId)
  }
  if ((claims.exp ?? 0) * 1000 <= services.clock.now().getTime()) throw entraErrors.assertionExpired()
  if (scope.kind === 'one' && scope.tenant.tenantId !== claims.tid) throw entraErrors.grantOfOtherTenant()
  const account = services.directory.account(String(claims.oid))
  if (account === undefined) throw entraErrors.userUnknown(String(claims.oid), String(claims.tid))
  return issueTokens(services, cloud, {
    ...request,
    account,
    scope: parameters.get('scope') ?? '',
    sid: randomUUID(),
    family: newFamily(),
    nonce: undefined,
  })
}

/** What a client assertion says about itself, before anybody believes it. */
export function claimsOf(assertion: string): ReturnType<typeof decodeJwt> | undefined {
  try {
    return decodeJwt(assertion)
  } catch {
    return undefined
  }
}

/** Whether a text has this SHA-256 digest (hexadecimal). */
export function isDigestOf(text: string, digest: string): boolean {
  const own = createHash('sha256').update(text).digest()
  const other = Buffer.from(digest, 'hex')
  return own.length === other.length && timingSafeEqual(own, other)
}

function withResource(parameters: Parameters, resource: string): Parameters {
  return { ...parameters, get: (name) => (name === 'resource' ? resource : parameters.get(name)) }
}

function newFamily(): string {
  return randomBytes(16).toString('hex')
}
