import type { ServiceName } from '@sevenstep/cloud-access/operations'
import { EmulatedFailure } from '../operation/emulated-failure.ts'

/** What is wrong with a token. */
export type TokenProblem =
  | { readonly kind: 'missing' | 'malformed' | 'foreign' }
  | { readonly kind: 'expired' | 'early'; readonly at: Date }
  | { readonly kind: 'audience'; readonly audience: string; readonly taken: readonly string[] }
  | { readonly kind: 'tenant'; readonly tenant: string }

/**
 * Refuses a token in the words of the service.
 *
 * Sources: microsoft/PowerPlatformConnectors issue 2710 (missing), microsoft/Power-Fx issue 2986 (audience). The codes
 * for malformed and expired tokens are Azure Resource Manager's, whose gateway this is; nobody has shown them here.
 */
export function tokenRefusal(
  { service, url, now }: { readonly service: ServiceName; readonly url: URL; readonly now: Date },
  problem: TokenProblem,
): EmulatedFailure {
  if (service === 'dataverse') return dataverseRefusal(url, problem)
  if (service === 'graph') return graphRefusal(problem)
  const headers = { 'www-authenticate': 'Bearer authorization_uri="https://login.microsoftonline.com/common"' }
  const refuse = (code: string, message: string) => new EmulatedFailure(401, code, message, { headers })
  switch (problem.kind) {
    case 'missing':
      return refuse(
        'MissingAuthorizationHeaderAndClientCertificate',
        'A client certificate or authorization header was not provided.',
      )
    case 'malformed':
      return refuse('InvalidAuthenticationToken', 'The access token is invalid.')
    case 'foreign':
      return refuse('InvalidAuthenticationToken', 'The access token is not signed by a key of the identity platform.')
    case 'expired':
      return refuse(
        'ExpiredAuthenticationToken',
        `The access token expiry UTC time '${problem.at.toISOString()}' is earlier than current UTC time '${now.toISOString()}'.`,
      )
    case 'early':
      return refuse(
        'InvalidAuthenticationToken',
        `The access token is not valid before UTC time '${problem.at.toISOString()}'; it is '${now.toISOString()}'.`,
      )
    case 'audience':
      return refuse(
        'InvalidAuthenticationAudience',
        `The received access token has been obtained from wrong audience or resource '${problem.audience}'. It should exactly match (including forward slash) with one of the allowed audiences ${problem.taken.map((each) => `'${each}'`).join(',')}.`,
      )
    case 'tenant':
      return refuse(
        'InvalidAuthenticationTokenTenant',
        `The access token is from the tenant '${problem.tenant}', which does not exist here.`,
      )
  }
}

/** Dataverse says everything in the header and sends no body. */
function dataverseRefusal(url: URL, problem: TokenProblem): EmulatedFailure {
  const error = problem.kind === 'missing' ? '' : `, error=invalid_token, error_description=${problem.kind}`
  return new EmulatedFailure(401, 'Unauthorized', 'The token was refused.', {
    body: '',
    headers: {
      'www-authenticate': `Bearer authorization_uri=https://login.microsoftonline.com/common/oauth2/authorize, resource_id=https://${url.hostname}/${error}`,
    },
  })
}

function graphRefusal(problem: TokenProblem): EmulatedFailure {
  const messages: Readonly<Record<TokenProblem['kind'], string>> = {
    missing: 'Access token is empty.',
    malformed: 'IDX14100: JWT is not well formed, there are no dots (.).',
    foreign: 'Access token validation failure. Signature is invalid.',
    expired: 'Lifetime validation failed, the token is expired.',
    early: 'Lifetime validation failed, the token is not yet valid.',
    audience: 'Access token validation failure. Invalid audience.',
    tenant: 'Access token validation failure. Invalid tenant.',
  }
  return new EmulatedFailure(401, 'InvalidAuthenticationToken', messages[problem.kind], {
    headers: {
      'www-authenticate':
        'Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    },
  })
}
