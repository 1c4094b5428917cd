import type { DraftFinding } from '@sevenstep/findings'
import { resolvePointer } from '@sevenstep/located-json'
import { expect } from 'vitest'
import type { JudgedFile } from '../judged-file.ts'

/** Asserts what must hold of every finding, whatever rule made it: whole sentences, no empty hole, places that exist. */
export function expectSoundFindings(judged: readonly JudgedFile[], findings: readonly DraftFinding[]): void {
  const files = filesByPath(judged)
  const faults: string[] = []
  for (const finding of findings) {
    const { ruleId, message } = finding
    for (const sentence of [message.what, message.why, message.fix]) {
      if (!/\S/.test(sentence) || !/[.!?)"”:]$/.test(sentence)) faults.push(`${ruleId} says something: ${sentence}`)
      if (/⟨\w+\?⟩/.test(sentence)) faults.push(`${ruleId} fills every hole: ${sentence}`)
    }
    for (const place of [finding, ...(finding.related ?? [])]) {
      const fault = placeFault(files.get(place.file), place)
      if (fault !== undefined) faults.push(`${ruleId}: ${fault}`)
    }
  }
  // One assertion: thousands of findings are looked at, and every assertion costs.
  expect(faults).toEqual([])
}

/** What is needed to judge the places in a file; lines are split once for all of them. */
interface FileLines {
  readonly file: JudgedFile
  readonly lines: readonly string[]
}

function filesByPath(judged: readonly JudgedFile[]): ReadonlyMap<string, FileLines> {
  return new Map(judged.map((file) => [file.path, { file, lines: file.text.split(/\r\n|\r|\n/) }]))
}

function placeFault(
  known: FileLines | undefined,
  { pointer, range }: Pick<DraftFinding, 'pointer' | 'range'>,
): string | undefined {
  const root = known?.file.json?.root
  if (pointer !== undefined && (root === undefined || resolvePointer(root, pointer) === undefined))
    return `${pointer} does not exist`
  if (range === undefined) return undefined
  const { start, end } = range
  const lines = known?.lines ?? []
  const isInOrder = start.line < end.line || (start.line === end.line && start.column <= end.column)
  const isInside = start.line >= 1 && start.column >= 1 && end.line <= Math.max(1, lines.length)
  const isInLine =
    start.column <= (lines[start.line - 1]?.length ?? 0) + 1 && end.column <= (lines[end.line - 1]?.length ?? 0) + 1
  return isInOrder && isInside && isInLine ? undefined : `no place in the file: ${JSON.stringify(range)}`
}
