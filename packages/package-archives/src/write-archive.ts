import { type Zippable, zipSync } from 'fflate'
import { defaultArchiveLimits } from './archive-budget.ts'
import { type ArchiveProblem, archiveProblem } from './archive-problem.ts'
import { type JudgedName, judgeName } from './entry-name.ts'

/** A file to be put into an archive; a folder when the path ends with `/`. */
export interface ArchiveSource {
  /** Relative, with `/` between folders. */
  readonly path: string
  /** Left out for a folder. */
  readonly bytes?: Uint8Array
}

export interface WriteArchiveOptions {
  /** What the archive is called in problems. Default `archive`. */
  readonly name?: string
  /** `deflate` (default) or `store`, for content that is compressed already or has to be found by plain search. */
  readonly method?: 'deflate' | 'store'
}

/** The archive, or the first thing that would have made it one that {@link openArchive} has to complain about. */
export type ArchiveWriting =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: ArchiveProblem }

/**
 * Writes a zip archive in memory. The same sources give the same bytes everywhere, in whatever order they come: entries
 * are sorted by path (names of nothing but digits come first), dated 1980-01-01 and carry no attributes. Paths that
 * {@link openArchive} would complain about are refused.
 */
export function writeArchive(sources: readonly ArchiveSource[], options: WriteArchiveOptions = {}): ArchiveWriting {
  const archive = options.name ?? 'archive'
  const sorted = [...sources].sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0))
  if (sorted.length > mostEntries) {
    const detail = `${sorted.length}, where a zip without ZIP64 can hold ${mostEntries}`
    return { ok: false, problem: archiveProblem('too-many-entries', { archive, detail }) }
  }
  const seen = new Set<string>()
  const zippable: Zippable = {}
  for (const { path, bytes = new Uint8Array() } of sorted) {
    const name = judgeName(path, defaultArchiveLimits, { archive })
    const problem = judgeSource(path, name, bytes, seen, archive)
    if (problem) return { ok: false, problem }
    zippable[name.isFolder ? `${name.path}/` : name.path] = bytes
  }
  // fflate writes local time: midnight here is midnight in the archive, whatever the time zone.
  const fixed = { mtime: new Date(1980, 0, 1), level: options.method === 'store' ? 0 : 6 } as const
  return { ok: true, bytes: zipSync(zippable, fixed) }
}

const mostEntries = 0xffff

function judgeSource(
  path: string,
  name: JudgedName,
  bytes: Uint8Array,
  seen: Set<string>,
  archive: string,
): ArchiveProblem | undefined {
  const place = { archive, path }
  const [problem] = name.problems
  if (problem) return problem
  const encoded = new TextEncoder().encode(path)
  if (new TextDecoder('utf-8', { ignoreBOM: true }).decode(encoded) !== path) {
    return archiveProblem('name-encoding', { ...place, detail: 'it holds half of a surrogate pair' })
  }
  if (encoded.length > defaultArchiveLimits.maxNameBytes) {
    const detail = `${encoded.length} bytes, where ${defaultArchiveLimits.maxNameBytes} are allowed`
    return archiveProblem('name-too-long', { ...place, detail })
  }
  if (name.isFolder && bytes.length > 0) return archiveProblem('folder-with-content', place)
  if (seen.has(name.path)) return archiveProblem('duplicate-name', place)
  seen.add(name.path)
  return undefined
}
