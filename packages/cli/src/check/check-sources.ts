import { checkConnector, type Timing } from '@sevenstep/certification-rules'
import {
  createReport,
  createSuppressor,
  type DraftSubject,
  fingerprintOf,
  type Report,
  type Severity,
  type Subject,
  type Suppressor,
} from '@sevenstep/findings'
import type { Configurations } from '../configuration/load-configuration.ts'
import type { Console } from '../console.ts'
import { readSourceText } from '../report/read-source-text.ts'
import { ruleSet } from '../rules/rule-set.ts'
import type { CheckFlags } from './check-flags.ts'
import { Progress } from './progress.ts'
import { type Elsewhere, type SettingsFor, settingsFor } from './settings-for.ts'
import type { Source, Unreadable } from './source.ts'

/** What one run of the command works with. */
export interface CheckRun {
  readonly flags: CheckFlags
  readonly console: Console
  readonly configurations: Configurations
  readonly listing: Elsewhere
}

/** What a run found. */
export interface CheckedSources {
  readonly report: Report
  readonly timing: readonly Timing[]
  /** Text of a file of a subject, for code frames. */
  readonly sources: (subject: Subject, file: string) => string | undefined
  /** The strictest `failOn` of the configurations that applied. */
  readonly failOn: Severity | 'never'
  /** Files that are there and could not be read. */
  readonly unreadable: readonly Unreadable[]
}

/** Checks every source with the settings that apply to it. */
export function checkSources(found: readonly Source[], run: CheckRun): CheckedSources {
  const { flags, console } = run
  const progress = new Progress(found.length, console)
  const suppressors = new Map<string, Suppressor>()
  const timing = new Map<string, number>()
  const drafts: DraftSubject[] = []
  const unreadable: Unreadable[] = []
  let failOn: Severity | 'never' | undefined
  for (const source of found) {
    const settings = settingsFor(source, flags, run.configurations, run.listing)
    const { connector, problems } = source.read(settings.elsewhere)
    unreadable.push(...problems)
    const result = checkConnector(connector, {
      ...settings.options,
      withEdits: flags.format === 'json' || flags.format === 'sarif',
      ...(flags.timing && { now: () => performance.now() }),
    })
    for (const { family, milliseconds } of result.timing) timing.set(family, (timing.get(family) ?? 0) + milliseconds)
    drafts.push(setAside({ ...result.subject, kind: source.kind }, settings, suppressors, console.today))
    failOn = stricter(failOn, settings.configuration.failOn)
    progress.step()
  }
  progress.end()
  const remarks = [...suppressors]
    .map(([path, suppressor]) => configurationSubject(path, suppressor))
    .filter((one) => one.findings.length > 0)
  return {
    report: createReport(ruleSet(), [...drafts, ...remarks]),
    timing: [...timing]
      .map(([family, milliseconds]) => ({ family, milliseconds }))
      .sort((a, b) => b.milliseconds - a.milliseconds),
    sources: (subject, file) => readSourceText(found, subject.path, file),
    failOn: failOn ?? 'error',
    unreadable,
  }
}

/** Takes suppressed findings out; each configuration's suppressions are counted over all that it applies to. */
function setAside(
  draft: DraftSubject,
  settings: SettingsFor,
  suppressors: Map<string, Suppressor>,
  today: string,
): DraftSubject {
  const { configurationPath: path, suppressions } = settings
  if (path === undefined || suppressions.length === 0) return draft
  let suppressor = suppressors.get(path)
  if (suppressor === undefined) {
    suppressor = createSuppressor(suppressions, today)
    suppressors.set(path, suppressor)
  }
  const { kept, suppressed } = suppressor.apply(draft.findings)
  if (suppressed.length === 0) return draft
  const list = suppressed.map(({ finding, suppression }) => ({
    finding: { ...finding, fingerprint: fingerprintOf(finding) },
    by: 'suppression' as const,
    reason: suppression.reason,
  }))
  return { ...draft, findings: kept, setAside: list }
}

/** What is wrong with the suppressions themselves, as a subject of its own. */
function configurationSubject(path: string, suppressor: Suppressor): DraftSubject {
  return { path, kind: 'configuration', profile: '', target: '', findings: suppressor.remarks() }
}

const strictness = ['never', 'error', 'warning', 'info'] as const

function stricter(
  left: Severity | 'never' | undefined,
  right: Severity | 'never' | undefined,
): Severity | 'never' | undefined {
  if (left === undefined || right === undefined) return left ?? right
  return strictness.indexOf(left) > strictness.indexOf(right) ? left : right
}
