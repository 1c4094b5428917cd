import type { BinaryFile } from '@sevenstep/connector-schema'
import { decode, hasPngSignature } from 'fast-png'
import { Unzlib } from 'fflate'

const widest = 4096
const mostPixels = 1024 * 1024
const mostDecodedBytes = 1024 * 1024

/** A colour, each part 0 to 255; `alpha` 255 is opaque. */
export interface Color {
  readonly red: number
  readonly green: number
  readonly blue: number
  readonly alpha: number
}

/** An icon as far as it could be read. */
export interface IconImage {
  readonly width: number
  readonly height: number
  /** The colour at a place; nothing for an image too large to be unpacked for that. */
  readonly colorAt?: (x: number, y: number) => Color
}

/** The image, or why it is none. */
export type IconReading = { readonly image: IconImage } | { readonly fault: string }

const readings = new WeakMap<BinaryFile, IconReading>()

/**
 * Reads a PNG once per file. Its head is judged before anything is unpacked, and what it unpacks to is counted while
 * nothing is kept, so that a file made to fill the memory is refused. Never throws.
 */
export function readIcon(file: BinaryFile): IconReading {
  let reading = readings.get(file)
  if (reading === undefined) {
    reading = readPng(file.bytes)
    readings.set(file, reading)
  }
  return reading
}

function readPng(bytes: Uint8Array): IconReading {
  if (bytes.length < 33 || !hasPngSignature(bytes.subarray(0, 8))) return { fault: faultOf(bytes) }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (chunkName(bytes, 8) !== 'IHDR' || view.getUint32(8) !== 13) return { fault: 'its head is damaged' }
  const [width, height] = [view.getUint32(16), view.getUint32(20)]
  if (width === 0 || height === 0) return { fault: 'it claims to have no pixels' }
  if (width > widest || height > widest) {
    return { fault: `it claims to be ${width} × ${height} pixels large, more than anybody would look at` }
  }
  if (width * height > mostPixels || bytes.length > mostDecodedBytes) return { image: { width, height } }
  try {
    const parts = pixelChunks(bytes, view)
    if (parts === undefined) return { fault: 'it ends in the middle' }
    // Four channels of two bytes and the filter byte of each line, for up to seven passes of an interlaced image.
    if (!unpacksWithin(parts.data, width * height * 8 + height * 16 + 64)) return { fault: 'its pixels are damaged' }
    return { image: { width, height, colorAt: colorsOf(parts.png) } }
  } catch (error) {
    return { fault: `its pixels cannot be read (${error instanceof Error ? error.message : String(error)})` }
  }
}

const otherKinds: readonly (readonly [kind: string, start: readonly number[]])[] = [
  ['a JPEG', [0xff, 0xd8, 0xff]],
  ['a GIF', [0x47, 0x49, 0x46, 0x38]],
  ['a WebP image', [0x52, 0x49, 0x46, 0x46]],
  ['a bitmap', [0x42, 0x4d]],
  ['an SVG drawing', [0x3c, 0x73, 0x76, 0x67]],
  ['an XML file, an SVG drawing as a rule', [0x3c, 0x3f, 0x78, 0x6d]],
  ['a Windows icon', [0x00, 0x00, 0x01, 0x00]],
]

function faultOf(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'it is empty'
  const kind = otherKinds.find(([, start]) => start.every((byte, at) => bytes[at] === byte))
  if (kind !== undefined) return `it is ${kind[0]}`
  return bytes.length < 33 ? 'it is too short for one' : 'it does not begin like one'
}

function chunkName(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at + 4, at + 8))
}

/**
 * The PNG with nothing but what its pixels need, because texts and colour profiles in it are packed too; and the packed
 * pixels. Nothing when the file ends before it says so.
 */
function pixelChunks(bytes: Uint8Array, view: DataView): { png: Uint8Array; data: Uint8Array[] } | undefined {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)]
  const data: Uint8Array[] = []
  let at = 8
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at)
    const end = at + 12 + length
    if (end > bytes.length) return undefined
    const name = chunkName(bytes, at)
    if (['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'].includes(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IDAT') data.push(bytes.subarray(at + 8, end - 4))
    if (name === 'IEND') return { png: joined(kept), data }
    at = end
  }
  return undefined
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const pieceLength = 512

/** Unpacks in small pieces and forgets them, only to see how much it is. */
function unpacksWithin(data: readonly Uint8Array[], most: number): boolean {
  let length = 0
  const unpacker = new Unzlib((piece) => {
    length += piece.length
  })
  for (const part of data) {
    for (let at = 0; at < part.length; at += pieceLength) {
      unpacker.push(part.subarray(at, at + pieceLength))
      if (length > most) return false
    }
  }
  return true
}

function colorsOf(png: Uint8Array): (x: number, y: number) => Color {
  const { data, width, channels, depth, palette, transparency } = decode(png)
  const full = depth === 16 ? 257 : 255 / (2 ** depth - 1)
  const part = (at: number): number => (data[at] ?? 0) / (depth === 16 ? full : 1)
  return (x, y) => {
    if (palette !== undefined) {
      const entry = palette[indexAt(data, width, depth, x, y)] ?? []
      const [red = 0, green = 0, blue = 0, alpha = 255] = entry
      return { red, green, blue, alpha }
    }
    if (depth < 8) {
      const gray = indexAt(data, width, depth, x, y) * full
      return { red: gray, green: gray, blue: gray, alpha: 255 }
    }
    const at = (y * width + x) * channels
    const isColor = channels >= 3
    const raw = [data[at] ?? 0, data[at + (isColor ? 1 : 0)] ?? 0, data[at + (isColor ? 2 : 0)] ?? 0]
    const isKeyed =
      transparency !== undefined && raw.slice(0, transparency.length).every((one, index) => one === transparency[index])
    const alpha = channels % 2 === 0 ? part(at + channels - 1) : isKeyed ? 0 : 255
    return { red: part(at), green: part(at + (isColor ? 1 : 0)), blue: part(at + (isColor ? 2 : 0)), alpha }
  }
}

/** A value of fewer than eight bits, several of which share a byte; lines begin at a byte of their own. */
function indexAt(data: ArrayLike<number>, width: number, depth: number, x: number, y: number): number {
  if (depth >= 8) return data[y * width + x] ?? 0
  const line = Math.ceil((width * depth) / 8)
  const bit = x * depth
  const byte = data[y * line + (bit >> 3)] ?? 0
  return (byte >> (8 - depth - (bit & 7))) & (2 ** depth - 1)
}
