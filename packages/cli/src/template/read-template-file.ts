import { resolve } from 'node:path'
import { looksLikeSubmission } from '@sevenstep/flow-templates/submission'
import type { Console } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { readFileText } from '../kinds/found-file.ts'

/**
 * The text of a submission's file.
 *
 * @throws Failure when it cannot be read, is not UTF-8 or is something else.
 */
export function readTemplateFile(path: string, console: Console): string {
  let read: ReturnType<typeof readFileText>
  try {
    read = readFileText(resolve(console.folder, path))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure(exitCodes.unreadable, `${path} cannot be read.`, why, 'Check the path.')
  }
  if (read.isUtf8 && looksLikeSubmission(read.text)) return read.text
  throw new Failure(
    exitCodes.unreadable,
    `${path} is not the file of a template’s submission.`,
    read.isUtf8 ? 'It does not hold "kind": "flow-template".' : 'It is not UTF-8.',
    '"sevenstep template init" writes one to begin with.',
  )
}
