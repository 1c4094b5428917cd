import { createHash } from 'node:crypto'
import { authenticateClient, readCredentials } from './client-authentication.ts'
import { type CloudTokenRequest, cloudGrants } from './cloud/cloud-grants.ts'
import { issueTokens, type TokenBody } from './cloud/issue-tokens.ts'
import type { EmulatedApplication, TenantScope } from './directory.ts'
import { entraErrors } from './entra-error.ts'
import type { Grant, Redemption } from './grants/grant-store.ts'
import { readParameters } from './parameters.ts'
import type { Services } from './services.ts'
import { signAccessToken, signIdToken, tokenLifetime } from './tokens.ts'

/** A request to the token endpoint as it came over HTTP. */
export interface TokenRequest {
  readonly body: URLSearchParams
  readonly authorization: string | undefined
  /** The path it was sent to, to which a client assertion has to be addressed. */
  readonly path: string
  /** The older endpoint takes `resource` in place of scopes. */
  readonly version: 1 | 2
}

/**
 * The token endpoint: `authorization_code` with PKCE and `refresh_token`, and in a whole cloud every other grant.
 *
 * @throws EntraError for everything that Entra would refuse.
 */
export async function answerTokenRequest(
  services: Services,
  scope: TenantScope,
  request: TokenRequest,
): Promise<TokenBody> {
  const parameters = readParameters(request.body)
  const grantType = parameters.need('grant_type')
  const credentials = readCredentials(parameters, request.authorization)
  const client = await authenticateClient(services, credentials, request.path)
  const redemption: Redeeming = { services, scope, client, parameters, version: request.version }
  if (grantType === 'authorization_code') return redeemCode(redemption)
  if (grantType === 'refresh_token') return refresh(redemption)
  const handler = Object.hasOwn(cloudGrants, grantType) ? cloudGrants[grantType] : undefined
  if (services.cloud === undefined || handler === undefined) throw entraErrors.grantTypeUnsupported(grantType)
  return handler({ ...redemption, cloud: services.cloud })
}

type Redeeming = Omit<CloudTokenRequest, 'cloud'>

function redeemCode(redeeming: Redeeming): Promise<TokenBody> {
  const { services, scope, client, parameters } = redeeming
  const redeemed = services.grants.redeemCode(parameters.need('code'))
  const { grant, family } = accept(redeemed, scope, client.application)
  if (parameters.need('redirect_uri') !== grant.redirectUri) throw entraErrors.redirectUriDiffers()
  if (grant.codeChallenge !== undefined) checkVerifier(parameters.need('code_verifier'), grant.codeChallenge)
  return answer(redeeming, grant, family, grant.nonce)
}

function checkVerifier(verifier: string, challenge: string): void {
  if (createHash('sha256').update(verifier).digest('base64url') !== challenge) throw entraErrors.verifierWrong()
}

function refresh(redeeming: Redeeming): Promise<TokenBody> {
  const { services, scope, client, parameters } = redeeming
  const { application } = client
  if (services.cloud?.strike(['expired-token'], { application: application.clientId }) !== undefined) {
    throw entraErrors.refreshTokenExpired()
  }
  const used = services.grants.useRefreshToken(parameters.need('refresh_token'))
  const { grant, family } = accept(used, scope, application)
  return answer(redeeming, grant, family, undefined)
}

function accept<Kind extends Grant>(
  redemption: Redemption<Kind>,
  scope: TenantScope,
  application: EmulatedApplication,
) {
  if (!redemption.ok) {
    if (redemption.why === 'redeemed') throw entraErrors.codeRedeemed()
    throw redemption.why === 'expired' ? entraErrors.grantExpired() : entraErrors.grantUnknown()
  }
  const { grant } = redemption
  if (grant.clientId !== application.clientId) throw entraErrors.grantUnknown()
  if (scope.kind === 'one' && scope.tenant.tenantId !== grant.account.tenantId) throw entraErrors.grantOfOtherTenant()
  return redemption
}

async function answer(
  redeeming: Redeeming,
  grant: Grant,
  family: string,
  nonce: string | undefined,
): Promise<TokenBody> {
  const { services, parameters } = redeeming
  if (services.cloud !== undefined)
    return issueTokens(services, services.cloud, { ...redeeming, ...grant, family, nonce })
  const { objectId, tenantId } = grant.account
  const offline = grant.scope.split(' ').includes('offline_access')
  const clientInfo = Buffer.from(JSON.stringify({ uid: objectId, utid: tenantId })).toString('base64url')
  return {
    token_type: 'Bearer',
    scope: grant.scope,
    expires_in: tokenLifetime - 1,
    ext_expires_in: tokenLifetime - 1,
    access_token: await signAccessToken(services, grant),
    id_token: await signIdToken(services, grant, nonce),
    ...(offline ? { refresh_token: services.grants.issueRefreshToken(grant, family) } : {}),
    ...(parameters.get('client_info') === '1' ? { client_info: clientInfo } : {}),
  }
}
