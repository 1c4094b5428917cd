export { type ConnectorTier, connectorTierOf, connectorTiersSeen, type KnownTier } from '../data/connector-tiers.ts'
export { type SourceKey, sources } from '../data/sources.ts'
export { ruleFamilies } from '../generated/rule-families.ts'
export { checkTemplateMetadata, type TemplateShortfall } from '../life-cycle/check-template-metadata.ts'
export {
  advanceTemplate,
  type TemplateEvent,
  type TemplateMove,
  type TemplateState,
  templateEvents,
  templateStates,
} from '../life-cycle/template-life-cycle.ts'
export type { PartnerCenterTemplate, PortalTemplate, TemplateMetadata } from '../life-cycle/template-metadata.ts'
export type { LeakRule } from '../scrub/leak.ts'
export { type ScrubbedPlace, type Scrubbing, scrubPackage } from '../scrub/scrub-package.ts'
export { type CheckOptions, type CheckResult, checkFlowPackage } from './check-flow-package.ts'
export { describeRules } from './describe-rules.ts'
export { flowFactsFormat } from './flow-facts-format.ts'
export { type Edition, editions, type FlowFacts, type FlowSubject, type Profile, profiles } from './flow-subject.ts'
export { type LicenceNeed, type LicenceReason, licenceNeedOf } from './licence-need.ts'
export { type PlacedAction, type PlacedExpression, type PlacedFlow, placeFlow } from './placed-flow.ts'
export type { RuleFamily } from './rule-family.ts'
