import { decodeText } from '@sevenstep/connector-schema'
import { countFindings, createReport, printJson } from '@sevenstep/findings'
import {
  checkAppRegistration,
  describeRules,
  mendAppRegistration,
  readAppRegistration,
  ruleFamilies,
} from '@sevenstep/sign-in-checks'
import { familyFacts } from '../family-facts.ts'
import { otherRuleSet } from '../rule-set.ts'
import { changesBetween } from './changes-between.ts'
import { isSecretFinding, secretValues, withoutSecrets } from './find-secrets.ts'
import type { CheckResult, FileResult, MendedUpload, UploadedFile } from './messages.ts'
import { shownOfText } from './shown-places.ts'

/** True for the bytes of a file that is an app registration, told by its content. */
export function isAppRegistration({ path, bytes }: UploadedFile): boolean {
  const { text, isUtf8 } = decodeText(path, bytes)
  return readAppRegistration(path, text, isUtf8).registration !== undefined
}

/**
 * Checks an app registration as it was handed in, for production and by today's programme. What the application does is
 * not asked for, so rules about needed permissions say that they could not look, and people show those items.
 *
 * @param today as `YYYY-MM-DD`; left out, when credentials end is not judged
 */
export function checkRegistration(
  { path, bytes }: UploadedFile,
  today: string | undefined,
  onFile: (file: FileResult) => void,
): CheckResult {
  const { text, isUtf8 } = decodeText(path, bytes)
  const { subject: draft } = checkAppRegistration(readAppRegistration(path, text, isUtf8), {
    path,
    withEdits: true,
    ...(today !== undefined && { today }),
  })
  const { error, warning, info } = countFindings(draft.findings)
  const file: FileResult = { path, errors: error, warnings: warning, notes: info, judged: true }
  onFile(file)
  const secrets = secretValues(draft.findings, () => text)
  const report = createReport(otherRuleSet, withoutSecrets([draft], secrets))
  return {
    room: 'sign-in-checks',
    reportJson: printJson(report),
    counts: report.counts,
    families: familyFacts(report.subjects, describeRules(), ruleFamilies),
    operations: 0,
    files: [file],
    shown: withoutSecrets(shownOfText(report.subjects, text, secrets), secrets),
    secrets: draft.findings.filter(isSecretFinding).map(({ ruleId: rule, range }) => {
      return { path, file: path, line: range?.start.line ?? 1, rule }
    }),
    trouble: [],
  }
}

/** The registration with its automatic mends made; nothing where there are none, or its bytes are no UTF-8. */
export function mendRegistration(
  { path, bytes }: UploadedFile,
  contextLines: number,
): { readonly text: string; readonly mended: MendedUpload } | undefined {
  const { text, isUtf8 } = decodeText(path, bytes)
  const file = isUtf8 ? mendAppRegistration(path, text) : undefined
  if (file === undefined) return undefined
  const changes = changesBetween(file.shownBefore, file.shownAfter, { context: contextLines, firstLine: 1 })
  return { text: file.after, mended: { path, count: file.count, changes } }
}
