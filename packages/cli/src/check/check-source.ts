import { type CheckResult, checkConnector, type Timing } from '@sevenstep/certification-rules'
import { createSuppressor, type DraftSubject, fingerprintOf, type Suppressor } from '@sevenstep/findings'
import type { CheckRun } from './check-run.ts'
import { type SettingsFor, settingsFor } from './settings-for.ts'
import { isDocument, type Source, type Unreadable } from './source.ts'

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
  const { flags, console } = run
  const settings = settingsFor(source, run)
  const withEdits = editsWanted(run)
  if (isDocument(source)) {
    const { configuration } = settings
    const checked = source.document.check({
      flags,
      configuration,
      today: console.today,
      folder: console.folder,
      withEdits,
    })
    const subject = setAside({ ...checked.subject, path: source.path }, settings, suppressors, console.today)
    return { subject, timing: checked.timing, settings, unreadable: [] }
  }
  const { connector, problems, contents } = source.read(settings.elsewhere)
  const isPackage = settings.options.target === 'package'
  const result: CheckResult = checkConnector(connector, {
    ...settings.options,
    withEdits,
    ...(contents !== undefined && isPackage && { contents }),
    ...(flags.timing && { now: () => performance.now() }),
  })
  const subject = setAside({ ...result.subject, kind: source.kind }, settings, suppressors, console.today)
  return { subject, timing: result.timing, settings, unreadable: problems }
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
