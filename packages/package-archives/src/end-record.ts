import { type ArchiveProblem, archiveProblem, type ProblemPlace } from './archive-problem.ts'
import type { ArchiveProblemCode } from './archive-problem-texts.ts'
import { readUint16, readUint32, readUint64 } from './byte-view.ts'
import { isArchive, looksLike } from './looks-like.ts'

/** Where the list of files stands, in offsets from the first byte given. */
export interface DirectoryPlace {
  readonly start: number
  readonly end: number
  /** Entries promised by the end record. */
  readonly count: number
  /** To be added to every offset in the list: bytes that stand before the archive and are not counted in it. */
  readonly shift: number
  /** First byte of the end records; the list may end before it. */
  readonly endRecord: number
  readonly problems: readonly ArchiveProblem[]
}

export type DirectoryReading =
  | { readonly ok: true; readonly directory: DirectoryPlace }
  | { readonly ok: false; readonly problem: ArchiveProblem }

const endSignature = 0x06054b50
const entrySignature = 0x04034b50
const listSignature = 0x02014b50
const endSize = 22
const longestComment = 0xffff

interface EndRecord {
  readonly offset: number
  readonly end: number
  readonly disks: boolean
  readonly count: number
  readonly size: number
  readonly start: number
  /** First byte of the ZIP64 end record where there is one, else of this record. */
  readonly first: number
}

/**
 * Finds the list of files from the end of the archive. Programs differ in which end record they take when there are
 * several, and in how they place the list; an archive on which they would differ is refused.
 */
export function findDirectory(bytes: Uint8Array, archive: string): DirectoryReading {
  const place = { archive }
  const refuse = (code: ArchiveProblemCode, detail: string, offset?: number): DirectoryReading => {
    const where: ProblemPlace = offset === undefined ? { archive, detail } : { archive, detail, offset }
    return { ok: false, problem: archiveProblem(code, where) }
  }
  const offsets = endRecordOffsets(bytes)
  const fitting = offsets.filter((offset) => offset + endSize + readUint16(bytes, offset + 20) === bytes.length)
  const chosen = fitting[0] ?? offsets[0]
  if (chosen === undefined) {
    if (!isArchive(bytes)) return refuse('not-a-zip', `it is ${looksLike(bytes)}`, 0)
    return refuse('truncated', 'no end record within the last 64 KiB', bytes.length)
  }
  if (fitting.length > 1) return refuse('ambiguous-archive', `it has ${fitting.length} end records`, fitting[0])
  const record = readEndRecord(bytes, chosen)
  if (typeof record === 'string') return refuse('directory-broken', record, chosen)
  if (record.disks) return refuse('multi-disk', 'its end record names other volumes', chosen)
  if (record.end > bytes.length) return refuse('truncated', 'it stops inside the archive comment', bytes.length)

  const start = placeList(bytes, record)
  if (start === 'nowhere') return refuse('directory-broken', 'it is not where the end record says', chosen)
  if (start === 'twice') return refuse('ambiguous-archive', 'it has two lists of files', chosen)
  const shift = start - record.start
  if (shift > 0 && readUint32(bytes, 0) === entrySignature) {
    return refuse(
      'ambiguous-archive',
      'it begins as one archive and ends as another, joined to it or cut short',
      chosen,
    )
  }
  const trailing = bytes.length - record.end
  const problems =
    trailing > 0
      ? [archiveProblem('trailing-bytes', { ...place, offset: record.end, detail: byteCount(trailing) })]
      : []
  const end = start + record.size
  return { ok: true, directory: { start, end, count: record.count, shift, endRecord: record.first, problems } }
}

/** "1 byte", "2 bytes". */
export function byteCount(count: number): string {
  return count === 1 ? '1 byte' : `${count} bytes`
}

/** From the last to the first. Every match is returned: which of them counts is for the caller to judge. */
function endRecordOffsets(bytes: Uint8Array): number[] {
  const offsets: number[] = []
  const lowest = Math.max(0, bytes.length - endSize - longestComment)
  const lastP = (from: number): number => (from < 0 ? -1 : bytes.lastIndexOf(0x50, from))
  // Searched by the platform from letter to letter, since looking at 64 KiB one by one takes longer than all the rest.
  for (let offset = lastP(bytes.length - endSize); offset >= lowest; offset = lastP(offset - 1)) {
    if (readUint32(bytes, offset) === endSignature) offsets.push(offset)
  }
  return offsets
}

function readEndRecord(bytes: Uint8Array, offset: number): EndRecord | string {
  const disk = readUint16(bytes, offset + 4)
  const listDisk = readUint16(bytes, offset + 6)
  const diskCount = readUint16(bytes, offset + 8)
  const small: EndRecord = {
    offset,
    first: offset,
    end: offset + endSize + readUint16(bytes, offset + 20),
    disks: disk !== 0 || listDisk !== 0 || diskCount !== readUint16(bytes, offset + 10),
    count: readUint16(bytes, offset + 10),
    size: readUint32(bytes, offset + 12),
    start: readUint32(bytes, offset + 16),
  }
  if (offset < 20 || readUint32(bytes, offset - 20) !== 0x07064b50) return small
  return readZip64EndRecord(bytes, small, disk, listDisk)
}

/** ZIP64 holds the same fields wider; the narrow ones are full of ones where they do not suffice. */
function readZip64EndRecord(bytes: Uint8Array, small: EndRecord, disk: number, listDisk: number): EndRecord | string {
  const locator = small.offset - 20
  const wide = [readUint64(bytes, locator + 8), locator - 56].find(
    (offset) => offset >= 0 && offset + 56 <= locator && readUint32(bytes, offset) === 0x06064b50,
  )
  if (wide === undefined) return 'its ZIP64 end record is missing'
  const count = readUint64(bytes, wide + 32)
  const size = readUint64(bytes, wide + 40)
  const start = readUint64(bytes, wide + 48)
  const differs = (narrow: number, full: number, value: number) => narrow !== full && narrow !== value
  if (
    differs(small.count, 0xffff, count) ||
    differs(small.size, 0xffffffff, size) ||
    differs(small.start, 0xffffffff, start)
  ) {
    return 'its end record and its ZIP64 end record disagree'
  }
  const disks =
    differs(disk, 0xffff, 0) ||
    differs(listDisk, 0xffff, 0) ||
    readUint32(bytes, wide + 16) !== 0 ||
    readUint32(bytes, wide + 20) !== 0 ||
    readUint64(bytes, wide + 24) !== count
  return { ...small, first: wide, disks, count, size, start }
}

/**
 * The list's first byte. It is told twice: by its offset, and by its size before the end records. The two differ when
 * bytes were put before the archive (then the offset is wrong) or between list and end (then the size misleads).
 */
function placeList(bytes: Uint8Array, record: EndRecord): number | 'twice' | 'nowhere' {
  const bySize = record.first - record.size
  const byOffset = record.start
  const empty = record.size === 0 && record.count === 0
  if (bySize === byOffset || (empty && byOffset <= bySize)) return empty ? record.first : bySize
  const begins = (offset: number) => offset >= 0 && readUint32(bytes, offset) === listSignature
  const offsetFits = byOffset + record.size <= record.first && begins(byOffset)
  const sizeFits = bySize >= byOffset && begins(bySize)
  if (offsetFits && sizeFits) return 'twice'
  if (offsetFits) return byOffset
  if (sizeFits) return bySize
  return 'nowhere'
}
