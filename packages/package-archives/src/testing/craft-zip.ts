import { deflateSync } from 'fflate'
import { crc32 } from '../crc32.ts'

/** An entry as it is to be written, faults included: what is given here is written as it is. */
export interface CraftedEntry {
  readonly name: string | Uint8Array
  readonly content?: Uint8Array | string
  readonly method?: number
  /** Written instead of what `content` and `method` give. */
  readonly data?: Uint8Array
  readonly flags?: number
  readonly checksum?: number
  readonly size?: number
  readonly compressedSize?: number
  readonly attributes?: number
  readonly disk?: number
  readonly extra?: Uint8Array
  /** Where the list says that the entry begins, instead of where it does. */
  readonly offset?: number
  /** What differs in the header before the data. */
  readonly local?: Partial<Pick<CraftedEntry, 'name' | 'method' | 'flags' | 'checksum' | 'size' | 'compressedSize'>>
  /** Bytes between this entry and the next, such as a data descriptor. */
  readonly after?: Uint8Array
  /** Written to the list only. */
  readonly isListedOnly?: boolean
}

export interface CraftedEnd {
  readonly count?: number
  readonly size?: number
  readonly start?: number
  readonly disk?: number
  readonly comment?: Uint8Array
  readonly declaredComment?: number
  /** Bytes between the list and the end record. */
  readonly before?: Uint8Array
}

export interface CraftedZip {
  readonly bytes: Uint8Array
  readonly listStart: number
  readonly listSize: number
  readonly offsets: readonly number[]
}

/** Zips by hand, so that any field can be wrong. */
export function craftZip(entries: readonly CraftedEntry[], end: CraftedEnd = {}): CraftedZip {
  const parts: Uint8Array[] = []
  let position = 0
  const push = (part: Uint8Array) => {
    parts.push(part)
    position += part.length
  }
  const offsets: number[] = []
  for (const entry of entries) {
    offsets.push(position)
    if (entry.isListedOnly) continue
    push(header(entry))
    push(dataOf(entry))
    if (entry.after) push(entry.after)
  }
  const listStart = position
  entries.forEach((entry, index) => {
    push(line(entry, offsets[index] ?? 0))
  })
  const listSize = position - listStart
  if (end.before) push(end.before)
  const comment = end.comment ?? new Uint8Array()
  const count = end.count ?? entries.length
  push(
    concat(
      number(0x06054b50, 4),
      number(end.disk ?? 0, 2),
      number(end.disk ?? 0, 2),
      number(count, 2),
      number(count, 2),
      number(end.size ?? listSize, 4),
      number(end.start ?? listStart, 4),
      number(end.declaredComment ?? comment.length, 2),
      comment,
    ),
  )
  return { bytes: concat(...parts), listStart, listSize, offsets }
}

/** The bytes of {@link craftZip} alone. */
export function zip(...entries: readonly CraftedEntry[]): Uint8Array {
  return craftZip(entries).bytes
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let position = 0
  for (const part of parts) {
    joined.set(part, position)
    position += part.length
  }
  return joined
}

/** A little-endian number. */
export function number(value: number, width: number): Uint8Array {
  return Uint8Array.from({ length: width }, (_, index) => Math.floor(value / 2 ** (8 * index)) % 256)
}

export function text(value: string): Uint8Array {
  return new TextEncoder().encode(value)
}

/** Latin letters as single bytes, for names and signatures that are not UTF-8. */
export function latin(value: string): Uint8Array {
  return Uint8Array.from(value, (character) => character.charCodeAt(0))
}

function contentOf(entry: CraftedEntry): Uint8Array {
  return typeof entry.content === 'string' ? text(entry.content) : (entry.content ?? new Uint8Array())
}

function dataOf(entry: CraftedEntry): Uint8Array {
  return entry.data ?? (entry.method === 8 ? deflateSync(contentOf(entry)) : contentOf(entry))
}

function nameOf(name: string | Uint8Array): Uint8Array {
  return typeof name === 'string' ? text(name) : name
}

function shared(entry: CraftedEntry): Uint8Array {
  const content = contentOf(entry)
  return concat(
    number(20, 2),
    number(entry.flags ?? 0, 2),
    number(entry.method ?? 0, 2),
    number(0x00210000, 4),
    number(entry.checksum ?? crc32(content), 4),
    number(entry.compressedSize ?? dataOf(entry).length, 4),
    number(entry.size ?? content.length, 4),
    number(nameOf(entry.name).length, 2),
  )
}

function header(entry: CraftedEntry): Uint8Array {
  const local: CraftedEntry = { ...entry, data: dataOf(entry), ...entry.local }
  return concat(number(0x04034b50, 4), shared(local), number(0, 2), nameOf(local.name))
}

function line(entry: CraftedEntry, offset: number): Uint8Array {
  const extra = entry.extra ?? new Uint8Array()
  return concat(
    number(0x02014b50, 4),
    number(20, 2),
    shared(entry),
    number(extra.length, 2),
    number(0, 2),
    number(entry.disk ?? 0, 2),
    number(0, 2),
    number(entry.attributes ?? 0, 4),
    number(entry.offset ?? offset, 4),
    nameOf(entry.name),
    extra,
  )
}
