import {
  checkSubmission,
  describeSubmissionRules,
  looksLikeSubmission,
  readSubmission,
  submissionFactsFormat,
  submissionFamilies,
} from '@sevenstep/flow-templates/submission'
import { partFacts } from '../../part-facts.ts'
import { type GivenFile, handedIn, shownPath, type Upload } from '../upload.ts'
import { startsLikeZip } from '../upload-tree.ts'
import type { JudgedSubject, KnownBeside, Room } from './room.ts'

/** Files of submissions of templates, each by itself, told by their content. */
export const templateSubmissionRoom: Room = {
  name: 'flow-templates',
  find(upload) {
    const files = upload.free.filter((file) => isSubmission(upload, file))
    if (files.length === 0) return undefined
    return {
      taken: files,
      judge: (known) => ({
        subjects: files.map((file) => judged(upload, file, known)),
        trouble: [],
        facts: (subjects) =>
          partFacts({
            subjects,
            rules: describeSubmissionRules(known.edition),
            families: submissionFamilies,
            lacks: 'any',
          }),
      }),
    }
  },
}

function isSubmission(upload: Upload, file: GivenFile): boolean {
  if (startsLikeZip(file.bytes) || !(upload.isAlone || /\.json$/i.test(file.path))) return false
  return looksLikeSubmission(upload.text(file).text)
}

function judged(upload: Upload, file: GivenFile, { edition, today, reported }: KnownBeside): JudgedSubject {
  const path = shownPath(file.path, file.archive)
  const { text, isUtf8 } = upload.text(file)
  const facts = reported?.factsFor('flow-templates', file.path, submissionFactsFormat)
  const { subject: draft } = checkSubmission(readSubmission(path, text, isUtf8), {
    path,
    ...(edition !== undefined && { edition }),
    ...(today !== undefined && { today }),
    ...(facts !== undefined && { facts }),
  })
  return {
    draft,
    files: [path],
    isArchive: false,
    textOf: () => text,
    uploadOf: () => handedIn(file),
  }
}
