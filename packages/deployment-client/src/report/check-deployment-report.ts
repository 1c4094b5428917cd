import type { DraftFinding, DraftSubject, NotChecked } from '@sevenstep/findings'
import type { JsonNode } from '@sevenstep/located-json'
import type { ReadReport } from './read-report.ts'
import { type ReportContext, reportJudges } from './report-judges.ts'
import {
  type ReportFamilyId,
  type ReportRuleId,
  reportDocumentation,
  reportMessage,
  reportRuleFamilies,
} from './report-rules.ts'
import { type Objection, reportedTargets, type Verdict } from './reported-target.ts'
import { secretValues } from './secret-values.ts'

/** What a report of a deployment proves. */
export interface CheckedReport {
  /** Ready for `createReport` of `@sevenstep/findings`; its profile is `deployment`, its target the command. */
  readonly subject: DraftSubject
  /** The families that the report says something of, be it that it could not tell. */
  readonly families: readonly ReportFamilyId[]
}

/**
 * Judges a report that was read. All it can say is what the vendor's own run printed: nobody has looked into the target.
 *
 * @param path of the file, for the findings
 */
export function checkDeploymentReport(
  path: string,
  { report, root, lines }: Extract<ReadReport, { ok: true }>,
  context: ReportContext = {},
): CheckedReport {
  const placed = (rule: ReportRuleId, node: JsonNode, data: Readonly<Record<string, string>>): DraftFinding => ({
    ruleId: rule,
    ...reportMessage(rule, data),
    file: path,
    pointer: node.pointer(),
    range: { start: lines.positionAt(node.start), end: lines.positionAt(node.end) },
    documentation: reportDocumentation(rule),
  })
  const place = ({ rule, path: steps, data }: Objection) => placed(rule, root.nearest(...steps), data)
  const findings: DraftFinding[] = []
  const notChecked: NotChecked[] = []
  const families: ReportFamilyId[] = []
  const targets = reportedTargets(report)
  for (const { id, rules } of reportRuleFamilies) {
    if (id === 'deployment-secrets') continue
    const verdicts = targets.map((target) => reportJudges[id](target, context))
    if (verdicts.every(({ is }) => is === 'silent')) continue
    families.push(id)
    findings.push(...verdicts.flatMap(objectionsOf).map(place))
    const doubt = verdicts.find((verdict) => verdict.is === 'open')
    if (doubt?.is === 'open') notChecked.push({ rules: Object.keys(rules).sort(), reason: doubt.reason })
  }
  families.push('deployment-secrets')
  for (const { node, kind } of secretValues(root)) {
    const finding = placed('report-no-secret', node, { kind })
    findings.push({ ...finding, ...(finding.range !== undefined && { hides: finding.range }) })
  }
  const subject = { path, kind: 'deployment report', profile: 'deployment', target: report.command, findings }
  return { subject: notChecked.length === 0 ? subject : { ...subject, notChecked }, families }
}

function objectionsOf(verdict: Verdict): readonly Objection[] {
  if (verdict.is === 'failed') return verdict.objections
  return verdict.is === 'silent' ? [] : (verdict.warnings ?? [])
}
