import { beyondAscii } from './character-codes.ts'
import type { Reader } from './reader.ts'

const slash = 47
const star = 42
const fourBlanks = 0x20202020

/** Blanks that other formats know and JSON does not, and what else editors and web pages leave between values. */
const oddBlanks: ReadonlySet<number> = new Set([
  0x0b, 0x0c, 0xa0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007, 0x2008, 0x2009, 0x200a,
  0x200b, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000, 0xfeff,
])

/**
 * Moves past white space and returns the code of the character behind it, 0 at the end. Comments and blanks that JSON
 * does not know are reported and passed over too.
 */
export function skipBlank(reader: Reader): number {
  const { codes, view } = reader
  let { at } = reader
  for (;;) {
    const code = codes[at] ?? 0
    if (code > 32 && code !== slash && code !== beyondAscii) {
      reader.at = at
      return code
    }
    if (code === 10) {
      at++
      while (view.getUint32(at) === fourBlanks) at += 4
    } else if (code === 32 || code === 13 || code === 9) at++
    else {
      const next = skipOdd(reader, at, code)
      if (next === at) {
        reader.at = at
        return at < reader.length ? code || -1 : 0
      }
      at = next
    }
  }
}

/** Behind a comment or an odd blank; the same offset when there is neither. */
function skipOdd(reader: Reader, at: number, code: number): number {
  if (code === slash) {
    const end = endOfComment(reader.text, at)
    if (end > at) reader.report('comment', at, end, true)
    return end
  }
  if (at >= reader.length || !oddBlanks.has(reader.text.charCodeAt(at))) return at
  reader.report('control-character', at, at + 1, true, 'an ordinary blank')
  return at + 1
}

function endOfComment(text: string, start: number): number {
  const next = text.charCodeAt(start + 1)
  if (next === slash) {
    const newline = /[\r\n]/g
    newline.lastIndex = start
    return newline.exec(text)?.index ?? text.length
  }
  if (next !== star) return start
  const close = text.indexOf('*/', start + 2)
  return close < 0 ? text.length : close + 2
}
