import { readUint16, readUint32, readUint64 } from './byte-view.ts'
import type { DirectoryPlace } from './end-record.ts'
import { extraField } from './entry-name-encoding.ts'

/*
 * The list of files is read here and not by fflate, which gives no access to an entry's offset, flags, attributes and
 * checksum, keeps entries in an object by name (so duplicates and `__proto__` vanish), and throws at the first fault.
 * Overlaps, encryption, links and disagreeing headers cannot be seen without them. Inflating stays with fflate.
 */

/** One line of the archive's list of files, as stored. */
export interface DirectoryRecord {
  /** Where this line stands. */
  readonly position: number
  readonly nameBytes: Uint8Array
  readonly extra: Uint8Array
  readonly flags: number
  readonly method: number
  readonly checksum: number
  readonly compressedSize: number
  readonly size: number
  readonly disk: number
  /** File type and permissions of Unix in the upper half; 0 where the archive was not made there. */
  readonly attributes: number
  /** Where the entry itself begins, in offsets from the first byte given. */
  readonly offset: number
}

export const entryFlags = {
  encrypted: 1,
  /** Sizes and checksum follow the data instead of standing before it. */
  described: 1 << 3,
  patched: 1 << 5,
  stronglyEncrypted: 1 << 6,
  utf8: 1 << 11,
  masked: 1 << 13,
} as const

const recordSize = 46

/** The lines of the list, or a clause that says how it is damaged. Calls `take` before each; false from it ends the reading. */
export function readDirectory(
  bytes: Uint8Array,
  directory: DirectoryPlace,
  take: () => boolean,
): readonly DirectoryRecord[] | 'too-many' | { readonly fault: string; readonly offset: number } {
  const records: DirectoryRecord[] = []
  let position = directory.start
  while (position < directory.end) {
    if (position + recordSize > directory.end || readUint32(bytes, position) !== 0x02014b50) {
      return { fault: `line ${records.length + 1} does not begin as it should`, offset: position }
    }
    const record = readRecord(bytes, position, directory.shift)
    const end = position + recordSize + record.nameBytes.length + record.extra.length + readUint16(bytes, position + 32)
    if (end > directory.end) return { fault: `line ${records.length + 1} runs over its end`, offset: position }
    if (!take()) return 'too-many'
    records.push(record)
    position = end
  }
  // ZIP writers that do not know ZIP64 count modulo 65,536.
  if (records.length !== directory.count && records.length % 0x10000 !== directory.count) {
    const fault = `its end record promises ${directory.count} entries, but it lists ${records.length}`
    return { fault, offset: directory.endRecord }
  }
  return records
}

function readRecord(bytes: Uint8Array, position: number, shift: number): DirectoryRecord {
  const nameEnd = position + recordSize + readUint16(bytes, position + 28)
  const extra = bytes.subarray(nameEnd, nameEnd + readUint16(bytes, position + 30))
  const narrow = {
    size: readUint32(bytes, position + 24),
    compressedSize: readUint32(bytes, position + 20),
    offset: readUint32(bytes, position + 42),
    disk: readUint16(bytes, position + 34),
  }
  const wide = widen(narrow, extra)
  return {
    position,
    nameBytes: bytes.subarray(position + recordSize, nameEnd),
    extra,
    flags: readUint16(bytes, position + 8),
    method: readUint16(bytes, position + 10),
    checksum: readUint32(bytes, position + 16),
    attributes: readUint32(bytes, position + 38),
    ...wide,
    offset: wide.offset + shift,
  }
}

type WideFields = Pick<DirectoryRecord, 'size' | 'compressedSize' | 'offset' | 'disk'>

/** ZIP64 (extra field 1) holds, in this order, those fields that are full of ones. */
function widen(narrow: WideFields, extra: Uint8Array): WideFields {
  const field = extraField(extra, 1)
  if (!field) return narrow
  let position = 0
  const next = (value: number, full: number, width: 4 | 8): number => {
    if (value !== full || position + width > field.length) return value
    position += width
    return width === 8 ? readUint64(field, position - 8) : readUint32(field, position - 4)
  }
  return {
    size: next(narrow.size, 0xffffffff, 8),
    compressedSize: next(narrow.compressedSize, 0xffffffff, 8),
    offset: next(narrow.offset, 0xffffffff, 8),
    disk: next(narrow.disk, 0xffff, 4),
  }
}
