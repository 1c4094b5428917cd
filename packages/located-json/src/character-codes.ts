const encoder = new TextEncoder()
/** Small, since one foreign character makes a whole piece slow. */
const chunk = 512
const keptBytes = 4 * 1024 * 1024

/** Stands for every character outside ASCII; who must know which one looks into the text. */
export const beyondAscii = 0x80

/** Bytes behind the text, so that looking ahead a few characters needs no check. */
const margin = 8

let shared = new Uint8Array(0)
let scratch: Uint8Array | undefined

/**
 * One byte for each UTF-16 code unit of a text, zeros behind it: the reader looks at every character, and a byte array
 * answers several times faster than a string. The array is used again by the next call, so it must not be kept.
 */
export function characterCodes(text: string): Uint8Array {
  const size = text.length + margin
  let codes = shared
  if (codes.length < size) {
    codes = new Uint8Array(Math.max(size, Math.min(size * 2, keptBytes)))
    if (codes.length <= keptBytes) shared = codes
  }
  const { read, written } = encoder.encodeInto(text, codes.subarray(0, text.length))
  if (read !== text.length || written !== text.length) fillByUnit(text, codes)
  codes.fill(0, text.length, size)
  return codes
}

/** For a text that is not all ASCII: UTF-8 piece by piece, with each character shrunk to its code units' places. */
function fillByUnit(text: string, codes: Uint8Array): void {
  scratch ??= new Uint8Array(chunk * 3)
  let place = 0
  for (let from = 0; from < text.length; from += chunk) {
    const piece = text.slice(from, from + chunk)
    const { written } = encoder.encodeInto(piece, scratch)
    if (written === piece.length) {
      codes.set(scratch.subarray(0, written), place)
      place += written
      continue
    }
    for (let at = 0; at < written; at++) {
      const byte = scratch[at] ?? 0
      if (byte < 0x80) codes[place++] = byte
      else if (byte >= 0xc0) {
        codes[place++] = beyondAscii
        if (byte >= 0xf0) codes[place++] = beyondAscii
      }
    }
  }
}
