import type { KnownFailure } from '../operation.ts'

/** What every operation of the resource providers may answer. */
export const gatewayFailures: readonly KnownFailure[] = [
  { status: 401, code: 'MissingAuthorizationHeaderAndClientCertificate', failure: 'token-missing' },
  { status: 401, code: 'AuthenticationFailed', failure: 'token-refused' },
  { status: 403, code: 'AuthorizationFailed', failure: 'client-certificate-not-allowed' },
  { status: 429, failure: 'throttled' },
]

/** What operations inside an environment add. */
export const environmentFailures: readonly KnownFailure[] = [
  ...gatewayFailures,
  { status: 403, code: 'EnvironmentAccessDenied', failure: 'environment-access-denied' },
  { status: 404, code: 'EnvironmentNotFound', failure: 'environment-not-found' },
]

/** What the Flow plane adds: it turns applications away. */
export const flowFailures: readonly KnownFailure[] = [
  { status: 401, code: 'ClientScopeAuthorizationFailed', failure: 'application-refused' },
  ...environmentFailures,
]

/** What reading, changing or removing one flow adds. */
export const oneFlowFailures: readonly KnownFailure[] = [
  ...flowFailures,
  { status: 404, code: 'FlowNotFound', failure: 'flow-not-found' },
]

/** What turning a flow on adds. */
export const activationFailures: readonly KnownFailure[] = [
  { status: 400, code: 'XrmConnectionReferenceMissingConnection', failure: 'connection-missing' },
  { status: 403, code: 'ConnectionAuthorizationFailed', failure: 'connection-not-shared' },
  { status: 404, code: 'ConnectionNotFound', failure: 'connection-not-found' },
  { status: 400, code: 'ConnectionUnauthenticated', failure: 'consent-link-needed' },
  { status: 403, code: 'DlpViolation', failure: 'data-policy-violation' },
  { status: 403, code: 'MissingAdequateQuotaPolicy', failure: 'licence-missing' },
]

/** What the admin plane answers to a caller who may not use it. */
export const adminFailures: readonly KnownFailure[] = [
  ...environmentFailures,
  { status: 403, code: 'Forbidden', failure: 'not-a-management-application' },
]

/** What Graph answers. */
export const graphFailures: readonly KnownFailure[] = [
  { status: 401, code: 'InvalidAuthenticationToken', failure: 'token-refused' },
  { status: 403, code: 'Authorization_RequestDenied', failure: 'permission-missing' },
  { status: 404, code: 'Request_ResourceNotFound', failure: 'directory-object-not-found' },
  { status: 429, failure: 'throttled' },
]
