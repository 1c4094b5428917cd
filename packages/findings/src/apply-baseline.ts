import type { Baseline, BaselineEntry } from './baseline.ts'
import { countFindings, sumCounts } from './create-report.ts'
import type { Finding } from './finding.ts'
import type { Report, SetAside, Subject } from './report.ts'

/** A report without what was known, and what the baseline holds that is no longer there. */
export interface BaselineResult {
  /** Holds new findings only; known ones moved to `setAside` of their subject. */
  readonly report: Report
  readonly known: readonly { readonly path: string; readonly finding: Finding }[]
  /** Entries whose finding was not found again: mended, or their place was renamed. Only of subjects in the report. */
  readonly gone: readonly { readonly path: string; readonly entry: BaselineEntry }[]
}

/** Sets aside the findings of a report that a baseline knows, matched by subject path and fingerprint. */
export function applyBaseline(report: Report, baseline: Baseline): BaselineResult {
  const known: { path: string; finding: Finding }[] = []
  const remaining = new Map(
    baseline.subjects.map(({ path, entries }) => [path, new Map(entries.map((entry) => [entry.fingerprint, entry]))]),
  )
  const entriesOf = (path: string): ReadonlyMap<string, BaselineEntry> => remaining.get(path) ?? new Map()
  const subjects = report.subjects.map((subject) => withoutKnown(subject, entriesOf(subject.path), known))
  for (const { path, finding } of known) remaining.get(path)?.delete(finding.fingerprint)
  const paths = new Set(report.subjects.map((subject) => subject.path))
  const gone = [...remaining].flatMap(([path, entries]) =>
    paths.has(path) ? [...entries.values()].map((entry) => ({ path, entry })) : [],
  )
  return { report: { ...report, counts: sumCounts(subjects.map(({ counts }) => counts)), subjects }, known, gone }
}

function withoutKnown(
  subject: Subject,
  entries: ReadonlyMap<string, BaselineEntry>,
  known: { path: string; finding: Finding }[],
): Subject {
  const findings: Finding[] = []
  const setAside: SetAside[] = [...(subject.setAside ?? [])]
  for (const finding of subject.findings) {
    if (entries.has(finding.fingerprint)) {
      known.push({ path: subject.path, finding })
      setAside.push({ finding, by: 'baseline', reason: 'Known when the baseline was written.' })
    } else findings.push(finding)
  }
  return { ...subject, counts: countFindings(findings), findings, ...(setAside.length > 0 ? { setAside } : {}) }
}
