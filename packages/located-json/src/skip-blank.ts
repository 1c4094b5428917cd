import type { Reader } from './read-json.ts'

const slash = 47
const star = 42

/** Moves past white space; comments are reported and passed over too. */
export function skipBlank(reader: Reader): void {
  const { text, length } = reader
  let { at } = reader
  while (at < length) {
    const code = text.charCodeAt(at)
    if (code === 32 || code === 10 || code === 13 || code === 9) {
      at++
      continue
    }
    if (code === slash) {
      const end = endOfComment(text, at)
      if (end > at) {
        reader.report('comment', at, end, true)
        at = end
        continue
      }
    }
    if (code === 0xa0 || code === 0xfeff || code === 0x2028 || code === 0x2029) {
      reader.report('control-character', at, at + 1, true, 'an ordinary blank')
      at++
      continue
    }
    break
  }
  reader.at = at
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
