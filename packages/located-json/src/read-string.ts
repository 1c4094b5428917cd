import type { Reader } from './read-json.ts'

const backslash = 92
const simpleEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/**
 * Reads a string the slow way, from its opening quote: escapes are resolved, raw control characters and bad escapes
 * reported and kept as they stand. A quoted text that is never closed is given up at its opening quote.
 */
export function readEscapedString(reader: Reader, opening: number): string {
  const { text, length, at: start } = reader
  let value = ''
  let copied = start + 1
  let at = start + 1
  while (at < length) {
    const code = text.charCodeAt(at)
    if (code === opening) {
      reader.at = at + 1
      return value + text.slice(copied, at)
    }
    if (code === backslash) {
      value += text.slice(copied, at)
      const length = escapeLength(text, at)
      value += resolveEscape(reader, at, length)
      at += length
      copied = at
      continue
    }
    if (code < 32) {
      if (code === 10 && looksUnclosed(text, start, at)) break
      reader.report('control-character', at, at + 1, true, 'an escape such as \\n')
    }
    at++
  }
  reader.giveUp('unterminated-text', start, Math.min(at, start + 40), 'a closing quote')
  return value + text.slice(copied, at)
}

/** A line break inside quotes is a slip when the line ends like a member; then the quote was never closed. */
function looksUnclosed(text: string, start: number, newline: number): boolean {
  const close = text.indexOf('"', newline)
  if (close < 0) return true
  const line = text.slice(start + 1, newline).trimEnd()
  return line.endsWith(',') && /^\s*"[^"\n]*"\s*:/.test(text.slice(newline, newline + 300))
}

function escapeLength(text: string, at: number): number {
  return text[at + 1] === 'u' && /^[0-9a-fA-F]{4}$/.test(text.slice(at + 2, at + 6)) ? 6 : Math.min(2, text.length - at)
}

function resolveEscape(reader: Reader, at: number, length: number): string {
  const { text } = reader
  if (length === 6) return String.fromCharCode(Number.parseInt(text.slice(at + 2, at + 6), 16))
  const character = text[at + 1] ?? ''
  const known = Object.hasOwn(simpleEscapes, character) ? simpleEscapes[character] : undefined
  if (known !== undefined) return known
  reader.report('invalid-escape', at, at + length, true, 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX')
  return character
}
