import { type SubmissionFacts, submissionFactsFormat } from '@sevenstep/flow-templates/submission'
import { readFacts } from './read-facts.ts'

/**
 * Reads what addresses of a submission answered.
 *
 * @throws Failure when the file cannot be read or has another shape.
 */
export function readSubmissionFacts(path: string, folder: string): SubmissionFacts {
  return readFacts(path, folder, submissionFactsFormat)
}
