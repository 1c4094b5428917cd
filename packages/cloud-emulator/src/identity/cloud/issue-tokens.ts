import type { AccountState } from '../../state/directory-state.ts'
import type { TenantState } from '../../state/emulator-state.ts'
import type { EmulatedAccount, RegisteredApplication } from '../directory.ts'
import { entraErrors } from '../entra-error.ts'
import type { Grant } from '../grants/grant-store.ts'
import type { Parameters } from '../parameters.ts'
import type { Services } from '../services.ts'
import { signIdToken, tokenLifetime } from '../tokens.ts'
import { type ClientProof, demandedContexts, signDelegatedToken } from './access-tokens.ts'
import { type CloudIdentity, tenantStateOf } from './cloud-identity.ts'
import { permissionsOf } from './permissions.ts'
import { accountOf } from './state-directory.ts'
import { readTarget } from './target.ts'

/** An application that proved itself at the token endpoint, and how. */
export interface ProvenClient {
  readonly application: RegisteredApplication
  readonly proof: ClientProof
}

/** What tokens for a person are issued from. */
export interface Issue {
  readonly client: ProvenClient
  readonly account: EmulatedAccount
  /** Scope of the grant, where the request itself names none. */
  readonly scope: string
  readonly sid: string
  /** The API of the grant, where the older endpoint was asked. */
  readonly resource?: string
  readonly family: string
  readonly nonce: string | undefined
  readonly parameters: Parameters
  /** The older endpoint: `resource` in place of scopes, numbers as text. */
  readonly version: 1 | 2
}

/** The body of an answer with tokens. */
export type TokenBody = Readonly<Record<string, unknown>>

/**
 * Issues the tokens of a person for one API.
 *
 * @throws EntraError where the person is gone, or nobody agreed to what is asked.
 */
export async function issueTokens(services: Services, cloud: CloudIdentity, issue: Issue): Promise<TokenBody> {
  const { client, parameters, version } = issue
  const { application, proof } = client
  const { tenant, account } = livingAccount(cloud, issue.account)
  const resource = version === 1 ? (parameters.get('resource') ?? issue.resource) : undefined
  const asked = parameters.get('scope') ?? issue.scope
  const target = readTarget({ scope: asked, resource }, cloud.state)
  const about = { tenant: tenant.tenantId, application: application.clientId }
  const withdrawn = cloud.strike(['consent-withdrawn'], about) !== undefined
  const { granted, missing } = permissionsOf({ application, tenant, objectId: account.objectId, target, withdrawn })
  // Signing in alone needs no consent to the API.
  const onlySignIn = target.scopes.length === 0 && !target.everything
  if (missing.length > 0 || (granted.length === 0 && !onlySignIn))
    throw entraErrors.consentMissing(application.name, missing)
  const scopes = onlySignIn && granted.length === 0 ? target.openId : granted
  const contexts = demandedContexts(parameters.get('claims'))
  const subject = { tenant, target, clientId: application.clientId, proof, contexts }
  const grant: Grant = {
    clientId: application.clientId,
    account: issue.account,
    scope: issue.scope,
    sid: issue.sid,
    ...(issue.resource === undefined ? {} : { resource: issue.resource }),
  }
  const openId = new Set([...issue.scope.split(' '), ...target.openId])
  const offline = version === 1 || openId.has('offline_access')
  return {
    ...lifetime(services, version, target.audience),
    scope: [...namedScopes(target.audience, scopes), ...target.openId.filter((name) => name !== 'offline_access')].join(
      ' ',
    ),
    access_token: await signDelegatedToken(services, subject, account, scopes),
    ...(openId.has('openid') || version === 1 ? { id_token: await signIdToken(services, grant, issue.nonce) } : {}),
    ...(offline ? { refresh_token: services.grants.issueRefreshToken(grant, issue.family) } : {}),
    ...(parameters.get('client_info') === '1' ? { client_info: clientInfo(account, tenant) } : {}),
  }
}

/** Type and times of a token in the manner of the endpoint. */
export function lifetime(services: Services, version: 1 | 2, audience: string): TokenBody {
  const seconds = tokenLifetime - 1
  if (version === 2) return { token_type: 'Bearer', expires_in: seconds, ext_expires_in: seconds }
  const now = Math.floor(services.clock.now().getTime() / 1000)
  return {
    token_type: 'Bearer',
    expires_in: String(seconds),
    ext_expires_in: String(seconds),
    expires_on: String(now + tokenLifetime),
    not_before: String(now),
    resource: audience,
  }
}

/**
 * The person behind a grant as the directory has them now.
 *
 * @throws EntraError where the account was disabled or removed since.
 */
function livingAccount(
  cloud: CloudIdentity,
  { tenantId, objectId, username }: EmulatedAccount,
): { tenant: TenantState; account: AccountState } {
  const tenant = tenantStateOf(cloud, tenantId)
  const account = tenant?.accounts[objectId]
  if (tenant === undefined || account === undefined) throw entraErrors.userUnknown(username, tenant?.name ?? tenantId)
  if (!account.enabled) throw entraErrors.userDisabled()
  return { tenant, account }
}

/** A person by user name, in one tenant or in any. */
export function findAccount(
  cloud: CloudIdentity,
  tenantId: string | undefined,
  username: string,
): EmulatedAccount | undefined {
  const wanted = username.toLowerCase()
  for (const tenant of Object.values(cloud.state.tenants)) {
    if (tenantId !== undefined && tenant.tenantId !== tenantId.toLowerCase()) continue
    const found = Object.values(tenant.accounts).find(
      ({ userPrincipalName }) => userPrincipalName.toLowerCase() === wanted,
    )
    if (found !== undefined) return accountOf(found, tenant)
  }
  return undefined
}

/** Scopes come back with their API in front, but for Graph's. */
function namedScopes(audience: string, scopes: readonly string[]): readonly string[] {
  if (audience.startsWith('https://graph.microsoft.com')) return scopes
  return scopes.map((scope) => `${audience}/${scope}`)
}

function clientInfo({ objectId }: AccountState, { tenantId }: TenantState): string {
  return Buffer.from(JSON.stringify({ uid: objectId, utid: tenantId })).toString('base64url')
}
