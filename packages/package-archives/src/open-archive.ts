import { type ArchiveBudget, createBudget } from './archive-budget.ts'
import { type ArchiveProblem, archiveProblem } from './archive-problem.ts'
import { readDirectory } from './directory-record.ts'
import { findDirectory } from './end-record.ts'
import { judgeEntries } from './judge-entries.ts'
import { type JudgedEntry, judgeEntry } from './judge-entry.ts'
import { type EntryReading, readEntry } from './read-entry.ts'

/** A file or folder in an archive. Its name is safe to join to a folder; its content is unpacked on request. */
export interface ArchiveEntry {
  /** Unique in the archive, relative, with `/` between folders, without a slash at the end. */
  readonly path: string
  readonly isFolder: boolean
  /** Left behind by an operating system (`__MACOSX/`, `.DS_Store`, `Thumbs.db`, `desktop.ini`): not part of a package. */
  readonly isPlatformJunk: boolean
  /** Unpacked size in bytes, as declared. {@link bytes} gives this many or a problem. */
  readonly size: number
  /** Size in the archive, in bytes. */
  readonly compressedSize: number
  /** Offset of the entry's header in the archive. */
  readonly offset: number
  /** Why the content cannot be had, where opening the archive showed it. Also among the archive's problems. */
  readonly refusal?: ArchiveProblem
  /**
   * Unpacks the content, charging the budget. Each call unpacks and charges again: keep the bytes where they are needed
   * twice. Problems found here (size, checksum, damaged data, spent budget) are not among the archive's problems.
   */
  bytes(): EntryReading
  /** Unpacks the content and opens it as an archive one level deeper, under the same budget. */
  archive(): ArchiveReading
}

/** An opened archive. With a problem of effect `archive` there are no entries. */
export interface ArchiveReading {
  readonly name: string
  /** In the order of the archive's list of files. Entries whose names must not be used are left out. */
  readonly entries: readonly ArchiveEntry[]
  /** First those of the whole archive, then those of entries in the order of the archive's list of files. */
  readonly problems: readonly ArchiveProblem[]
}

export interface OpenArchiveOptions {
  /** Shared by everything opened with it; a fresh one with the default limits when left out. */
  readonly budget?: ArchiveBudget
  /** What the archive is called in problems: a file name, as a rule. Default `archive`. */
  readonly name?: string
}

/**
 * Opens a zip archive in memory: reads and judges the list of files, unpacks nothing. Never throws for the bytes given,
 * and gives the same result in browsers, workers and Node. The bytes are not copied and must not be changed while
 * entries are being read.
 */
export function openArchive(bytes: Uint8Array, options: OpenArchiveOptions = {}): ArchiveReading {
  // Node's Buffer is a Uint8Array whose slices share memory; a plain view makes all of them alike.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return openAtDepth(plain, options.budget ?? createBudget(), options.name ?? 'archive', 1)
}

function openAtDepth(bytes: Uint8Array, budget: ArchiveBudget, archive: string, depth: number): ArchiveReading {
  const fail = (problem: ArchiveProblem): ArchiveReading => ({ name: archive, entries: [], problems: [problem] })
  const { limits } = budget
  if (depth > limits.maxDepth) {
    return fail(archiveProblem('too-deep', { archive, detail: `level ${depth}, where ${limits.maxDepth} are allowed` }))
  }
  const found = findDirectory(bytes, archive)
  if (!found.ok) return fail(found.problem)
  const { directory } = found
  const records = readDirectory(bytes, directory, () => budget.takeEntries(1))
  if (records === 'too-many') {
    const detail = `${limits.maxEntries} are allowed over all archives of a package`
    return fail(archiveProblem('too-many-entries', { archive, detail, offset: directory.start }))
  }
  if ('fault' in records) {
    return fail(archiveProblem('directory-broken', { archive, detail: records.fault, offset: records.offset }))
  }
  const judged = records.map((record) => judgeEntry(bytes, record, limits, archive))
  const problems: ArchiveProblem[] = [...directory.problems]
  if (records.length === 0) problems.push(archiveProblem('empty-archive', { archive }))
  problems.push(...judgeEntries(bytes, judged, directory, archive))
  problems.push(...judged.flatMap((entry) => entry.problems))
  const entries = judged
    .filter((entry) => !entry.isHidden)
    .map((entry) => describeEntry(bytes, entry, budget, archive, depth))
  return { name: archive, entries, problems }
}

function describeEntry(
  bytes: Uint8Array,
  { record, header, name, refusal }: JudgedEntry,
  budget: ArchiveBudget,
  archive: string,
  depth: number,
): ArchiveEntry {
  const place = { archive, path: name.path, offset: record.offset }
  const read = (): EntryReading => {
    if (refusal) return { ok: false, problem: refusal }
    if (!header.ok)
      return { ok: false, problem: archiveProblem('entry-header-missing', { ...place, detail: header.detail }) }
    return readEntry(bytes.subarray(header.dataStart, header.dataEnd), record, budget, place)
  }
  const open = (): ArchiveReading => {
    const nested = `${archive}!${name.path}`
    // Asked before unpacking: what may not be opened need not be paid for.
    if (depth >= budget.limits.maxDepth) return openAtDepth(new Uint8Array(), budget, nested, depth + 1)
    const content = read()
    if (content.ok) return openAtDepth(content.bytes, budget, nested, depth + 1)
    return { name: nested, entries: [], problems: [content.problem] }
  }
  return {
    path: name.path,
    isFolder: name.isFolder,
    isPlatformJunk: name.isPlatformJunk,
    size: record.size,
    compressedSize: record.compressedSize,
    offset: record.offset,
    ...(refusal ? { refusal } : {}),
    bytes: read,
    archive: open,
  }
}
