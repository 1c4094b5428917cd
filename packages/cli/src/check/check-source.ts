import type { Timing } from '@sevenstep/certification-rules'
import { createSuppressor, type DraftSubject, fingerprintOf, type Suppressor } from '@sevenstep/findings'
import type { CheckRun } from './check-run.ts'
import { type SettingsFor, settingsFor } from './settings-for.ts'
import type { Source, Unreadable } from './source.ts'

/** What the check of one source found. */
export interface CheckedSource {
  readonly subject: DraftSubject
  readonly timing: readonly Timing[]
  readonly settings: SettingsFor
  /** Files of it that are there and could not be read. */
  readonly unreadable: readonly Unreadable[]
}

/** Reads and checks one source; `suppressors` count over all that one configuration applies to. */
export function checkSource(source: Source, run: CheckRun, suppressors: Map<string, Suppressor>): CheckedSource {
  const settings = settingsFor(source, run)
  const { subject, timing, unreadable } = source.judge({ run, settings, withEdits: editsWanted(run) })
  return { subject: setAside(subject, settings, suppressors, run.console.today), timing, settings, unreadable }
}

/** Edits cost time: machines get all, people those that --fix would make. */
function editsWanted({ flags }: CheckRun): boolean | 'automatic' {
  if (flags.format === 'json' || flags.format === 'sarif') return true
  return flags.quiet ? false : 'automatic'
}

/** Takes suppressed findings out; each configuration's suppressions are counted over all that it applies to. */
function setAside(
  draft: DraftSubject,
  { loaded, suppressions }: SettingsFor,
  suppressors: Map<string, Suppressor>,
  today: string,
): DraftSubject {
  if (loaded === undefined || suppressions.length === 0) return draft
  let suppressor = suppressors.get(loaded.shownPath)
  if (suppressor === undefined) {
    suppressor = createSuppressor(suppressions, today)
    suppressors.set(loaded.shownPath, suppressor)
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
