import type { RuleRoom } from '@sevenstep/onboarding'
import { handOn } from '@sevenstep/rule-engine/handed-on'
import { findParts } from './find-parts.ts'
import type { CheckResult, FileResult, ReadingTrouble, UploadedFile } from './messages.ts'
import { findCredentials } from './reported/find-credentials.ts'
import { ReportedFacts } from './reported/reported-facts.ts'
import { type JudgedPart, resultOf } from './result-of.ts'
import type { KnownBeside } from './rooms/room.ts'
import { nothingKnown } from './unknown-files.ts'
import { shownPath } from './upload.ts'

/** Files that are named though nobody judged them; a folder of pictures need not fill the page. */
const mostUnrecognised = 100

/**
 * Checks files as they were handed in: every kind that is found among them, by the rules of its step. The report is the
 * one the command line makes of the same files, with the profile given and no configuration: what a vendor's own
 * configuration would switch off still counts here. Never throws for the bytes given.
 *
 * What could not be read whole is left out with everything of its step, since half of it proves nothing; the rest counts.
 *
 * @param known what is known beside the files
 * @param onFile told of each file as soon as what it belongs to is checked
 */
export function checkFiles(
  files: readonly UploadedFile[],
  known: KnownBeside,
  onFile: (file: FileResult) => void = () => {},
): CheckResult {
  const { upload, parts, facts, rest, unknown } = findParts(files)
  const reported = new ReportedFacts(facts)
  // Before anything is judged, so that it makes no difference what is judged first; one part alone tells nobody.
  const isUseful = parts.length > 1 && parts.some(({ room }) => taught.has(room))
  const handingOn = handOn(isUseful ? parts.flatMap(({ found }) => found.lessons?.(known) ?? []) : [])
  const judged = parts.map(({ room, found }): JudgedPart => {
    const plain = { ...known, handingOn }
    const part = { room, judged: found.judge({ ...plain, reported }) }
    return reported.used.some(({ rooms }) => rooms.includes(room)) ? { ...part, unaided: found.judge(plain) } : part
  })
  const unread = distinct([
    ...judged.flatMap((part) => part.judged.trouble),
    ...upload.archives.unread,
    ...reported.trouble,
  ])
  const idle = judged.flatMap((part) => part.judged.idle ?? [])
  const result = resultOf(judged, { credentials: findCredentials(facts), onFile })
  const isAnything = result.rooms.length > 0
  const reasons = [...unread, ...idle]
  const told = new Set(reasons.map(({ path }) => path))
  return {
    ...result,
    trouble: isAnything ? [] : reasons.length > 0 ? reasons : [nothingKnown(upload)],
    unread: isAnything ? unread : [],
    idle: isAnything ? idle : [],
    unrecognised: rest
      .map((file) => shownPath(file.path, file.archive))
      .filter((path) => !told.has(path))
      .slice(0, mostUnrecognised),
    reported: reported.used,
    unjudged: [...told, ...unknown.map(({ path }) => path)],
  }
}

/** The rooms that judge with what others read. */
const taught: ReadonlySet<RuleRoom> = new Set(['flow-embed', 'licensing-checks', 'listing-checks'])

/** An archive that could not be read is told of once, whoever looked into it. */
function distinct(trouble: readonly ReadingTrouble[]): readonly ReadingTrouble[] {
  return [...new Map(trouble.map((one) => [`${one.path} ${one.what.en}`, one])).values()]
}
