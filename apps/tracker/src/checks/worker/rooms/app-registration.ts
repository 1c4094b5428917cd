import {
  checkAppRegistration,
  describeRules,
  lessonOfRegistration,
  mendAppRegistration,
  type ReadManifest,
  readAppRegistration,
  ruleFamilies,
  tenantFactsFormat,
} from '@sevenstep/sign-in-checks'
import { familyFacts } from '../../family-facts.ts'
import type { GivenFile } from '../upload.ts'
import { handedIn, shownPath, type Upload } from '../upload.ts'
import { startsLikeZip } from '../upload-tree.ts'
import type { JudgedSubject, KnownBeside, Room } from './room.ts'

/** What a manifest has at its top, whichever its format; other JSON is not read any further. */
const marks = /"(?:signInAudience|requiredResourceAccess|availableToOtherTenants|replyUrls\w*)"/

/**
 * App registrations, each a file. They are judged for production. What the application does is not asked for, so rules
 * about needed permissions say that they could not look, and people show those items.
 */
export const appRegistrationRoom: Room = {
  name: 'sign-in-checks',
  find(upload) {
    const found = upload.free.flatMap((file) => registrationIn(upload, file))
    if (found.length === 0) return undefined
    return {
      taken: found.map(({ file }) => file),
      lessons: ({ edition, today }) =>
        found.flatMap(({ file, read }) => {
          const options = { ...(edition !== undefined && { edition }), ...(today !== undefined && { today }) }
          return lessonOfRegistration(read, shownPath(file.path, file.archive), options) ?? []
        }),
      judge: (known) => ({
        subjects: found.map((one) => judged(one, known)),
        trouble: [],
        facts: (subjects) => familyFacts(subjects, describeRules(), ruleFamilies),
      }),
      mend: () =>
        found.flatMap(({ file, text, isUtf8 }) => {
          const mended = isUtf8 && file.archive === undefined ? mendAppRegistration(file.path, text) : undefined
          return mended === undefined ? [] : [mended]
        }),
    }
  },
}

interface FoundRegistration {
  readonly file: GivenFile
  readonly text: string
  readonly isUtf8: boolean
  readonly read: ReadManifest
}

function registrationIn(upload: Upload, file: GivenFile): readonly FoundRegistration[] {
  if (startsLikeZip(file.bytes) || (!upload.isAlone && !/\.json$/i.test(file.path))) return []
  const { text, isUtf8 } = upload.text(file)
  if (!upload.isAlone && !marks.test(text)) return []
  const read = readAppRegistration(shownPath(file.path, file.archive), text, isUtf8)
  return read.registration === undefined ? [] : [{ file, text, isUtf8, read }]
}

function judged({ file, text, read }: FoundRegistration, { today, edition, reported }: KnownBeside): JudgedSubject {
  const path = shownPath(file.path, file.archive)
  const facts = reported?.factsFor('sign-in-checks', file.path, tenantFactsFormat)
  const { subject: draft } = checkAppRegistration(read, {
    path,
    withEdits: true,
    ...(edition !== undefined && { edition }),
    ...(today !== undefined && { today }),
    ...(facts !== undefined && { facts }),
  })
  return { draft, files: [path], isArchive: false, textOf: () => text, uploadOf: () => handedIn(file) }
}
