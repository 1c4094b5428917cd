import type { TextFile } from './text-file.ts'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
const encoder = new TextEncoder()

/**
 * Decodes a file. UTF-16 with a byte-order mark is decoded as what it is, anything else as UTF-8; bytes that are no
 * UTF-8 become U+FFFD and the place of the first one is kept. Never throws.
 */
export function decodeText(path: string, content: string | Uint8Array): TextFile {
  if (typeof content === 'string') {
    return { path, text: content, sizeBytes: encoder.encode(content).length, isUtf8: true }
  }
  const sizeBytes = content.length
  const wide = wideEncoding(content)
  if (wide !== undefined) {
    const text = new TextDecoder(wide, { ignoreBOM: true }).decode(content)
    return { path, text, sizeBytes, isUtf8: false, firstInvalid: 0 }
  }
  try {
    return { path, text: strict.decode(content), sizeBytes, isUtf8: true }
  } catch {
    return { path, text: lenient.decode(content), sizeBytes, isUtf8: false, firstInvalid: validLength(content) }
  }
}

/** How many characters can be decoded before the first byte that is no UTF-8. U+FFFD may stand in a valid text too. */
function validLength(bytes: Uint8Array): number {
  let valid = 0
  let invalid = bytes.length
  let length = 0
  while (valid < invalid) {
    const middle = (valid + invalid + 1) >> 1
    try {
      // As a stream, a character that is cut in two is no fault; what is pending is not counted.
      length = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, middle), {
        stream: true,
      }).length
      valid = middle
    } catch {
      invalid = middle - 1
    }
  }
  return length
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}
