import type { TenantScope } from './directory.ts'

/**
 * The discovery document of a tenant. For `organizations` and `common` the issuer is Microsoft's template, because it
 * is only known once somebody has signed in.
 *
 * Source: https://learn.microsoft.com/en-us/entra/identity-platform/v2-protocols-oidc
 */
export function discoveryDocument(
  url: string,
  scope: TenantScope,
  wholeCloud = false,
): Readonly<Record<string, unknown>> {
  const tenant = scope.kind === 'any' ? scope.alias : scope.tenant.tenantId
  const base = `${url}/${tenant}`
  return {
    issuer: issuerOf(url, scope.kind === 'any' ? '{tenantid}' : tenant),
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    ...(wholeCloud ? { device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode` } : {}),
    jwks_uri: `${base}/discovery/v2.0/keys`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    response_types_supported: ['code'],
    response_modes_supported: ['query', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'private_key_jwt'],
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'nbf',
      'name',
      'nonce',
      'oid',
      'preferred_username',
      'roles',
      'sid',
      'tid',
      'ver',
    ],
    request_uri_parameter_supported: false,
    http_logout_supported: true,
    tenant_region_scope: null,
    cloud_instance_name: new URL(url).host,
  }
}

/** The `iss` of a tenant's tokens. */
export function issuerOf(url: string, tenantId: string): string {
  return `${url}/${tenantId}/v2.0`
}
