import { checkConnector, describeRules, type Profile } from '@sevenstep/certification-rules'
import { textFilesOf } from '@sevenstep/connector-schema'
import type { DraftSubject } from '@sevenstep/findings'
import { familyFacts } from '../family-facts.ts'
import { otherRuleSet, ruleSet } from '../rule-set.ts'
import { fileResults } from './file-results.ts'
import { type FoundSubject, findKind } from './find-subjects.ts'
import type { CheckResult, FileResult, UploadedFile } from './messages.ts'
import { type ListedSubject, resultOf } from './result-of.ts'
import type { KnownBeside } from './rooms/room.ts'

/**
 * Checks files as they were handed in. The report is the one the command line makes of the same files, with the profile
 * given and no configuration: what a vendor's own configuration would switch off still counts here. Never throws for
 * the bytes given.
 *
 * @param onFile told of each file as soon as what it belongs to is checked
 * @param known what is known beside the files
 */
export function checkFiles(
  files: readonly UploadedFile[],
  profile: Profile,
  onFile: (file: FileResult) => void = () => {},
  known: KnownBeside = {},
): CheckResult {
  const kind = findKind(files)
  if ('found' in kind) return resultOf(kind.found.judge(known), { room: kind.room, ruleSet: otherRuleSet }, onFile)
  const { subjects, trouble } = kind
  return resultOf(
    {
      subjects: judgeConnectors(subjects, profile),
      trouble,
      facts: (judged) => familyFacts(judged, describeRules()),
    },
    {
      room: 'certification-rules',
      ruleSet,
      operations: subjects.reduce((sum, { connector }) => sum + (connector.definition?.operations.length ?? 0), 0),
    },
    onFile,
  )
}

function* judgeConnectors(subjects: readonly FoundSubject[], profile: Profile): Generator<ListedSubject> {
  for (const subject of subjects) {
    yield {
      draft: checkSubject(subject, profile),
      files: [],
      isArchive: subject.isArchive,
      textOf: textsOf(subject),
      uploadOf: subject.uploadOf,
      fileResults: (findings) => fileResults(subject, findings, subjects.length > 1),
    }
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
