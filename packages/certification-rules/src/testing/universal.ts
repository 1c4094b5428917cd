import {
  type Connector,
  type GivenFile,
  type JsonFile,
  jsonFilesOf,
  readConnector,
  textFilesOf,
} from '@sevenstep/connector-schema'
import { applyEditGroups, type DraftFinding } from '@sevenstep/findings'
import { resolvePointer } from '@sevenstep/located-json'
import { expect } from 'vitest'
import type { RuleFamily } from '../engine/rule-family.ts'
import { filesOf, type Given } from './given-connector.ts'
import { runFamily } from './run-family.ts'

/** Asserts what must hold of every finding, whatever rule made it. */
export function expectSoundFindings(connector: Connector, findings: readonly DraftFinding[]): void {
  const files = filesByPath(connector)
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
interface JudgedFile {
  readonly json: JsonFile | undefined
  readonly lines: readonly string[]
}

function filesByPath(connector: Connector): ReadonlyMap<string, JudgedFile> {
  const json = new Map(jsonFilesOf(connector).map((file) => [file.path, file]))
  return new Map(
    textFilesOf(connector).map(({ path, text }) => [path, { json: json.get(path), lines: text.split(/\r\n|\r|\n/) }]),
  )
}

function placeFault(
  file: JudgedFile | undefined,
  { pointer, range }: Pick<DraftFinding, 'pointer' | 'range'>,
): string | undefined {
  const root = file?.json?.json.root
  if (pointer !== undefined && (root === undefined || resolvePointer(root, pointer) === undefined))
    return `${pointer} does not exist`
  if (range === undefined) return undefined
  const { start, end } = range
  const lines = file?.lines ?? []
  const isInOrder = start.line < end.line || (start.line === end.line && start.column <= end.column)
  const isInside = start.line >= 1 && start.column >= 1 && end.line <= Math.max(1, lines.length)
  const isInLine =
    start.column <= (lines[start.line - 1]?.length ?? 0) + 1 && end.column <= (lines[end.line - 1]?.length ?? 0) + 1
  return isInOrder && isInside && isInLine ? undefined : `no place in the file: ${JSON.stringify(range)}`
}

/** Asserts that mending one finding removes it, brings no other of its family, and is stable when repeated. */
export function expectSoundMends(family: RuleFamily, given: Given): void {
  const files = filesOf(given)
  const before = check(family, files, given)
  for (const finding of before) {
    if (finding.edits === undefined) continue
    const mended = mendFiles(files, [finding])
    const after = check(family, mended, given)
    expect(after.length, `mending ${finding.ruleId} at ${finding.pointer ?? finding.file} removes it`).toBeLessThan(
      before.length,
    )
    expect(newRules(before, after), `mending ${finding.ruleId} brings nothing new`).toEqual([])
  }
}

/** Mends everything that has edits, round after round, until nothing changes. */
export function mendAll(family: RuleFamily, given: Given): readonly GivenFile[] {
  let files = filesOf(given)
  for (let round = 0; round < 10; round++) {
    const findings = check(family, files, given).filter((finding) => finding.edits !== undefined)
    if (findings.length === 0) return files
    files = mendFiles(files, findings)
  }
  throw new Error(`${family.id}: mending does not come to rest`)
}

function mendFiles(files: readonly GivenFile[], findings: readonly DraftFinding[]): readonly GivenFile[] {
  return files.map((file) => {
    const groups = findings
      .map((finding) => (finding.edits ?? []).filter((edit) => edit.file === file.path))
      .filter((group) => group.length > 0)
    if (groups.length === 0 || file.content === undefined) return file
    const text =
      typeof file.content === 'string'
        ? file.content
        : new TextDecoder('utf-8', { ignoreBOM: true }).decode(file.content)
    return { path: file.path, content: applyEditGroups(text, groups).text }
  })
}

function check(family: RuleFamily, files: readonly GivenFile[], given: Given): readonly DraftFinding[] {
  const connector = readConnector(files, { name: 'given', isWholeFolder: given.isWholeFolder ?? false })
  return runFamily(family, connector, given, true)
}

function newRules(before: readonly DraftFinding[], after: readonly DraftFinding[]): readonly string[] {
  const count = (findings: readonly DraftFinding[], rule: string): number =>
    findings.filter((finding) => finding.ruleId === rule).length
  return [...new Set(after.map((finding) => finding.ruleId))].filter((rule) => count(after, rule) > count(before, rule))
}
