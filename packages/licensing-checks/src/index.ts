export {
  type Catalogue,
  type CatalogueSource,
  knownCatalogue,
  type LicenceCloud,
  type ServicePlan,
  type Sku,
} from './catalogue/catalogue.ts'
export { classNames, type LicenceClass } from './catalogue/licence-class.ts'
export { printCatalogue, readCatalogue } from './catalogue/read-catalogue.ts'
export { differenceInWords, renderDifference } from './catalogue/render-difference.ts'
export {
  type CatalogueDifference,
  type CatalogueUpdate,
  compareCatalogues,
  type TableOrigin,
  updateCatalogue,
} from './catalogue/update-catalogue.ts'
export { type Source, type SourceKey, sources } from './data/sources.ts'
export { type CheckOptions, type CheckResult, checkLicences } from './engine/check-licences.ts'
export { describeRules } from './engine/describe-rules.ts'
export { gatherLicensing } from './engine/gather-licensing.ts'
export type { FactsOrigin, LicensingFacts, OrderFacts, OrderLine, PartnerFacts } from './engine/licensing-facts.ts'
export { licensingFactsFormat } from './engine/licensing-facts-format.ts'
export {
  type Edition,
  editions,
  type Licensing,
  type LicensingSubject,
  type Profile,
  profiles,
} from './engine/licensing-subject.ts'
export type { RuleFamily } from './engine/rule-family.ts'
export { knownTierOf } from './entitlement/connector-tiers.ts'
export { type EntitlementRule, type EntitlementRuleId, entitlementRules } from './entitlement/entitlement-rules.ts'
export type { ConnectorTier, FlowConnector, FlowContext, FlowUse, TriggerKind } from './entitlement/flow-use.ts'
export {
  type Entitlement,
  type EntitlementQuestion,
  type FlowAnswer,
  type FlowAnswers,
  judgeEntitlements,
  judgeFlows,
} from './entitlement/judge-entitlements.ts'
export { type EntitlementState, type GapClosing, type Outcome, reasonOf } from './entitlement/outcome.ts'
export { type Right, type Rights, rightsOf } from './entitlement/rights.ts'
export { ruleFamilies } from './generated/rule-families.ts'
export { type CandidateFile, findLicenceLists, looksLikeLicenceList } from './licences/find-licence-lists.ts'
export type {
  AssignmentError,
  HeldLicence,
  HeldPlan,
  LicenceListFormat,
  LicensedUser,
  PlanState,
  Purchase,
  ReadLicenceFile,
  ReadProblem,
  Subscription,
} from './licences/licence-list.ts'
export { formatNames } from './licences/licence-list.ts'
export { readLicenceFile, recogniseLicenceList } from './licences/read-licence-file.ts'
export { type BuyLine, linesToBuy, type PlannedPurchase, priceOfLines } from './plan/order-lines.ts'
export {
  type PlanAlternative,
  type PlanInput,
  type PlannedLicence,
  type Price,
  type Prices,
  type PurchasePlan,
  planPurchase,
} from './plan/purchase-plan.ts'
export { csvLine, entitlementLines } from './report/print-report-csv.ts'
export { printReportHtml } from './report/print-report-html.ts'
export { printReportJson } from './report/print-report-json.ts'
export { printReportText } from './report/print-report-text.ts'
export { alternativeInWords, alternativeProducts, freeStepsOf } from './report/report-words.ts'
export {
  createTenantReport,
  type FlowStanding,
  type PersonStanding,
  type ProductStanding,
  type StateCounts,
  type TenantReport,
  type TenantReportOptions,
  type UsedRule,
} from './report/tenant-report.ts'
