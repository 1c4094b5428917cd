import { randomUUID } from 'node:crypto'

/** A refusal in the words of the platform: an OAuth error with the number under which Entra lists it. */
export class EntraError extends Error {
  override readonly name = 'EntraError'
  /** The OAuth 2.0 or OpenID Connect error. */
  readonly error: string
  /** The number after AADSTS. */
  readonly number: number
  /** The HTTP status where the error is answered directly and not by a redirect. */
  readonly status: 400 | 401
  /** Entra's finer grain under `error`, where it gives one. */
  readonly suberror: string | undefined

  constructor(error: string, number: number, message: string, more: { status?: 400 | 401; suberror?: string } = {}) {
    super(message)
    this.error = error
    this.number = number
    this.status = more.status ?? 400
    this.suberror = more.suberror
  }
}

/** The body of a refused request to the token endpoint. */
export interface ErrorEnvelope {
  readonly error: string
  readonly error_description: string
  readonly error_codes: readonly number[]
  readonly timestamp: string
  readonly trace_id: string
  readonly correlation_id: string
  readonly error_uri: string
  readonly suberror?: string
}

/**
 * Wraps a refusal as Entra does.
 *
 * Source: https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes
 */
export function envelopeOf(refusal: EntraError, now: Date, correlationId: string = randomUUID()): ErrorEnvelope {
  const timestamp = `${now.toISOString().slice(0, 19).replace('T', ' ')}Z`
  const traceId = randomUUID()
  return {
    error: refusal.error,
    error_description: `AADSTS${refusal.number}: ${refusal.message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [refusal.number],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    error_uri: `https://login.microsoftonline.com/error?code=${refusal.number}`,
    ...(refusal.suberror === undefined ? {} : { suberror: refusal.suberror }),
  }
}

