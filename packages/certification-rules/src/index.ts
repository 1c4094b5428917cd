export { type CheckOptions, type CheckResult, checkConnector } from './engine/check-connector.ts'
export { checkPackage } from './engine/check-package.ts'
export { describeRules } from './engine/describe-rules.ts'
export { type MendedFile, type MendOptions, mendConnector } from './engine/mend-connector.ts'
export type { PackageContents, PackageEntry, SolutionParts } from './engine/package-contents.ts'
export {
  detectProfile,
  independentBrandColor,
  type Profile,
  profiles,
  type Target,
  targets,
} from './engine/profiles.ts'
export type { Rate, Requirement } from './engine/requirement.ts'
export type {
  CheckContext,
  ConnectorCheck,
  Mend,
  MendContext,
  MessageData,
  Place,
  ReportOptions,
  RuleFamily,
  RuleText,
} from './engine/rule-family.ts'
export { defineRuleFamily } from './engine/rule-family.ts'
export { defaultSetting, requirementOf, type Selection } from './engine/settings.ts'
export { judgeSetting } from './engine/severity-policy.ts'
export type { Timing } from './engine/timing.ts'
export { measuredOn, requirementSources, requirements } from './generated/requirements.ts'
export { ruleFamilies } from './generated/rule-families.ts'
export { type FoundSecret, findSecrets } from './rules/security/find-secrets.ts'
