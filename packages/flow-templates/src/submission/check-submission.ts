import { type CheckResult, checkDraft, type CheckOptions as RoomCheckOptions } from '@sevenstep/rule-engine'
import type { Edition, Profile } from '../checks/flow-subject.ts'
import { quotedWithoutSecrets } from '../checks/quoted-without-secrets.ts'
import { submissionFamilies } from '../generated/submission-families.ts'
import { submissionFile } from '../rules/submission/submission-file.ts'
import { historyOf, stateAfter } from './history.ts'
import type { ReadSubmission, SubmissionFacts, SubmissionFamily } from './submission.ts'

/** How to check a submission. The edition is the file's own when none is given. */
export interface SubmissionOptions extends Omit<RoomCheckOptions<Profile, Edition, SubmissionFamily>, 'withEdits'> {
  /** The day of the check as `YYYY-MM-DD`, to judge what ends and what has not happened yet. */
  readonly today?: string
  /** What was looked up elsewhere. */
  readonly facts?: SubmissionFacts
}

const noSubmission = 'The file is no object, or not enough of it could be read to tell.'

/**
 * Checks what is told beside a template's package before it is submitted, and what has happened to it since. Never
 * throws, and opens no address. The verdict is ours: it says what Microsoft's published pages lead us to expect.
 */
export function checkSubmission(read: ReadSubmission, options: SubmissionOptions = {}): CheckResult {
  const { settings, only, skip, profile = 'template', families = submissionFamilies, today, facts = {}, now } = options
  const edition = options.edition ?? read.edition
  const { file } = read
  const { root } = read
  const shared = {
    path: options.path ?? file.path,
    kind: 'template submission',
    files: [file],
    choice: { profile, edition, settings, only, skip },
    ...(now !== undefined && { now }),
  }
  if (root === undefined) {
    const others = families.filter((family) => family !== submissionFile)
    const able = others.length === families.length ? [] : [submissionFile]
    const blind = { families: others, reason: noSubmission }
    return checkDraft({ ...shared, families: able, subject: { file, root: file.json.root }, blind })
  }
  const history = historyOf(root)
  const state = stateAfter(history, edition)
  const { subject, timing } = checkDraft({
    ...shared,
    families,
    subject: { file, root, history, state, today, facts },
  })
  return { subject: { ...subject, findings: subject.findings.map(quotedWithoutSecrets) }, timing }
}
