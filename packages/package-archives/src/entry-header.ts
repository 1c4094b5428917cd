import { readUint16, readUint32, sameBytes } from './byte-view.ts'
import { type DirectoryRecord, entryFlags } from './directory-record.ts'

/** Where an entry's bytes are, or why that cannot be said. */
export type EntryHeader =
  | { readonly ok: true; readonly dataStart: number; readonly dataEnd: number; readonly mismatch?: string }
  | { readonly ok: false; readonly detail: string }

const headerSize = 30

/** Reads the header before an entry's data and compares it with the archive's list of files. */
export function readEntryHeader(bytes: Uint8Array, record: DirectoryRecord): EntryHeader {
  const start = record.offset
  if (!(start >= 0 && start + headerSize <= bytes.length)) return { ok: false, detail: 'the place is past the end' }
  if (readUint32(bytes, start) !== 0x04034b50) return { ok: false, detail: 'other bytes stand there' }
  const nameEnd = start + headerSize + readUint16(bytes, start + 26)
  const dataStart = nameEnd + readUint16(bytes, start + 28)
  const dataEnd = dataStart + record.compressedSize
  if (dataEnd > bytes.length) return { ok: false, detail: 'its data run past the end' }
  const mismatch = findMismatch(bytes, record, nameEnd)
  return mismatch === undefined ? { ok: true, dataStart, dataEnd } : { ok: true, dataStart, dataEnd, mismatch }
}

function findMismatch(bytes: Uint8Array, record: DirectoryRecord, nameEnd: number): string | undefined {
  const start = record.offset
  if (!sameBytes(bytes.subarray(start + headerSize, nameEnd), record.nameBytes)) return 'its name'
  const flags = readUint16(bytes, start + 6)
  if ((flags ^ record.flags) & entryFlags.encrypted) return 'whether it is encrypted'
  if (readUint16(bytes, start + 8) !== record.method) return 'how it is packed'
  const described = (flags & entryFlags.described) !== 0
  const differs = (stored: number, listed: number, unknown: number) =>
    stored !== listed && stored !== unknown && !(described && stored === 0)
  // Full of ones means that the size stands in the header's ZIP64 field.
  if (differs(readUint32(bytes, start + 22), record.size, 0xffffffff)) return 'its size'
  if (differs(readUint32(bytes, start + 18), record.compressedSize, 0xffffffff)) return 'its packed size'
  if (differs(readUint32(bytes, start + 14), record.checksum, record.checksum)) return 'its checksum'
  return undefined
}
