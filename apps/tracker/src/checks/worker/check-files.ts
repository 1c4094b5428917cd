import { checkConnector, describeRules, type Profile } from '@sevenstep/certification-rules'
import { textFilesOf } from '@sevenstep/connector-schema'
import { createReport, type DraftSubject, printJson, type Report } from '@sevenstep/findings'
import { familyFacts } from '../family-facts.ts'
import { ruleSet } from '../rule-set.ts'
import { checkReport } from './deployment-subjects.ts'
import { fileResults } from './file-results.ts'
import { isSecretFinding, secretValues, withoutSecrets } from './find-secrets.ts'
import { type FoundSubject, findSubjects, looseKindOf } from './find-subjects.ts'
import type { CheckRequest, CheckResult, FileResult, FoundSecret, ShownPlace, UploadedFile } from './messages.ts'
import { checkRegistration } from './registration-subjects.ts'
import { shownPlaces } from './shown-places.ts'

/**
 * Checks files as they were handed in. The report is the one the command line makes of the same files, with the profile
 * given and no configuration: what a vendor's own configuration would switch off still counts here. Never throws for
 * the bytes given.
 *
 * @param onFile told of each file as soon as its connector is checked
 * @param about what is known beside the files
 */
export function checkFiles(
  files: readonly UploadedFile[],
  profile: Profile,
  onFile: (file: FileResult) => void = () => {},
  { today, ownTenants }: Pick<CheckRequest, 'today' | 'ownTenants'> = {},
): CheckResult {
  const loose = looseKindOf(files)
  if (loose?.kind === 'app-registration') return checkRegistration(loose.file, today, onFile)
  if (loose?.kind === 'deployment-report') return checkReport(loose.file, ownTenants, onFile)
  const { subjects, trouble } = findSubjects(files)
  const told: FileResult[] = []
  const secrets: string[] = []
  const drafts = subjects.map((subject) => {
    const draft = checkSubject(subject, profile)
    secrets.push(...secretValues(draft.findings, textsOf(subject)))
    for (const file of fileResults(subject, draft.findings, subjects.length > 1)) {
      told.push(file)
      onFile(file)
    }
    return draft
  })
  const report = createReport(ruleSet, withoutSecrets(drafts, secrets))
  return {
    room: 'certification-rules',
    reportJson: printJson(report),
    counts: report.counts,
    families: familyFacts(report.subjects, describeRules()),
    operations: subjects.reduce((sum, { connector }) => sum + (connector.definition?.operations.length ?? 0), 0),
    files: told,
    shown: withoutSecrets(shownOf(report, subjects, secrets), secrets),
    secrets: drafts.flatMap((draft, index) => secretPlaces(draft, subjects[index])),
    trouble,
  }
}

/** Exactly as the command line does it. */
function checkSubject({ path, kind, connector, contents }: FoundSubject, profile: Profile): DraftSubject {
  const isPackage = kind === 'certification-package'
  const { subject } = checkConnector(connector, {
    path,
    profile,
    ...(isPackage && { target: 'package' }),
    ...(isPackage && contents !== undefined && { contents }),
    withEdits: true,
  })
  return { ...subject, kind }
}

function textsOf({ connector }: FoundSubject): (file: string) => string | undefined {
  const texts = new Map(textFilesOf(connector).map(({ path, text }) => [path, text]))
  return (file) => texts.get(file)
}

function shownOf(
  report: Report,
  subjects: readonly FoundSubject[],
  secrets: readonly string[],
): Record<string, ShownPlace> {
  const isSecretFree = (text: string): boolean => !secrets.some((secret) => text.includes(secret))
  const shown: Record<string, ShownPlace> = {}
  for (const [index, subject] of report.subjects.entries()) {
    const found = subjects[index]
    if (found === undefined) continue
    for (const [fingerprint, place] of shownPlaces(subject, textsOf(found), isSecretFree)) {
      shown[`${index} ${fingerprint}`] = place
    }
  }
  return shown
}

function secretPlaces({ findings }: DraftSubject, subject: FoundSubject | undefined): FoundSecret[] {
  return findings.filter(isSecretFinding).flatMap(({ file, ruleId, range }) => {
    const upload = subject?.uploadOf(file)
    return upload === undefined ? [] : [{ path: upload.path, file, line: range?.start.line ?? 1, rule: ruleId }]
  })
}
