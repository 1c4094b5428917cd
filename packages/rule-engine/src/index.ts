export {
  type BlindFamilies,
  type CheckOptions,
  type CheckResult,
  checkDraft,
  type DraftInput,
  unseenBy,
} from './check-draft.ts'
export {
  type Checked,
  type CheckInput,
  type Choice,
  checkSubject,
  cutOff,
  documentationOf,
  type FamilyTiming,
  settingOf,
} from './check-subject.ts'
export { describeRules } from './describe-rules.ts'
export { type FactsFormat, type FactsProblem, type FactsReading, type FactsShape, factsFormat } from './facts-format.ts'
export { type CollectorParts, FindingCollector } from './finding-collector.ts'
export type { JudgedFile } from './judged-file.ts'
export { type MendedText, type Mending, mendText } from './mend-text.ts'
export { NotCheckedNotes } from './not-checked-notes.ts'
export { Places } from './places.ts'
export { type PlannedRule, planRule, type RulePlanning } from './planned-rule.ts'
export { type PageExample, type PageSection, readRulePage } from './read-rule-page.ts'
export {
  type Mend,
  type MendContext,
  type MessageData,
  type Place,
  type Reporting,
  type ReportOptions,
  type RuleContext,
  type RuleFamily,
  type RuleText,
  type RuleWording,
  ruleFamilyOf,
  type SettingException,
} from './rule-family.ts'
export { createRulePlanner, type Planning, type RuleChoice, type RulePlan, selectRules } from './rule-planner.ts'
export type { RuleSource } from './rule-source.ts'
export { Unfinished } from './unfinished.ts'
