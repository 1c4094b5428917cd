export type { Finding, Location, MendKind, Message, Position, Range, RelatedPlace, TextEdit } from './finding.ts'
export type { Counts, NotChecked, Report, RuleSet, Subject } from './report.ts'
export type { RuleDescription } from './rule.ts'
export { isAtLeast, type RuleSetting, type Severity, severities } from './severity.ts'
