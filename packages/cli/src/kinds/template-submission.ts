import { checkSubmission, looksLikeSubmission, readSubmission } from '@sevenstep/flow-templates/submission'
import type { Source } from '../check/source.ts'
import { readFileText } from './found-file.ts'
import type { FoundFile, FoundInFiles } from './kind.ts'
import { entryOf } from './later-kinds.ts'
import { roomOptions, roomSource } from './room-source.ts'

/** The file of a template's submission, told by its content. */
export function submissionsIn(file: FoundFile): readonly FoundInFiles[] {
  return looksLikeSubmission(file.text()) ? [{ source: submissionSource(file), files: [file] }] : []
}

function submissionSource(file: FoundFile): Source {
  let readFacts: typeof import('./read-submission-facts.ts').readSubmissionFacts | undefined
  const read = ({ text, isUtf8 } = readFileText(file.absolute)) => readSubmission(file.name, text, isUtf8)
  return roomSource({
    entry: entryOf('flow-package'),
    path: file.path,
    kind: 'template submission',
    recognised: 'the submission of a template',
    at: { file: file.absolute },
    reads: [file.absolute],
    async prepare({ facts }) {
      if (facts !== undefined) readFacts = (await import('./read-submission-facts.ts')).readSubmissionFacts
    },
    check(judging) {
      const { flags, console } = judging.run
      const { withEdits: _none, ...options } = roomOptions(
        judging,
        ['template'],
        judging.settings.configuration.flowPackage,
      )
      const facts = flags.facts === undefined ? undefined : readFacts?.(flags.facts, console.folder)
      return checkSubmission(read(), { path: file.path, ...options, ...(facts !== undefined && { facts }) })
    },
    applied(judging) {
      const { edition = read().edition } = roomOptions(
        judging,
        ['template'],
        judging.settings.configuration.flowPackage,
      )
      return { profile: 'template', edition }
    },
  })
}
