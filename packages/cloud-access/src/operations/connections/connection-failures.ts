import type { KnownFailure } from '../operation.ts'
import { environmentFailures } from '../shared/known-failures.ts'

/** What reading or changing one connection may answer. */
export const oneConnectionFailures: readonly KnownFailure[] = [
  ...environmentFailures,
  { status: 404, code: 'ConnectionNotFound', failure: 'connection-not-found' },
  { status: 403, code: 'ConnectionAuthorizationFailed', failure: 'connection-not-shared' },
]

/** What making or changing one adds. */
export const writeConnectionFailures: readonly KnownFailure[] = [
  ...oneConnectionFailures,
  { status: 404, code: 'ApiResourceNotFound', failure: 'connector-not-found' },
  { status: 400, code: 'InvalidConnectionParameters', failure: 'request-refused' },
]

/** The newer API does not know an environment at once after it was made. */
export const freshEnvironmentFailure: KnownFailure = {
  status: 404,
  code: 'ServiceToServiceEnvironmentNotFound',
  failure: 'environment-too-new',
}
