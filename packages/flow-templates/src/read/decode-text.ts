import type { PackageText } from '../model/package-file.ts'

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Decodes a file: UTF-16 with a byte-order mark as what it is, anything else as UTF-8, with U+FFFD for bytes that are
 * none. A mark stays in front. Never throws.
 */
export function decodeText(path: string, bytes: Uint8Array): PackageText {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : ''
  if (wide !== '') return { path, text: new TextDecoder(wide, { ignoreBOM: true }).decode(bytes), isUtf8: false }
  try {
    return { path, text: strict.decode(bytes), isUtf8: true }
  } catch {
    return { path, text: lenient.decode(bytes), isUtf8: false }
  }
}
