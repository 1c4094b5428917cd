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
