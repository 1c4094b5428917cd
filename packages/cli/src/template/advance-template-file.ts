import { resolve } from 'node:path'
import { type LockHolder, lockFile, systemClock } from '@sevenstep/deployment-client'
import { toSafeLines } from '@sevenstep/findings'
import {
  checkSubmission,
  readSubmission,
  recordEvent,
  type TemplateEvent,
  templateEventNames,
} from '@sevenstep/flow-templates/submission'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure, systemCode } from '../failure.ts'
import { suggestWord } from '../suggest-word.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { readTemplateFile } from './read-template-file.ts'
import { statusInWords } from './status-in-words.ts'

/** Milliseconds to wait for another process that records something in the same file. */
const waitFor = 5000

/**
 * `sevenstep template advance`: records what happened in the submission's own file, one process after the other.
 *
 * @throws Failure when it cannot have happened, or the file cannot be read or written; the file is then as it was.
 */
export async function advanceTemplateFile(
  file: string,
  name: string,
  { on = '' }: { readonly on?: string },
  console: Console,
): Promise<ExitCode> {
  const event = expectEvent(name)
  const day = expectDay(on === '' ? console.today : on, console.today)
  // What is no such file gets no lock beside it.
  readTemplateFile(file, console)
  const release = await lockOf(file, console)
  try {
    const text = readTemplateFile(file, console)
    const recorded = recordEvent(text, { event, on: day })
    if (!recorded.ok) {
      const { what, why, fix } = recorded.message
      throw new Failure(exitCodes.usage, `${file}: ${what}`, why, fix)
    }
    writeFileWhole(resolve(console.folder, file), recorded.text, file)
    console.out(toSafeLines(statusInWords(recorded.text)))
    if (event === 'submit') tellErrors(file, text, console)
    return exitCodes.fine
  } finally {
    release()
  }
}

/** What happened is the vendor's to tell and is recorded as told; what was submitted may be sent back all the same. */
function tellErrors(file: string, text: string, console: Console): void {
  const { findings } = checkSubmission(readSubmission(file, text), { today: console.today }).subject
  const count = findings.filter(({ severity }) => severity === 'error').length
  if (count === 0) return
  const errors = count === 1 ? '1 error stands' : `${count} errors stand`
  console.error(toSafeLines(`${errors} in what was submitted: sevenstep check ${file}\n`))
}

/** Two that read the same history and each add to it would leave what one of them added only. */
async function lockOf(file: string, console: Console): Promise<() => void> {
  const lock = `${resolve(console.folder, file)}.lock`
  try {
    return await lockFile(lock, { clock: systemClock, waitFor }, (holder) => busy(file, holder))
  } catch (error) {
    if (systemCode(error) === undefined) throw error
    const why = error instanceof Error ? error.message : String(error)
    throw new Failure(exitCodes.unreadable, `${file} cannot be changed.`, why, 'Check that you may write beside it.')
  }
}

function busy(file: string, holder: LockHolder | undefined): Failure {
  const who = holder === undefined ? 'Somebody' : `Process ${holder.pid} on ${holder.host}, since ${holder.at},`
  return new Failure(
    exitCodes.unreadable,
    `${who} is recording something in ${file}.`,
    'What two record at once would be lost in part.',
    `Run it again. If no such process is there any more, delete ${file}.lock.`,
  )
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
