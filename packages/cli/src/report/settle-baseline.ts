import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import {
  applyBaseline,
  type Baseline,
  createBaseline,
  parseBaseline,
  printBaseline,
  type Report,
} from '@sevenstep/findings'
import type { Console } from '../console.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { writeFileWhole } from '../write-file-whole.ts'

/**
 * Takes known findings out of a report, or writes all present ones into the baseline first.
 *
 * @throws Failure when the file is missing or no baseline.
 */
export function settleBaseline(report: Report, path: string, isUpdate: boolean, console: Console): Report {
  const absolute = resolve(console.folder, path)
  const known = isUpdate && !existsSync(absolute) ? undefined : readBaseline(absolute, path)
  if (isUpdate) {
    const updated = createBaseline(report, known)
    writeFileWhole(absolute, printBaseline(updated))
    console.error(`Wrote ${path}.\n`)
    return applyBaseline(report, updated).report
  }
  const result = known === undefined ? undefined : applyBaseline(report, known)
  if (result === undefined) return report
  const { gone } = result
  if (gone.length > 0) {
    console.error(
      `${gone.length} known ${gone.length === 1 ? 'finding is' : 'findings are'} gone; --update-baseline takes them out of ${path}.\n`,
    )
  }
  return result.report
}

function readBaseline(absolute: string, path: string): Baseline {
  if (!existsSync(absolute)) {
    throw new Failure(
      exitCodes.usage,
      `There is no baseline ${path}.`,
      'Findings cannot be compared with a file that is not there.',
      'Make it with --update-baseline.',
    )
  }
  const parsed = parseBaseline(readFileSync(absolute, 'utf8'))
  if (parsed.ok) return parsed.baseline
  throw new Failure(
    exitCodes.usage,
    `${path} is no baseline.`,
    parsed.problem,
    'Make it anew with --update-baseline, after moving it away.',
  )
}
