import { type Connector, type GivenFile, jsonFilesOf, readConnector, textFilesOf } from '@sevenstep/connector-schema'
import { applyEditGroups, type DraftFinding } from '@sevenstep/findings'
import { resolvePointer } from '@sevenstep/located-json'
import { expect } from 'vitest'
import type { RuleFamily } from '../engine/rule-family.ts'
import { filesOf, type Given } from './given-connector.ts'
import { runFamily } from './run-family.ts'

/** Asserts what must hold of every finding, whatever rule made it. */
export function expectSoundFindings(connector: Connector, findings: readonly DraftFinding[]): void {
  for (const finding of findings) {
    const { what, why, fix } = finding.message
    for (const sentence of [what, why, fix]) {
      expect(sentence, `${finding.ruleId} says something`).toMatch(/\S[\s\S]*[.!?)"”:]$/)
      expect(sentence, `${finding.ruleId} fills every hole`).not.toMatch(/⟨\w+\?⟩/)
    }
    for (const place of [finding, ...(finding.related ?? [])]) expectPlace(connector, place)
  }
}

function expectPlace(connector: Connector, place: Pick<DraftFinding, 'file' | 'pointer' | 'range'>): void {
  const json = jsonFilesOf(connector).find((file) => file.path === place.file)?.json
  if (place.pointer !== undefined) {
    expect(json?.root && resolvePointer(json.root, place.pointer), `${place.pointer} exists`).toBeDefined()
  }
  if (place.range === undefined) return
  const { start, end } = place.range
  const lines =
    textFilesOf(connector)
      .find((file) => file.path === place.file)
      ?.text.split(/\r\n|\r|\n/) ?? []
  expect(start.line).toBeGreaterThanOrEqual(1)
  expect(end.line).toBeLessThanOrEqual(Math.max(1, lines.length))
  expect(start.line < end.line || (start.line === end.line && start.column <= end.column)).toBe(true)
  expect(start.column).toBeLessThanOrEqual((lines[start.line - 1]?.length ?? 0) + 1)
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
