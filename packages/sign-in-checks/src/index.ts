export {
  type ConsentAddress,
  type ConsentExpectation,
  type ConsentFault,
  type ConsentRequest,
  consentAddress,
  judgeConsentAddress,
  newState,
} from './consent/consent-address.ts'
export { type ExplainedError, explainError } from './consent/explain-error.ts'
export { type ConsentAnswer, type ExpectedAnswer, readConsentAnswer } from './consent/read-consent-answer.ts'
export { type Capability, type CapabilityId, capabilities, capabilityOf, type Need } from './data/capabilities.ts'
export {
  type ApiKey,
  type ApiScope,
  apiById,
  apiOf,
  type KnownApi,
  knownApis,
  scopeById,
  scopeString,
} from './data/permissions.ts'
export { type SourceKey, sources } from './data/sources.ts'
export { type CheckOptions, type CheckResult, checkAppRegistration } from './engine/check-app-registration.ts'
export { describeRules } from './engine/describe-rules.ts'
export { lessonOfRegistration } from './engine/lesson-of-registration.ts'
export { type MendOptions, mendAppRegistration } from './engine/mend-app-registration.ts'
export type { RuleFamily } from './engine/rule-family.ts'
export { type Edition, editions, type Profile, profiles, type SignInSubject } from './engine/sign-in-subject.ts'
export type { AuthorityAnswer, ConsentGrant, TenantFacts } from './engine/tenant-facts.ts'
export { tenantFactsFormat } from './engine/tenant-facts-format.ts'
export { ruleFamilies } from './generated/rule-families.ts'
export { tokenFamilies } from './generated/token-families.ts'
export type {
  AppRegistration,
  Audience,
  Credential,
  Platform,
  RedirectAddress,
  RequestedApi,
  RequestedPermission,
} from './registration/app-registration.ts'
export { formatNames, looksLikeManifest, type ManifestFormat } from './registration/manifest-format.ts'
export { type ReadManifest, readAppRegistration } from './registration/read-app-registration.ts'
export { checkToken, type TokenOptions } from './token/check-token.ts'
export { readToken } from './token/read-token.ts'
export type { ReadToken, TokenClaims, TokenProblem } from './token/token-claims.ts'
export type { TokenExpectation, TokenFamily, TokenSubject } from './token/token-subject.ts'
