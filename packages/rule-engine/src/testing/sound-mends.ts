import { applyEditGroups, type DraftFinding } from '@sevenstep/findings'
import { expect } from 'vitest'
import type { GivenText, TestedFamily, TestedRoom } from './tested-room.ts'

/** Asserts that mending one finding removes it, and brings no other of its family. */
export function expectSoundMends<Family extends TestedFamily, Given>(
  room: TestedRoom<Family, Given>,
  family: Family,
  given: Given,
): void {
  const files = room.files(given)
  const before = room.run(family, files, given).findings
  for (const finding of before) {
    if (finding.edits === undefined) continue
    const after = room.run(family, mendFiles(files, [finding]), given).findings
    expect(after.length, `mending ${finding.ruleId} at ${finding.pointer ?? finding.file} removes it`).toBeLessThan(
      before.length,
    )
    expect(newRules(before, after), `mending ${finding.ruleId} brings nothing new`).toEqual([])
  }
}

/** Mends everything that has edits, round after round, until nothing changes. */
export function mendAll<Family extends TestedFamily, Given>(
  room: TestedRoom<Family, Given>,
  family: Family,
  given: Given,
): readonly GivenText[] {
  let files = room.files(given)
  for (let round = 0; round < 10; round++) {
    const findings = room.run(family, files, given).findings.filter((finding) => finding.edits !== undefined)
    if (findings.length === 0) return files
    files = mendFiles(files, findings)
  }
  throw new Error(`${family.id}: mending does not come to rest`)
}

function mendFiles(files: readonly GivenText[], findings: readonly DraftFinding[]): readonly GivenText[] {
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

function newRules(before: readonly DraftFinding[], after: readonly DraftFinding[]): readonly string[] {
  const count = (findings: readonly DraftFinding[], rule: string): number =>
    findings.filter((finding) => finding.ruleId === rule).length
  return [...new Set(after.map((finding) => finding.ruleId))].filter((rule) => count(after, rule) > count(before, rule))
}
