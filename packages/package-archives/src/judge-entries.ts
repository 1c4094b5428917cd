import { type ArchiveProblem, archiveProblem, quoteName } from './archive-problem.ts'
import { readUint32 } from './byte-view.ts'
import { entryFlags } from './directory-record.ts'
import { byteCount, type DirectoryPlace } from './end-record.ts'
import { collisionKey } from './entry-name.ts'
import { type EntryRange, examineRanges } from './entry-ranges.ts'
import type { JudgedEntry } from './judge-entry.ts'

/**
 * Judges entries against each other: adds problems and refusals to them, hides repeated names.
 * Returns the problems that belong to no entry.
 */
export function judgeEntries(
  bytes: Uint8Array,
  entries: readonly JudgedEntry[],
  directory: DirectoryPlace,
  archive: string,
): ArchiveProblem[] {
  refuseDuplicates(entries, archive)
  noteCollisions(entries, archive)
  return judgeRanges(bytes, entries, directory, archive)
}

function refuse(entry: JudgedEntry, problem: ArchiveProblem): void {
  entry.problems.push(problem)
  entry.refusal ??= problem
}

/** Neither of two files of one name can be trusted to be the one that another program sees; the first stays listed. */
function refuseDuplicates(entries: readonly JudgedEntry[], archive: string): void {
  const byPath = new Map<string, JudgedEntry>()
  for (const entry of entries) {
    if (entry.isHidden) continue
    const { path, isFolder } = entry.name
    const first = byPath.get(path)
    if (!first) {
      byPath.set(path, entry)
      continue
    }
    entry.isHidden = true
    if (isFolder && first.name.isFolder) continue
    const problem = archiveProblem('duplicate-name', { archive, path, offset: entry.record.position })
    refuse(entry, problem)
    first.refusal ??= problem
  }
}

/** Sorted by key, a name stands directly before those it collides with, and a folder before what lies in it. */
function noteCollisions(entries: readonly JudgedEntry[], archive: string): void {
  const sorted = entries
    .filter((entry) => !entry.isHidden)
    .map((entry) => ({ entry, key: `${collisionKey(entry.name.path)}/` }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
  sorted.forEach(({ entry, key }, index) => {
    const next = sorted[index + 1]
    if (!next) return
    const { path, isFolder } = entry.name
    const isSame = next.key === key
    if (!isSame && (isFolder || !next.key.startsWith(key))) return
    const detail = quoteName(next.entry.name.path)
    const place = { archive, path, detail, offset: entry.record.position }
    entry.problems.push(archiveProblem(isSame ? 'case-collision' : 'file-is-folder', place))
  })
}

function judgeRanges(
  bytes: Uint8Array,
  entries: readonly JudgedEntry[],
  directory: DirectoryPlace,
  archive: string,
): ArchiveProblem[] {
  const placed: { readonly entry: JudgedEntry; readonly range: EntryRange }[] = []
  for (const entry of entries) {
    if (!entry.header.ok) continue
    const described = (entry.record.flags & entryFlags.described) !== 0
    placed.push({ entry, range: { start: entry.record.offset, end: entry.header.dataEnd, described } })
  }
  const ranges = placed.map(({ range }) => range)
  const { overlaps, gaps } = examineRanges(ranges, directory.start)
  placed.forEach(({ entry, range }, index) => {
    const other = placed[overlaps.get(index) ?? -1]?.entry.name.path
    const detail =
      other !== undefined ? quoteName(other) : range.end > directory.start ? 'the list of files' : undefined
    if (detail === undefined) return
    refuse(
      entry,
      archiveProblem('overlapping-entries', { archive, path: entry.name.path, offset: range.start, detail }),
    )
  })
  // Entries that could not be found leave gaps, which would only tell the same again.
  if (placed.length < entries.length) return []
  const all = [...gaps, { start: directory.end, end: directory.endRecord }]
  return all
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => {
      const isLead = start === 0 && readUint32(bytes, 0) !== 0x04034b50
      const code = isLead ? 'leading-bytes' : 'unlisted-bytes'
      return archiveProblem(code, { archive, offset: start, detail: byteCount(end - start) })
    })
}
