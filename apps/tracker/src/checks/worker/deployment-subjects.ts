import { decodeText } from '@sevenstep/connector-schema'
import {
  checkDeploymentReport,
  describeReportRules,
  looksLikeDeploymentReport,
  type ReportProblem,
  readDeploymentReport,
  reportRuleFamilies,
} from '@sevenstep/deployment-client/report'
import { countFindings, createReport, printJson } from '@sevenstep/findings'
import { familyFacts } from '../family-facts.ts'
import { otherRuleSet } from '../rule-set.ts'
import { isSecretFinding, secretValues, withoutSecrets } from './find-secrets.ts'
import type { CheckResult, FileResult, UploadedFile } from './messages.ts'
import { shownOfText } from './shown-places.ts'

/** True for the bytes of a file that is the report of a deployment, be it whole or cut off, told by its content. */
export function isDeploymentReport({ path, bytes }: UploadedFile): boolean {
  return looksLikeDeploymentReport(decodeText(path, bytes).text)
}

/**
 * Judges the report of a deployment as it was handed in. One that is cut off or contradicts itself is refused as a whole.
 *
 * @param ownTenants tenants that the vendor's own people sign in from; left out, whose the target is cannot be told
 */
export function checkReport(
  { path, bytes }: UploadedFile,
  ownTenants: readonly string[] | undefined,
  onFile: (file: FileResult) => void,
): CheckResult {
  const { text } = decodeText(path, bytes)
  const read = readDeploymentReport(text)
  if (!read.ok) return refused(path, read.problems)
  const { subject: draft, families } = checkDeploymentReport(path, read, { ...(ownTenants && { ownTenants }) })
  const { error, warning, info } = countFindings(draft.findings)
  const file: FileResult = { path, errors: error, warnings: warning, notes: info, judged: true }
  onFile(file)
  const secrets = secretValues(draft.findings, () => text)
  const report = createReport(otherRuleSet, withoutSecrets([draft], secrets))
  const told = reportRuleFamilies.filter(({ id }) => families.includes(id))
  return {
    room: 'deployment-client',
    reportJson: printJson(report),
    counts: report.counts,
    families: familyFacts(report.subjects, describeReportRules(), told),
    operations: 0,
    files: [file],
    shown: withoutSecrets(shownOfText(report.subjects, text, secrets), secrets),
    secrets: draft.findings.filter(isSecretFinding).map(({ ruleId: rule, range }) => {
      return { path, file: path, line: range?.start.line ?? 1, rule }
    }),
    trouble: [],
  }
}

function refused(path: string, problems: readonly ReportProblem[]): CheckResult {
  return {
    room: 'deployment-client',
    reportJson: printJson(createReport(otherRuleSet, [])),
    counts: { error: 0, warning: 0, info: 0 },
    families: {},
    operations: 0,
    files: [],
    shown: {},
    secrets: [],
    trouble: problems.map(({ line, column, what, why, fix }) => ({
      path,
      what: `${path}, line ${line}, column ${column}: ${what}`,
      why,
      fix,
    })),
  }
}
