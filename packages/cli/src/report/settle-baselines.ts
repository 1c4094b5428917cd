import { existsSync, readFileSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import {
  applyBaseline,
  type Baseline,
  createBaseline,
  parseBaseline,
  printBaseline,
  type Report,
  type Subject,
  sumCounts,
} from '@sevenstep/findings'
import type { Console } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { writeFileWhole } from '../write-file-whole.ts'

/**
 * Takes known findings out of a report, or writes all present ones into the baselines first. A baseline names
 * connectors relative to itself, so that it holds from whichever folder the command is run.
 *
 * @throws Failure when a file is missing or no baseline, or when there is none to update.
 */
export function settleBaselines(
  report: Report,
  fileOf: (path: string) => string | undefined,
  isUpdate: boolean,
  console: Console,
): Report {
  const groups = new Map<string, Subject[]>()
  for (const subject of report.subjects) {
    const file = fileOf(subject.path)
    if (file === undefined) continue
    const group = groups.get(file)
    if (group === undefined) groups.set(file, [subject])
    else group.push(subject)
  }
  if (isUpdate && groups.size === 0) throw nothingToUpdate()
  const settled = new Map<Subject, Subject>()
  for (const [file, subjects] of groups) {
    const named = subjects.map((subject) => ({ ...subject, path: pathFrom(file, subject.path, console.folder) }))
    const after = settle({ ...report, subjects: named }, file, isUpdate, console).subjects
    for (const [at, subject] of subjects.entries())
      settled.set(subject, { ...(after[at] ?? subject), path: subject.path })
  }
  const subjects = report.subjects.map((subject) => settled.get(subject) ?? subject)
  return { ...report, subjects, counts: sumCounts(subjects.map(({ counts }) => counts)) }
}

function settle(report: Report, file: string, isUpdate: boolean, console: Console): Report {
  const shown = slashed(relative(console.folder, file))
  if (isUpdate) {
    const updated = createBaseline(report, existsSync(file) ? readBaseline(file, shown) : undefined)
    writeFileWhole(file, printBaseline(updated))
    console.error(`Wrote ${shown}.\n`)
    return applyBaseline(report, updated).report
  }
  const { report: settled, gone } = applyBaseline(report, readBaseline(file, shown))
  if (gone.length > 0) {
    const what = gone.length === 1 ? '1 known finding is' : `${gone.length} known findings are`
    console.error(`${what} gone; --update-baseline takes ${gone.length === 1 ? 'it' : 'them'} out of ${shown}.\n`)
  }
  return settled
}

function readBaseline(file: string, shown: string): Baseline {
  if (!existsSync(file)) {
    throw new Failure(
      exitCodes.usage,
      `There is no baseline ${shown}.`,
      'Findings cannot be compared with a file that is not there.',
      'Make it with --update-baseline.',
    )
  }
  const parsed = parseBaseline(readText(file, shown))
  if (parsed.ok) return parsed.baseline
  throw notABaseline(shown, parsed.problem)
}

function readText(file: string, shown: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw notABaseline(shown, error instanceof Error ? error.message : String(error))
  }
}

function notABaseline(shown: string, why: string): Failure {
  return new Failure(
    exitCodes.usage,
    `${shown} is no baseline.`,
    why,
    'Move it away and make it anew with --update-baseline.',
  )
}

function nothingToUpdate(): Failure {
  return new Failure(
    exitCodes.usage,
    '--update-baseline needs a baseline.',
    'There is no file to write to: neither --baseline nor a configuration names one.',
    'Add --baseline FILE, or "baseline" to the configuration.',
  )
}

function pathFrom(file: string, path: string, folder: string): string {
  return slashed(relative(dirname(file), resolve(folder, path))) || '.'
}

function slashed(path: string): string {
  return path.split(sep).join('/')
}
