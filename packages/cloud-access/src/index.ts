export type {
  CallOptions,
  CloudAnswer,
  CloudClient,
  CloudClientOptions,
  ItemOf,
  Place,
} from './client/cloud-client.ts'
export type { CloudEvent } from './client/cloud-event.ts'
export { createCloudClient } from './client/create-cloud-client.ts'
export type { Work, WorkOptions, WorkProgress } from './client/work.ts'
export type { Cloud, CloudField, FixedService, ServiceEndpoint } from './clouds/cloud.ts'
export { authorityOf, scopeOf } from './clouds/cloud.ts'
export { parseCloudFile } from './clouds/cloud-file.ts'
export type { KnownCloudId } from './clouds/known-clouds.ts'
export { knownClouds } from './clouds/known-clouds.ts'
export type { CloudOverrides } from './clouds/override-cloud.ts'
export { overrideCloud } from './clouds/override-cloud.ts'
export type { FailureKey } from './failures/catalogue.ts'
export { failureTexts, isFailureKey } from './failures/catalogue.ts'
export type { FailureFacts } from './failures/cloud-failure.ts'
export { CloudFailure } from './failures/cloud-failure.ts'
export type { FailureText, Signs } from './failures/failure-text.ts'
export { withoutSecrets } from './failures/without-secrets.ts'
export * from './operations/index.ts'
export type { Clock } from './pipeline/clock.ts'
export { systemClock } from './pipeline/clock.ts'
export type { Limiters } from './pipeline/limit-policy.ts'
export { createLimiters } from './pipeline/limit-policy.ts'
export type { CredentialKind, TokenClaims } from './pipeline/read-token.ts'
export { readToken } from './pipeline/read-token.ts'
export type { RetryOptions } from './pipeline/retry-policy.ts'
export type { ServiceLimit, ServiceLimits, WindowLimit } from './pipeline/service-limits.ts'
export { knownLimits } from './pipeline/service-limits.ts'
