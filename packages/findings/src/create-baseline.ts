import type { Baseline, BaselineEntry, BaselineSubject } from './baseline.ts'
import { compareTexts } from './compare-findings.ts'
import type { Finding } from './finding.ts'
import type { Report, Subject } from './report.ts'

/**
 * Takes every finding of a report as known, those that an older baseline had set aside included. Subjects of
 * `previous` that the report does not hold stay, so that checking one folder of many does not forget the others.
 */
export function createBaseline(report: Report, previous?: Baseline): Baseline {
  const entries = new Map<string, Map<string, BaselineEntry>>()
  for (const subject of report.subjects) {
    const ofSubject = entries.get(subject.path) ?? new Map<string, BaselineEntry>()
    for (const finding of knownFindings(subject)) ofSubject.set(finding.fingerprint, entryOf(finding))
    entries.set(subject.path, ofSubject)
  }
  const fresh = [...entries].map(([path, known]) => ({ path, entries: [...known.values()] }))
  const untouched = previous?.subjects.filter((subject) => !entries.has(subject.path)) ?? []
  return sortBaseline([...fresh, ...untouched])
}

/** The file's text: sorted, two spaces, a line end at the end; equal findings give equal bytes. */
export function printBaseline(baseline: Baseline): string {
  const { subjects } = sortBaseline(baseline.subjects)
  const plain = {
    version: 1,
    subjects: subjects.map(({ path, entries }) => ({ path, entries: entries.map(entryOf) })),
  }
  return `${JSON.stringify(plain, undefined, 2)}\n`
}

function knownFindings(subject: Subject): readonly Finding[] {
  const before = subject.setAside?.filter(({ by }) => by === 'baseline').map(({ finding }) => finding)
  return [...subject.findings, ...(before ?? [])]
}

function entryOf(from: Finding | BaselineEntry): BaselineEntry {
  const { fingerprint, ruleId, file, pointer } = from
  const what = 'what' in from ? from.what : from.message.what
  return { fingerprint, ruleId, file, ...(pointer === undefined ? {} : { pointer }), what }
}

function sortBaseline(subjects: readonly BaselineSubject[]): Baseline {
  const sorted = subjects
    .filter(({ entries }) => entries.length > 0)
    .map(({ path, entries }) => ({ path, entries: [...entries].sort(compareEntries) }))
    .sort((left, right) => compareTexts(left.path, right.path))
  return { version: 1, subjects: sorted }
}

function compareEntries(left: BaselineEntry, right: BaselineEntry): number {
  return (
    compareTexts(left.file, right.file) ||
    compareTexts(left.ruleId, right.ruleId) ||
    compareTexts(left.pointer ?? '', right.pointer ?? '') ||
    compareTexts(left.fingerprint, right.fingerprint)
  )
}
