import { sortFindings } from './compare-findings.ts'
import type { Finding } from './finding.ts'
import { fingerprintOf } from './fingerprint.ts'
import type { Counts, Report, RuleSet, Subject } from './report.ts'

/** A finding as a check makes it, before it has its identity. */
export type DraftFinding = Omit<Finding, 'fingerprint'> & { readonly fingerprint?: string }

/** A subject as a check makes it: findings in any order, nothing counted. */
export type DraftSubject = Omit<Subject, 'counts' | 'findings'> & { readonly findings: readonly DraftFinding[] }

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/**
 * Puts a report together: findings in order with their fingerprints, everything counted. Subjects stay in the
 * order given. Fingerprints that are already there are made anew, so a report never holds a stale one.
 */
export function createReport(ruleSet: RuleSet, subjects: readonly DraftSubject[]): Report {
  const finished = subjects.map(createSubject)
  return { version: 1, ruleSet, counts: sumCounts(finished.map((subject) => subject.counts)), subjects: finished }
}

/** Finishes one subject: see {@link createReport}. */
export function createSubject(draft: DraftSubject): Subject {
  const findings = finishFindings(draft.findings)
  return { ...draft, counts: countFindings(findings), findings }
}

/** Sorts findings of one subject and gives each its fingerprint, numbering those that are otherwise equal. */
export function finishFindings(drafts: readonly DraftFinding[]): Finding[] {
  const seen = new Set<string>()
  const ordinals = new Map<string, number>()
  return sortFindings(drafts).map((draft) => {
    const plain = fingerprintOf(draft)
    if (!seen.has(plain)) {
      seen.add(plain)
      return withFingerprint(draft, plain)
    }
    const ordinal = (ordinals.get(plain) ?? 0) + 1
    ordinals.set(plain, ordinal)
    return withFingerprint(draft, fingerprintOf(draft, ordinal))
  })
}

/** Written out field by field: copying with a spread takes several times longer where few findings have all fields. */
function withFingerprint(draft: DraftFinding, fingerprint: string): Finding {
  const { ruleId, severity, message, file, pointer, range, documentation } = draft
  const finding: Mutable<Finding> =
    pointer !== undefined && range !== undefined
      ? { ruleId, severity, message, file, pointer, range, fingerprint }
      : { ruleId, severity, message, file, fingerprint }
  if (documentation !== undefined) finding.documentation = documentation
  if (pointer !== undefined) finding.pointer = pointer
  if (range !== undefined) finding.range = range
  if (draft.related !== undefined) finding.related = draft.related
  if (draft.edits !== undefined) finding.edits = draft.edits
  if (draft.mend !== undefined) finding.mend = draft.mend
  if (draft.code !== undefined) finding.code = draft.code
  if (draft.codeConfidence !== undefined) finding.codeConfidence = draft.codeConfidence
  if (draft.hides !== undefined) finding.hides = draft.hides
  return finding
}

/** How many findings of each severity there are. */
export function countFindings(findings: Iterable<Pick<Finding, 'severity'>>): Counts {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const finding of findings) counts[finding.severity] += 1
  return counts
}

/** Adds counts up. */
export function sumCounts(all: Iterable<Counts>): Counts {
  const sum = { error: 0, warning: 0, info: 0 }
  for (const counts of all) {
    sum.error += counts.error
    sum.warning += counts.warning
    sum.info += counts.info
  }
  return sum
}
