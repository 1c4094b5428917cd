import type { DraftFinding } from './create-report.ts'
import type { Position, Range } from './finding.ts'

/**
 * The order findings are reported in: file, place, rule id, pointer, message, and where all of these are equal
 * whatever still differs. Texts compare by UTF-16 code unit, so the order is the same in every language
 * setting. A finding about a whole file comes before those inside it. Fit for `sort`.
 */
export function compareFindings(left: DraftFinding, right: DraftFinding): number {
  return (
    compareTexts(left.file, right.file) ||
    compareRanges(left.range, right.range) ||
    compareTexts(left.ruleId, right.ruleId) ||
    compareTexts(left.pointer ?? '', right.pointer ?? '') ||
    compareTexts(left.message.what, right.message.what) ||
    compareTexts(JSON.stringify(left), JSON.stringify(right))
  )
}

/**
 * The findings in the order of {@link compareFindings}. File and place, which decide nearly always, are made into one
 * number per finding, because numbers sort many times faster than a comparison can be called.
 */
export function sortFindings(findings: readonly DraftFinding[]): DraftFinding[] {
  const keys = placeKeys(findings)
  if (keys === undefined) return [...findings].sort(compareFindings)
  const count = findings.length
  const sorted: DraftFinding[] = []
  let place = -1
  let from = 0
  for (const key of keys.sort()) {
    const index = key % count
    const finding = findings[index]
    if (finding === undefined) continue
    const next = (key - index) / count
    if (next !== place) {
      sortStretch(sorted, from)
      from = sorted.length
      place = next
    }
    sorted.push(finding)
  }
  sortStretch(sorted, from)
  return sorted
}

/** Sorts what stands from an index to the end: findings at one place, mostly a single one. */
function sortStretch(findings: DraftFinding[], from: number): void {
  if (findings.length - from < 2) return
  for (const finding of findings.splice(from).sort(compareFindings)) findings.push(finding)
}

/** Per finding file, start line, start column and index in one whole number; nothing when they do not fit. */
function placeKeys(findings: readonly DraftFinding[]): Float64Array | undefined {
  const files = new Map<string, number>()
  let lines = 1
  let columns = 1
  for (const { file, range } of findings) {
    if (!files.has(file)) files.set(file, 0)
    if (range === undefined) continue
    if (range.start.line >= lines) lines = range.start.line + 1
    if (range.start.column >= columns) columns = range.start.column + 1
  }
  if (files.size * lines * columns * findings.length > Number.MAX_SAFE_INTEGER) return undefined
  for (const [rank, file] of [...files.keys()].sort(compareTexts).entries()) files.set(file, rank)
  const keys = new Float64Array(findings.length)
  for (let index = 0; index < findings.length; index++) {
    const finding = findings[index]
    if (finding === undefined) continue
    // A finding without a place comes first in its file: lines and columns of the others count from 1.
    const { line, column } = finding.range?.start ?? noPlace
    if (line < 0 || column < 0) return undefined
    keys[index] = (((files.get(finding.file) ?? 0) * lines + line) * columns + column) * findings.length + index
  }
  return keys
}

const noPlace: Position = { line: 0, column: 0 }

/** Compares by UTF-16 code unit: -1, 0 or 1. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

function compareRanges(left: Range | undefined, right: Range | undefined): number {
  if (left === undefined || right === undefined) return Number(left !== undefined) - Number(right !== undefined)
  return comparePositions(left.start, right.start) || comparePositions(left.end, right.end)
}

function comparePositions(left: Position, right: Position): number {
  return left.line - right.line || left.column - right.column
}
