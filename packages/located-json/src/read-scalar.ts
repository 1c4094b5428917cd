import { JsonNode } from './json-node.ts'
import type { Reader } from './reader.ts'

const plainNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/
const numberLike = /[-+]?(?:0[xX][\da-fA-F]+|Infinity|NaN|[\d.][\d.eE+-]*)/y
const word = /[\p{ID_Start}$_][\p{ID_Continue}$_-]*/uy

/** Reads a number; what other languages would take for one is reported and read as what it means, or as 0. */
export function readNumber(
  reader: Reader,
  parent: JsonNode | undefined,
  key: string | undefined,
  keyStart: number,
  keyEnd: number,
): JsonNode | undefined {
  const { text, codes, at: start } = reader
  let at = start + 1
  let code = codes[at] ?? 0
  while (code >= 48 && code <= 57) code = codes[++at] ?? 0
  // Most numbers are short and whole: no exponent, no fraction, no leading zero.
  const first = codes[start] ?? 0
  const isSimple = at - start < 15 && code !== 46 && (code | 32) < 97 && first >= 48 && first <= 57
  if (!isSimple || (first === 48 && at - start > 1)) {
    numberLike.lastIndex = start
    const written = numberLike.exec(text)?.[0] ?? text[start] ?? ''
    reader.at = start + written.length
    if (!plainNumber.test(written)) reader.report('invalid-number', start, reader.at, true, 'a decimal number')
    const value = Number(written)
    return new JsonNode('number', start, reader.at, Number.isFinite(value) || plainNumber.test(written) ? value : 0, parent, key, keyStart, keyEnd) // biome-ignore format: one node, one line
  }
  reader.at = at
  return new JsonNode('number', start, at, Number(text.slice(start, at)), parent, key, keyStart, keyEnd)
}

/**
 * Reads `true`, `false`, `null` and, reported, what stands in for them: another case, `None`, a text without quotes.
 * Anything else ends the reading.
 */
export function readWord(
  reader: Reader,
  parent: JsonNode | undefined,
  key: string | undefined,
  keyStart: number,
  keyEnd: number,
): JsonNode | undefined {
  const { text, at: start } = reader
  if (start >= reader.length) {
    reader.giveUp('unterminated-text', Math.max(0, start - 1), start + 1, 'a JSON value')
    return undefined
  }
  word.lastIndex = start
  const found = word.exec(text)?.[0]
  if (found === undefined || found === 'NaN' || found === 'Infinity') {
    numberLike.lastIndex = start
    if (numberLike.test(text)) return readNumber(reader, parent, key, keyStart, keyEnd)
    reader.giveUp('unexpected-text', start, start + 1, 'a JSON value')
    return undefined
  }
  const end = start + found.length
  reader.at = end
  if (found === 'true') return new JsonNode('boolean', start, end, true, parent, key, keyStart, keyEnd)
  if (found === 'false') return new JsonNode('boolean', start, end, false, parent, key, keyStart, keyEnd)
  if (found === 'null') return new JsonNode('null', start, end, null, parent, key, keyStart, keyEnd)
  if (parent !== undefined && end === reader.length) {
    reader.giveUp('unterminated-text', start, end, 'the rest of the file')
    return undefined
  }
  if (!isValueEnd(reader)) {
    reader.giveUp('unexpected-text', start, end, 'a JSON value')
    return undefined
  }
  reader.report('unexpected-text', start, end, true, 'a JSON value; text needs double quotes')
  reader.at = end
  return standIn(found, start, end, parent, key, keyStart, keyEnd)
}

/** True when the value is over here: a comma, a closing bracket or the end follows. */
function isValueEnd(reader: Reader): boolean {
  const { at, text } = reader
  const next = /\S/g
  next.lastIndex = at
  const follower = next.exec(text)?.[0]
  return follower === undefined || follower === ',' || follower === '}' || follower === ']'
}

function standIn(
  found: string,
  start: number,
  end: number,
  parent: JsonNode | undefined,
  key: string | undefined,
  keyStart: number,
  keyEnd: number,
): JsonNode {
  const lower = found.toLowerCase()
  if (lower === 'true' || lower === 'false') {
    return new JsonNode('boolean', start, end, lower === 'true', parent, key, keyStart, keyEnd)
  }
  if (lower === 'null' || lower === 'none' || lower === 'undefined') {
    return new JsonNode('null', start, end, null, parent, key, keyStart, keyEnd)
  }
  return new JsonNode('string', start, end, found, parent, key, keyStart, keyEnd)
}
