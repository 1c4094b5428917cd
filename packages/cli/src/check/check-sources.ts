import type { Timing } from '@sevenstep/certification-rules'
import {
  createReport,
  type DraftSubject,
  type Report,
  type ReportDrawing,
  type Severity,
  type Subject,
  type Suppressor,
} from '@sevenstep/findings'
import { Failure } from '../failure.ts'
import { readSourceText } from '../report/read-source-text.ts'
import { ruleSet } from '../rules/rule-set.ts'
import type { CheckRun } from './check-run.ts'
import { checkSource } from './check-source.ts'
import { Progress } from './progress.ts'
import type { Source, Unreadable } from './source.ts'

/** What a run found. */
export interface CheckedSources {
  readonly report: Report
  readonly timing: readonly Timing[]
  /** Text of a file of a subject, for code frames. */
  readonly sources: (subject: Subject, file: string) => string | undefined
  /** Pictures of a subject, for pages. */
  readonly drawings: (subject: Subject) => Promise<readonly ReportDrawing[]>
  /** The strictest `failOn` of the configurations that applied. */
  readonly failOn: Severity | 'never'
  /** Absolute path of the baseline that applies to the subject of this path. */
  readonly baselineOf: (path: string) => string | undefined
  /** Files that are there and could not be read. */
  readonly unreadable: readonly Unreadable[]
  /** Sources whose check ended in an exception: faults of ours. */
  readonly faults: readonly Fault[]
}

/** A source whose check did not come to its end, and what ended it. */
export interface Fault {
  readonly path: string
  readonly error: unknown
}

/** Checks every source with the settings that apply to it; one that fails does not take the others along. */
export function checkSources(found: readonly Source[], run: CheckRun): CheckedSources {
  const progress = new Progress(found.length, run.console)
  const suppressors = new Map<string, Suppressor>()
  const timing = new Map<string, number>()
  const baselines = new Map<string, string>()
  const drafts: DraftSubject[] = []
  const unreadable: Unreadable[] = []
  const faults: Fault[] = []
  let failOn: Severity | 'never' | undefined
  for (const source of found) {
    try {
      const checked = checkSource(source, run, suppressors)
      const { configuration, baseline } = checked.settings
      for (const { family, milliseconds } of checked.timing)
        timing.set(family, (timing.get(family) ?? 0) + milliseconds)
      drafts.push(checked.subject)
      unreadable.push(...checked.unreadable)
      if (baseline !== undefined) baselines.set(source.path, baseline)
      failOn = stricter(failOn, configuration.failOn)
    } catch (error) {
      if (error instanceof Failure) throw error
      faults.push({ path: source.path, error })
      drafts.push(unfinished(source))
    }
    progress.step()
  }
  progress.end()
  const remarks = [...suppressors].map(remarkSubject).filter((one) => one.findings.length > 0)
  return {
    report: createReport(ruleSet(drafts), [...drafts, ...remarks]),
    timing: byTime(timing),
    sources: (subject, file) =>
      run.configurations.shownAs(subject.path)?.text ?? readSourceText(found, subject.path, file),
    drawings: async (subject) => {
      const { drawingsOf } = await import('../report/drawings-of.ts')
      return drawingsOf(found, subject)
    },
    failOn: failOn ?? 'error',
    baselineOf: (path) => baselines.get(path),
    unreadable,
    faults,
  }
}

/** A connector whose check did not come to its end: nothing is said about it but that. */
function unfinished({ path, kind }: Source): DraftSubject {
  const reason = 'A fault of ours ended the check of this one; see the messages.'
  return { path, kind, profile: '', target: '', findings: [], notChecked: [{ rules: [], reason }] }
}

/** What is wrong with the suppressions themselves, as a subject of its own. */
function remarkSubject([path, suppressor]: readonly [string, Suppressor]): DraftSubject {
  return { path, kind: 'configuration', profile: '', target: '', findings: suppressor.remarks() }
}

function byTime(timing: ReadonlyMap<string, number>): readonly Timing[] {
  return [...timing]
    .map(([family, milliseconds]) => ({ family, milliseconds }))
    .sort((a, b) => b.milliseconds - a.milliseconds)
}

const strictness = ['never', 'error', 'warning', 'info'] as const

function stricter(
  left: Severity | 'never' | undefined,
  right: Severity | 'never' | undefined,
): Severity | 'never' | undefined {
  if (left === undefined || right === undefined) return left ?? right
  return strictness.indexOf(left) > strictness.indexOf(right) ? left : right
}
