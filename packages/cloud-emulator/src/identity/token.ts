import { createHash } from 'node:crypto'
import { authenticateClient, readCredentials } from './client-authentication.ts'
import type { EmulatedApplication, TenantScope } from './directory.ts'
import { entraErrors } from './entra-error.ts'
import type { Grant, Redemption } from './grants/grant-store.ts'
import { type Parameters, readParameters } from './parameters.ts'
import type { Services } from './services.ts'
import { signAccessToken, signIdToken, tokenLifetime } from './tokens.ts'

/** A request to the token endpoint as it came over HTTP. */
export interface TokenRequest {
  readonly body: URLSearchParams
  readonly authorization: string | undefined
  /** The path it was sent to, to which a client assertion has to be addressed. */
  readonly path: string
}

/** The answer to a token request that succeeds. */
export interface TokenAnswer {
  readonly token_type: 'Bearer'
  readonly scope: string
  readonly expires_in: number
  readonly ext_expires_in: number
  readonly access_token: string
  readonly id_token: string
  readonly refresh_token?: string
  /** Base64url of the ids of person and tenant; only where the request asked with `client_info=1`. */
  readonly client_info?: string
}

/**
 * The token endpoint for `authorization_code` with PKCE and `refresh_token`.
 *
 * @throws EntraError for everything that Entra would refuse.
 */
export async function answerTokenRequest(
  services: Services,
  scope: TenantScope,
  request: TokenRequest,
): Promise<TokenAnswer> {
  const parameters = readParameters(request.body)
  const grantType = parameters.need('grant_type')
  const credentials = readCredentials(parameters, request.authorization)
  const application = await authenticateClient(services, credentials, request.path)
  if (grantType === 'authorization_code') return redeemCode(services, scope, application, parameters)
  if (grantType === 'refresh_token') return refresh(services, scope, application, parameters)
  throw entraErrors.grantTypeUnsupported(grantType)
}

function redeemCode(services: Services, scope: TenantScope, application: EmulatedApplication, parameters: Parameters) {
  const { grant, family } = accept(services.grants.redeemCode(parameters.need('code')), scope, application)
  if (parameters.need('redirect_uri') !== grant.redirectUri) throw entraErrors.redirectUriDiffers()
  const challenge = createHash('sha256').update(parameters.need('code_verifier')).digest('base64url')
  if (challenge !== grant.codeChallenge) throw entraErrors.verifierWrong()
  return answer(services, grant, family, grant.nonce, parameters)
}

function refresh(services: Services, scope: TenantScope, application: EmulatedApplication, parameters: Parameters) {
  const { grant, family } = accept(
    services.grants.useRefreshToken(parameters.need('refresh_token')),
    scope,
    application,
  )
  return answer(services, grant, family, undefined, parameters)
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
  services: Services,
  grant: Grant,
  family: string,
  nonce: string | undefined,
  parameters: Parameters,
): Promise<TokenAnswer> {
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
