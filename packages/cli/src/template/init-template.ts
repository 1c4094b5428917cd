import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { toSafeLines } from '@sevenstep/findings'
import { initSubmission } from '@sevenstep/flow-templates/submission'
import type { TemplateInitFlags } from '../commands/template-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { writeFileWhole } from '../write-file-whole.ts'

/**
 * `sevenstep template init`: a submission's file to begin with.
 *
 * @throws Failure when something is in its place, or it cannot be written.
 */
export function initTemplate(file: string, flags: TemplateInitFlags, console: Console): ExitCode {
  const target = resolve(console.folder, file)
  if (existsSync(target)) {
    throw new Failure(exitCodes.usage, `${file} is there already.`, 'Nothing is written over.', 'Name a new file.')
  }
  writeFileWhole(target, initSubmission(flags), file)
  console.out(toSafeLines(`Wrote ${file}.\nFill in what says TODO, then: sevenstep check ${file}\n`))
  return exitCodes.fine
}
