import { disarmJson } from './build-commands.ts'
import type { Finding, Location, Range, RelatedPlace, TextEdit } from './finding.ts'
import type { Counts, HandedOnFact, NotChecked, Report, Subject } from './report.ts'

/** Where a finding about a file as a whole is said to be: a reader of the JSON need not handle its absence. */
const wholeFile: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

/**
 * A report as JSON, as `schemas/report.schema.json` describes it: fixed order of keys, two spaces, a line end at
 * the end, the same bytes for the same report. A finding about a whole file has the pointer `""` and the empty
 * range at line 1, column 1.
 */
export function printJson(report: Report): string {
  const plain = {
    version: report.version,
    ruleSet: { name: report.ruleSet.name, version: report.ruleSet.version },
    counts: countsOf(report.counts),
    subjects: report.subjects.map(subjectOf),
  }
  return `${disarmJson(JSON.stringify(plain, undefined, 2))}\n`
}

function subjectOf({ path, kind, profile, target, counts, findings, notChecked, handedOn }: Subject): object {
  return {
    path,
    kind,
    profile,
    target,
    counts: countsOf(counts),
    findings: findings.map(findingOf),
    ...(notChecked === undefined || notChecked.length === 0 ? {} : { notChecked: notChecked.map(notCheckedOf) }),
    ...(handedOn === undefined || handedOn.length === 0 ? {} : { handedOn: handedOn.map(handedOnOf) }),
  }
}

function handedOnOf({ fact, words, from }: HandedOnFact): object {
  return { fact, words, from }
}

function findingOf(finding: Finding): object {
  const { ruleId, severity, message, code, codeConfidence, related, edits, fingerprint, mend, documentation } = finding
  return {
    ruleId,
    severity,
    message: { what: message.what, why: message.why, fix: message.fix },
    ...placeOf(finding),
    ...(code === undefined ? {} : { code }),
    ...(codeConfidence === undefined ? {} : { codeConfidence }),
    ...(related === undefined || related.length === 0 ? {} : { related: related.map(relatedOf) }),
    ...(edits === undefined || edits.length === 0 ? {} : { edits: edits.map(editOf) }),
    fingerprint,
    ...(mend === undefined ? {} : { mend }),
    ...(documentation === undefined ? {} : { documentation }),
  }
}

function placeOf({ file, pointer, range }: Location): object {
  return { file, pointer: pointer ?? '', range: rangeOf(range ?? wholeFile) }
}

function relatedOf(place: RelatedPlace): object {
  return { note: place.note, ...placeOf(place) }
}

function editOf({ file, range, start, end, text }: TextEdit): object {
  return { file, range: rangeOf(range), start, end, text }
}

function rangeOf({ start, end }: Range): Range {
  return { start: { line: start.line, column: start.column }, end: { line: end.line, column: end.column } }
}

function countsOf({ error, warning, info }: Counts): Counts {
  return { error, warning, info }
}

function notCheckedOf({ rules, reason, handIn }: NotChecked): NotChecked {
  return { rules: [...rules], reason, ...(handIn !== undefined && { handIn }) }
}
