import { toSafeLines } from '@sevenstep/findings'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { readTemplateFile } from './read-template-file.ts'
import { statusInWords } from './status-in-words.ts'

/**
 * `sevenstep template status`: where a template stands, by its own file.
 *
 * @throws Failure when the file cannot be read or does not say.
 */
export function printTemplateStatus(file: string, console: Console): ExitCode {
  console.out(toSafeLines(statusInWords(readTemplateFile(file, console))))
  return exitCodes.fine
}
