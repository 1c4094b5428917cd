import {
  countFindings,
  createReport,
  type DraftFinding,
  type DraftSubject,
  printJson,
  type RuleSet,
  type Subject,
} from '@sevenstep/findings'
import type { RuleRoom } from '@sevenstep/onboarding'
import { isSecretFinding, secretValues, withoutSecrets } from './find-secrets.ts'
import type { CheckResult, FileResult, FoundSecret, ShownPlace } from './messages.ts'
import type { Judged, JudgedSubject } from './rooms/room.ts'
import { shownPlaces } from './shown-places.ts'

/** By which rules was judged. */
interface JudgedBy {
  readonly room: RuleRoom
  readonly ruleSet: RuleSet
  readonly operations?: number
}

/** A subject that names its files in another way than the usual one. */
export interface ListedSubject extends JudgedSubject {
  fileResults?(findings: readonly DraftFinding[]): readonly FileResult[]
}

/** The result of a check, whichever room judged: the report, the facts and what is shown, with no secret in any of it. */
export function resultOf(
  { subjects, trouble, facts }: Omit<Judged, 'subjects'> & { readonly subjects: Iterable<ListedSubject> },
  { room, ruleSet, operations = 0 }: JudgedBy,
  onFile: (file: FileResult) => void,
): CheckResult {
  const judged: ListedSubject[] = []
  const files: FileResult[] = []
  const secrets: string[] = []
  for (const subject of subjects) {
    judged.push(subject)
    const { findings } = subject.draft
    secrets.push(...secretValues(findings, subject.textOf))
    for (const file of subject.fileResults?.(findings) ?? fileResultsOf(subject)) {
      files.push(file)
      onFile(file)
    }
  }
  const drafts = judged.map(({ draft }) => draft)
  const report = createReport(ruleSet, withoutSecrets<readonly DraftSubject[]>(drafts, secrets))
  return {
    room,
    reportJson: printJson(report),
    counts: report.counts,
    families: facts(report.subjects),
    operations,
    files,
    shown: withoutSecrets(shownOf(report.subjects, judged, secrets), secrets),
    secrets: judged.flatMap(secretPlaces),
    trouble,
  }
}

/** How each file fared; files that findings name and nobody handed in come last. */
function fileResultsOf({ draft, files, isArchive, uploadOf }: JudgedSubject): readonly FileResult[] {
  const pathOf = (file: string): string => (isArchive ? `${draft.path}!${file}` : (uploadOf(file)?.path ?? file))
  const found = new Map<string, DraftFinding[]>(files.map((file) => [pathOf(file), []]))
  for (const finding of draft.findings) {
    const path = pathOf(finding.file)
    const known = found.get(path)
    if (known === undefined) found.set(path, [finding])
    else known.push(finding)
  }
  return [...found].map(([path, findings]) => {
    const { error, warning, info } = countFindings(findings)
    return { path, errors: error, warnings: warning, notes: info, judged: true }
  })
}

function shownOf(
  subjects: readonly Subject[],
  judged: readonly JudgedSubject[],
  secrets: readonly string[],
): Readonly<Record<string, ShownPlace>> {
  const isSecretFree = (text: string): boolean => !secrets.some((secret) => text.includes(secret))
  return Object.fromEntries(
    subjects.flatMap((subject, index) => {
      const places = shownPlaces(subject, (file) => judged[index]?.textOf(file), isSecretFree)
      return [...places].map(([fingerprint, place]) => [`${index} ${fingerprint}`, place])
    }),
  )
}

function secretPlaces({ draft, uploadOf }: JudgedSubject): FoundSecret[] {
  return draft.findings.filter(isSecretFinding).flatMap(({ file, ruleId, range }) => {
    const upload = uploadOf(file)
    return upload === undefined ? [] : [{ path: upload.path, file, line: range?.start.line ?? 1, rule: ruleId }]
  })
}
