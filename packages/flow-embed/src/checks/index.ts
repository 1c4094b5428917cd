export { locales } from '../data/locales.ts'
export { type Source, type SourceKey, sources } from '../data/sources.ts'
export { type WidgetKind, widgetKinds } from '../data/widget-catalogue.ts'
export { type CheckOptions, type CheckResult, checkHostPage } from '../engine/check-host-page.ts'
export { describeRules } from '../engine/describe-rules.ts'
export { type Edition, type EmbedSubject, editions, type Profile, profiles } from '../engine/embed-subject.ts'
export type { BrowserRun, HostFacts, TokenFinding } from '../engine/host-facts.ts'
export { hostFactsFormat } from '../engine/host-facts-format.ts'
export { type MendedPage, type MendOptions, mendHostPage } from '../engine/mend-host-page.ts'
export type { RuleFamily } from '../engine/rule-family.ts'
export { ruleFamilies } from '../generated/rule-families.ts'
export { type HostHeaders, hostHeaders, type PolicyNeeds } from '../headers/host-policy.ts'
export { type HeadersForm, type ReadHeaders, readHeaders, recogniseHeaders } from '../headers/read-headers.ts'
export type { GivenFile, HostPage } from '../page/host-page.ts'
export {
  type ReadHostPage,
  type ReadOptions,
  readHostPage,
  readOptionsFor,
  recogniseHostPage,
} from '../page/read-host-page.ts'
