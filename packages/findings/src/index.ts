export { applyBaseline, type BaselineResult } from './apply-baseline.ts'
export { applyEditGroups, applyEdits, type EditResult, type TextChange } from './apply-edits.ts'
export {
  applySuppressions,
  createSuppressor,
  type SuppressedFinding,
  type SuppressionResult,
  type Suppressor,
} from './apply-suppressions.ts'
export type { Baseline, BaselineEntry, BaselineSubject } from './baseline.ts'
export { disarmJson } from './build-commands.ts'
export { compareFindings, compareTexts } from './compare-findings.ts'
export { createBaseline, printBaseline } from './create-baseline.ts'
export {
  countFindings,
  createReport,
  createSubject,
  type DraftFinding,
  type DraftSubject,
  finishFindings,
  sumCounts,
} from './create-report.ts'
export { fillMessage } from './fill-message.ts'
export type { Finding, Location, MendKind, Message, Position, Range, RelatedPlace, TextEdit } from './finding.ts'
export { type FingerprintParts, fingerprintOf } from './fingerprint.ts'
export { hideSecrets } from './hide-secrets.ts'
export type { ReportDrawing } from './html/html-drawings.ts'
export { type HtmlOptions, printHtml } from './html/print-html.ts'
export { createLineTable, type LineTable } from './line-table.ts'
export { type ParsedBaseline, parseBaseline } from './parse-baseline.ts'
export { printGithub } from './print-github.ts'
export { printJson } from './print-json.ts'
export { type JunitOptions, printJunit } from './print-junit.ts'
export { type MarkdownOptions, printMarkdown } from './print-markdown.ts'
export type { Counts, HandedOnFact, NotChecked, Report, RuleSet, SetAside, Subject } from './report.ts'
export { countsInWords, headlineOf, isClean, pathOf, summaryOf, verdictNote } from './report-wording.ts'
export { type ResolvedSettings, resolveSettings } from './resolve-settings.ts'
export type { RuleDescription } from './rule.ts'
export { printSarif, type SarifOptions } from './sarif/print-sarif.ts'
export { isAtLeast, type RuleSetting, type Severity, severities } from './severity.ts'
export type { Suppression } from './suppression.ts'
export { suppressionRules } from './suppression-rules.ts'
export { printText, type TextOptions } from './text/print-text.ts'
export { toSafeLines } from './text/safe-lines.ts'
export type { Verbosity } from './text/text-style.ts'
