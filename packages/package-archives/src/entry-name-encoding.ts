import { readUint16, readUint32 } from './byte-view.ts'
import { crc32 } from './crc32.ts'

/** Code page 437 from 0x80: what the zip format says names are in unless they are marked as UTF-8. */
const codePage437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0'

export interface DecodedName {
  readonly name: string
  /** Completes the problem `name-encoding`; absent when the bytes are what they are marked as. */
  readonly doubt?: string
}

/**
 * Decodes a name as it stands in the archive's list of files. `extra` is the entry's extra field, where Info-ZIP
 * repeats the name in UTF-8 (id 0x7075); other programs go by it, so it has to be judged too.
 */
export function decodeName(bytes: Uint8Array, markedUtf8: boolean, extra: Uint8Array): DecodedName {
  const replacement = unicodePath(bytes, extra)
  if (replacement !== undefined) return { name: replacement }
  if (bytes.every((byte) => byte < 0x80)) return { name: String.fromCharCode(...bytes) }
  const asUtf8 = decodeUtf8(bytes)
  if (markedUtf8) {
    if (asUtf8 !== undefined) return { name: asUtf8 }
    return { name: decodeCodePage437(bytes), doubt: 'it is marked as UTF-8 but is not, and was read as code page 437' }
  }
  // macOS and others write UTF-8 without the mark; other letters than ASCII are hardly ever valid UTF-8 by chance.
  if (asUtf8 !== undefined) return { name: asUtf8, doubt: 'it is not marked as UTF-8 but is' }
  return { name: decodeCodePage437(bytes) }
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    // A copy, because browsers do not decode memory that is shared between workers.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.slice())
  } catch {
    return undefined
  }
}

function decodeCodePage437(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : codePage437.charAt(byte - 0x80))).join(
    '',
  )
}

function unicodePath(name: Uint8Array, extra: Uint8Array): string | undefined {
  const field = extraField(extra, 0x7075)
  if (!field || field.length < 5 || field[0] !== 1 || readUint32(field, 1) !== crc32(name)) return undefined
  return decodeUtf8(field.subarray(5))
}

/** The content of the first extra field with this id; undefined when there is none or the fields are damaged. */
export function extraField(extra: Uint8Array, id: number): Uint8Array | undefined {
  let position = 0
  while (position + 4 <= extra.length) {
    const end = position + 4 + readUint16(extra, position + 2)
    if (end > extra.length) return undefined
    if (readUint16(extra, position) === id) return extra.subarray(position + 4, end)
    position = end
  }
  return undefined
}