/** The refusals of the endpoints, each with Entra's number; the sentences are the emulator's own. */
export const entraErrors = {
  tenantNotFound: (tenant: string) =>
    new EntraError(
      'invalid_tenant',
      90002,
      `Tenant '${tenant}' is not one of the emulated tenants. Check the tenant in the address.`,
    ),
  applicationNotFound: (clientId: string) =>
    new EntraError(
      'unauthorized_client',
      700016,
      `Application '${clientId}' is not registered here. Check the client id and the tenant.`,
    ),
  singleTenant: (clientId: string) =>
    new EntraError(
      'unauthorized_client',
      50194,
      `Application '${clientId}' is not multi-tenant. Use the address of its own tenant.`,
    ),
  parameterMissing: (name: string) =>
    new EntraError('invalid_request', 900144, `The request must contain the parameter '${name}'.`),
  parameterRepeated: (name: string) =>
    new EntraError('invalid_request', 9000411, `The parameter '${name}' is given more than once.`),
  parameterInvalid: (name: string, expected: string) =>
    new EntraError('invalid_request', 90100, `The parameter '${name}' is not valid; expected ${expected}.`),
  redirectUriUnknown: (redirectUri: string, clientId: string) =>
    new EntraError(
      'invalid_request',
      50011,
      `The redirect URI '${redirectUri}' is not registered for the application '${clientId}'. It has to match exactly.`,
    ),
  redirectUriDiffers: () =>
    new EntraError(
      'invalid_grant',
      500112,
      'The redirect URI differs from the one the authorization code was asked with.',
    ),
  responseTypeUnsupported: (responseType: string) =>
    new EntraError(
      'unsupported_response_type',
      70005,
      `The response type '${responseType}' is not offered; use 'code'.`,
    ),
  challengeMissing: () =>
    new EntraError(
      'invalid_request',
      9002325,
      'Proof Key for Code Exchange is required; send code_challenge with code_challenge_method=S256.',
    ),
  challengeInvalid: () =>
    new EntraError('invalid_request', 501491, 'The code_challenge is not a base64url SHA-256 digest of 43 characters.'),
  verifierWrong: () =>
    new EntraError(
      'invalid_grant',
      501481,
      'The code_verifier does not match the code_challenge of the authorization request.',
    ),
  scopeWithoutOpenid: () => new EntraError('invalid_scope', 70011, "The scope must contain 'openid'."),
  declined: () =>
    new EntraError('access_denied', 65004, 'The person did not choose an account.', { suberror: 'cancel' }),
  nobodySignedIn: () =>
    new EntraError('login_required', 50058, 'A silent sign-in was asked for, but nobody is signed in here.'),
  accountNotAllowed: (account: string) =>
    new EntraError(
      'invalid_request',
      50020,
      `The account '${account}' may not sign in to this application through this tenant.`,
    ),
  grantTypeUnsupported: (grantType: string) =>
    new EntraError('unsupported_grant_type', 70003, `The grant type '${grantType}' is not offered here.`),
  grantUnknown: () =>
    new EntraError(
      'invalid_grant',
      70000,
      'The code or refresh token is not known here, or was given to another application.',
    ),
  grantExpired: () => new EntraError('invalid_grant', 70008, 'The code or refresh token has expired. Sign in again.'),
  codeRedeemed: () =>
    new EntraError('invalid_grant', 54005, 'The authorization code was redeemed before. Ask for a new one.'),
  grantOfOtherTenant: () =>
    new EntraError('invalid_grant', 700005, 'The code or refresh token belongs to another tenant.'),
  secretMissing: () =>
    new EntraError('invalid_client', 7000218, "The request must contain 'client_secret' or 'client_assertion'.", {
      status: 401,
    }),
  secretWrong: () => new EntraError('invalid_client', 7000215, 'The client secret is not valid.', { status: 401 }),
  assertionWrong: () =>
    new EntraError('invalid_client', 700027, 'The client assertion is not valid: signature, audience or times.', {
      status: 401,
    }),
  secretNotExpected: () =>
    new EntraError(
      'invalid_client',
      700025,
      'The application is public, so it must not send a secret or an assertion.',
      { status: 401 },
    ),
  askedTooOften: () =>
    new EntraError(
      'invalid_request',
      50196,
      'The application asks for the same token again and again. Wait, and keep it.',
    ),
  severalResources: (one: string, other: string) =>
    new EntraError(
      'invalid_request',
      28000,
      `The scope names more than one API ('${one}' and '${other}'). Ask for one token for each.`,
    ),
  resourceUnknown: (identifier: string) =>
    new EntraError(
      'invalid_resource',
      500011,
      `The resource principal named '${identifier}' was not found in this cloud. Check the scope, or add the organisation or application to the emulator.`,
    ),
  scopeUnknown: (application: string, scope: string, resource: string) =>
    new EntraError(
      'invalid_client',
      650053,
      `The application '${application}' asked for the scope '${scope}', which does not exist on '${resource}'.`,
    ),
  resourceNotDeclared: (clientId: string, resource: string) =>
    new EntraError(
      'invalid_client',
      650057,
      `Invalid resource. The application '${clientId}' asks for '${resource}', which is not listed among the requested permissions of its registration.`,
    ),
  consentMissing: (application: string, scopes: readonly string[]) =>
    new EntraError(
      'invalid_grant',
      65001,
      `The user or administrator has not consented to use the application '${application}'${scopes.length > 0 ? ` with ${scopes.join(', ')}` : ''}. Send an interactive authorization request, or ask an administrator.`,
      { suberror: 'consent_required' },
    ),
  administratorNeeded: (application: string) =>
    new EntraError(
      'access_denied',
      90094,
      `An administrator has to grant the permissions that '${application}' asks for.`,
    ),
  notAnAdministrator: () =>
    new EntraError('access_denied', 90093, 'Only an administrator of the tenant may consent for everybody.'),
  passwordWrong: () => new EntraError('invalid_grant', 50126, 'The user name or password is not right.'),
  userUnknown: (user: string, tenant: string) =>
    new EntraError('invalid_grant', 50034, `The user account '${user}' does not exist in the tenant '${tenant}'.`),
  userDisabled: () => new EntraError('invalid_grant', 50057, 'The user account is disabled.'),
  tenantNeeded: () =>
    new EntraError(
      'invalid_request',
      9001023,
      "This grant type does not work at '/common' or '/consumers'. Use '/organizations' or the address of the tenant.",
    ),
  tenantOfApplicationNeeded: () =>
    new EntraError(
      'invalid_request',
      50059,
      'An application signs in to one tenant: no tenant is named in the address. Put its id or domain there.',
    ),
  applicationNotInTenant: (clientId: string, tenant: string) =>
    new EntraError(
      'unauthorized_client',
      700016,
      `The application '${clientId}' was not found in the directory '${tenant}'. It was not installed by an administrator there, nor consented to by any user.`,
    ),
  applicationDisabled: (clientId: string) =>
    new EntraError('unauthorized_client', 7000112, `The application '${clientId}' is disabled in this tenant.`),
  scopeNotDefault: (scope: string) =>
    new EntraError(
      'invalid_scope',
      1002012,
      `The scope '${scope}' is not valid for client credentials: it has to be one API's identifier with '/.default' behind it.`,
    ),
  publicClientNotAllowed: () =>
    new EntraError(
      'invalid_client',
      7000218,
      "The request must contain 'client_assertion' or 'client_secret'; the application is not registered as a public client.",
      { status: 401 },
    ),
  secretExpired: (clientId: string) =>
    new EntraError('invalid_client', 7000222, `The client secrets of the application '${clientId}' have expired.`, {
      status: 401,
    }),
  federationUnknown: (what: 'issuer' | 'audience' | 'subject', value: string) =>
    new EntraError(
      'invalid_client',
      { issuer: 700211, audience: 700212, subject: 700213 }[what],
      `No federated identity of the application fits the ${what} '${value}' of the assertion.`,
      { status: 401 },
    ),
  assertionOver: () =>
    new EntraError('invalid_client', 700024, 'The client assertion is not within its valid time range.', {
      status: 401,
    }),
  assertionUnreadable: () =>
    new EntraError('invalid_grant', 50027, 'The assertion is not a token that can be read and verified.'),
  assertionForAnother: (clientId: string) =>
    new EntraError('invalid_grant', 500131, `The audience of the assertion is not the application '${clientId}'.`),
  assertionExpired: () => new EntraError('invalid_grant', 500133, 'The assertion is not within its valid time range.'),
  refreshTokenExpired: () =>
    new EntraError('invalid_grant', 700082, 'The refresh token has expired due to inactivity. Sign in again.'),
  deviceCodePending: () =>
    new EntraError('authorization_pending', 70016, 'The person has not finished signing in yet. Ask again later.'),
  deviceCodeTooOften: () =>
    new EntraError('slow_down', 70016, 'The device asks too often. Wait longer between requests.'),
  deviceCodeUnknown: () => new EntraError('bad_verification_code', 70018, 'The device code is not known.'),
  deviceCodeExpired: () => new EntraError('expired_token', 70019, 'The device code has expired. Ask for a new one.'),
  deviceCodeDeclined: () => new EntraError('authorization_declined', 70020, 'The person declined the sign-in.'),
} as const
