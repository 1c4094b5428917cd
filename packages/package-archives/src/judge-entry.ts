import type { ArchiveLimits } from './archive-budget.ts'
import { type ArchiveProblem, archiveProblem, type ProblemPlace } from './archive-problem.ts'
import type { ArchiveProblemCode } from './archive-problem-texts.ts'
import { type DirectoryRecord, entryFlags } from './directory-record.ts'
import { byteCount } from './end-record.ts'
import { type EntryHeader, readEntryHeader } from './entry-header.ts'
import { type JudgedName, judgeName } from './entry-name.ts'
import { decodeName } from './entry-name-encoding.ts'

/** An entry with all that was found about it; later checks add to it. */
export interface JudgedEntry {
  readonly record: DirectoryRecord
  readonly header: EntryHeader
  readonly name: JudgedName
  /** The name must not be used, or stands for another entry already, so the entry is not listed. */
  isHidden: boolean
  /** Its content must not be used. */
  refusal: ArchiveProblem | undefined
  readonly problems: ArchiveProblem[]
}

/** Judges an entry by itself. */
export function judgeEntry(
  bytes: Uint8Array,
  record: DirectoryRecord,
  limits: ArchiveLimits,
  archive: string,
): JudgedEntry {
  const place: ProblemPlace = { archive, offset: record.position }
  const header = readEntryHeader(bytes, record)
  const decoded = decodeName(record.nameBytes, (record.flags & entryFlags.utf8) !== 0, record.extra)
  const name = judgeName(decoded.name, limits, place)
  const tooLong = record.nameBytes.length > limits.maxNameBytes
  const hiding = name.problems.find((problem) => problem.effect === 'entry')
  if (hiding || tooLong) {
    const detail = `${byteCount(record.nameBytes.length)}, where ${limits.maxNameBytes} are allowed`
    const problem = hiding ?? archiveProblem('name-too-long', { ...place, path: name.path, detail })
    return { record, header, name, isHidden: true, refusal: problem, problems: [problem] }
  }
  const at: ProblemPlace = { ...place, path: name.path }
  const problems = [...name.problems]
  if (decoded.doubt) problems.push(archiveProblem('name-encoding', { ...at, detail: decoded.doubt }))
  const link = linkProblem(record, at)
  const refusal = link ?? contentProblem(record, header, name.isFolder, limits, at)
  if (refusal) problems.push(refusal)
  return { record, header, name, isHidden: link !== undefined, refusal, problems }
}

const fileTypeNames: ReadonlyMap<number, string> = new Map([
  [0x1, 'a pipe'],
  [0x2, 'a device'],
  [0x6, 'a device'],
  [0xc, 'a socket'],
])

function linkProblem(record: DirectoryRecord, place: ProblemPlace): ArchiveProblem | undefined {
  const fileType = record.attributes >>> 28
  if (fileType === 0xa) return archiveProblem('symbolic-link', place)
  const special = fileTypeNames.get(fileType)
  return special === undefined ? undefined : archiveProblem('special-file', { ...place, detail: special })
}

/** The first reason not to read the content. Declared sizes are judged here; that they are true, on reading. */
function contentProblem(
  record: DirectoryRecord,
  header: EntryHeader,
  isFolder: boolean,
  limits: ArchiveLimits,
  place: ProblemPlace,
): ArchiveProblem | undefined {
  const refuse = (code: ArchiveProblemCode, detail = '') => archiveProblem(code, { ...place, detail })
  const { flags, method, size, compressedSize } = record
  if (record.disk !== 0) return refuse('entry-header-missing', 'it is said to be in another volume')
  if (flags & (entryFlags.encrypted | entryFlags.stronglyEncrypted | entryFlags.masked)) return refuse('encrypted')
  if (flags & entryFlags.patched) return refuse('unsupported-method', 'it is a patch to another file')
  if (method !== 0 && method !== 8) return refuse('unsupported-method', methodName(method))
  if (!header.ok) return refuse('entry-header-missing', header.detail)
  if (header.mismatch) return refuse('header-mismatch', header.mismatch)
  if (isFolder && size > 0) return refuse('folder-with-content')
  if (size > limits.maxEntryBytes) {
    return refuse('entry-too-large', `${byteCount(size)}, where ${limits.maxEntryBytes} are allowed`)
  }
  if (method === 0 && size !== compressedSize) {
    return refuse('size-mismatch', `it declares ${size} and holds ${byteCount(compressedSize)}`)
  }
  if (size > limits.ratioFloorBytes && size > compressedSize * limits.maxRatio) {
    return refuse(
      'ratio-too-high',
      `${byteCount(compressedSize)} would become ${size}, more than ${limits.maxRatio} times`,
    )
  }
  return undefined
}

const methodNames: ReadonlyMap<number, string> = new Map([
  [1, 'Shrink'],
  [6, 'Implode'],
  [9, 'Deflate64'],
  [12, 'bzip2'],
  [14, 'LZMA'],
  [93, 'Zstandard'],
  [95, 'XZ'],
  [98, 'PPMd'],
  [99, 'AES encryption'],
])

function methodName(method: number): string {
  return `method ${method}${methodNames.has(method) ? ` (${methodNames.get(method)})` : ''}`
}
