/** What is seen of an image without decoding its pixels. */
export interface PngFacts {
  readonly isPng: boolean
  /** What it is instead, by its first bytes; nothing when that is unknown too. */
  readonly looksLike?: string
  /** Pixels; 0 when the header could not be read. */
  readonly width: number
  readonly height: number
  /** What is broken, as the end of a sentence; nothing when the file is whole. */
  readonly fault?: string
  /** Made by this program to be replaced. */
  readonly isPlaceholder: boolean
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const mostChunks = 10_000

/** The keyword of the text chunk that marks images made to be replaced. */
export const placeholderKeyword = 'Sevenstep placeholder'

/**
 * Measures a PNG by walking its chunks. Pixels are never decoded: a few bytes can promise gigabytes of them, and sizes
 * stand in the header. Never throws.
 */
export function readPng(bytes: Uint8Array): PngFacts {
  if (!signature.every((byte, at) => bytes[at] === byte)) {
    const looksLike = kindOf(bytes)
    return { isPng: false, ...(looksLike !== undefined && { looksLike }), width: 0, height: 0, isPlaceholder: false }
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const broken = (fault: string): PngFacts => ({ isPng: true, width: 0, height: 0, fault, isPlaceholder: false })
  if (bytes.length < 33 || typeAt(bytes, 12) !== 'IHDR') return broken('its header is missing')
  const width = view.getUint32(16)
  const height = view.getUint32(20)
  if (width === 0 || height === 0) return broken('its header promises no pixels')
  return { isPng: true, width, height, ...walk(bytes, view) }
}

function walk(bytes: Uint8Array, view: DataView): { readonly fault?: string; readonly isPlaceholder: boolean } {
  let isPlaceholder = false
  let hasPixels = false
  let at = 8
  for (let count = 0; count < mostChunks; count++) {
    if (at + 12 > bytes.length) return { fault: 'it ends too early', isPlaceholder }
    const length = view.getUint32(at)
    const type = typeAt(bytes, at + 4)
    if (at + 12 + length > bytes.length) return { fault: 'it ends too early', isPlaceholder }
    if (type === 'tEXt' && startsWith(bytes, at + 8, placeholderKeyword)) isPlaceholder = true
    if (type === 'IDAT' && length > 0) hasPixels = true
    if (type === 'IEND') return hasPixels ? { isPlaceholder } : { fault: 'it holds no pixels', isPlaceholder }
    at += 12 + length
  }
  return { fault: 'it is cut into too many pieces', isPlaceholder }
}

function typeAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false
  return true
}

/** Kinds of images by their first bytes. */
function kindOf(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  if (head.startsWith('\xff\xd8\xff')) return 'a JPEG image'
  if (head.startsWith('GIF8')) return 'a GIF image'
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'a WebP image'
  if (head.startsWith('BM')) return 'a BMP image'
  if (/^\s*<(svg|\?xml)/i.test(head)) return 'an SVG or XML text'
  if (head.startsWith('%PDF')) return 'a PDF document'
  return bytes.length === 0 ? 'an empty file' : undefined
}

/** Kinds of images a package's icon may be. */
export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff
}
