export { applyEditGroups, applyEdits, type EditResult, type TextChange } from './apply-edits.ts'
export { compareFindings } from './compare-findings.ts'
export {
  countFindings,
  createReport,
  createSubject,
  type DraftFinding,
  type DraftSubject,
  finishFindings,
  sumCounts,
} from './create-report.ts'
export type { Finding, Location, MendKind, Message, Position, Range, RelatedPlace, TextEdit } from './finding.ts'
export { type FingerprintParts, fingerprintOf } from './fingerprint.ts'
export { createLineTable, type LineTable } from './line-table.ts'
export type { Counts, NotChecked, Report, RuleSet, Subject } from './report.ts'
export type { RuleDescription } from './rule.ts'
export { isAtLeast, type RuleSetting, type Severity, severities } from './severity.ts'
