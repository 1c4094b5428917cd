import { resolve } from 'node:path'
import { toSafeLines } from '@sevenstep/findings'
import { recordEvent, type TemplateEvent, templateEventNames } from '@sevenstep/flow-templates/submission'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { suggestWord } from '../suggest-word.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { readTemplateFile } from './read-template-file.ts'
import { statusInWords } from './status-in-words.ts'

/**
 * `sevenstep template advance`: records what happened in the submission's own file.
 *
 * @throws Failure when it cannot have happened, or the file cannot be read or written; the file is then as it was.
 */
export function advanceTemplateFile(
  file: string,
  name: string,
  { on = '' }: { readonly on?: string },
  console: Console,
): ExitCode {
  const event = expectEvent(name)
  const day = expectDay(on === '' ? console.today : on, console.today)
  const recorded = recordEvent(readTemplateFile(file, console), { event, on: day })
  if (!recorded.ok) {
    const { what, why, fix } = recorded.message
    throw new Failure(exitCodes.usage, `${file}: ${what}`, why, fix)
  }
  writeFileWhole(resolve(console.folder, file), recorded.text, file)
  console.out(toSafeLines(statusInWords(recorded.text)))
  return exitCodes.fine
}

function expectEvent(name: string): TemplateEvent {
  const event = templateEventNames.find((one) => one === name)
  if (event !== undefined) return event
  const near = suggestWord(name, templateEventNames)
  throw new Failure(
    exitCodes.usage,
    `There is no event "${name}".`,
    `Events are ${templateEventNames.join(', ')}.`,
    near === undefined ? 'See "sevenstep template status" for what can happen now.' : `Did you mean "${near}"?`,
  )
}

function expectDay(day: string, today: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) {
    throw new Failure(exitCodes.usage, `"${day}" is no day.`, 'Days are written YYYY-MM-DD.', `Such as ${today}.`)
  }
  if (day <= today) return day
  const why = 'A history tells what has happened.'
  throw new Failure(exitCodes.usage, `${day} is yet to come.`, why, 'Record it on the day it happens.')
}
