import type { Reader } from './reader.ts'

const quote = 34
const apostrophe = 39
const backslash = 92
const piecesAtOnce = 4096

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

/** Reads a key from its opening quote. Most are short, plain ASCII and come again and again. */
export function readKey(reader: Reader, opening: number): string {
  if (opening === quote) {
    const { codes } = reader
    const start = reader.at + 1
    let at = start
    let code = codes[at] ?? 0
    while (code !== quote && code !== backslash && code >= 32 && code < 128) code = codes[++at] ?? 0
    if (code === quote) {
      reader.at = at + 1
      return reader.keys.take(start, at)
    }
  }
  return readString(reader, opening)
}

/** Reads a string from its opening quote. */
export function readString(reader: Reader, opening: number): string {
  if (opening === apostrophe) reader.report('single-quotes', reader.at, reader.at + 1, true, "'\"'")
  else {
    const { codes } = reader
    const start = reader.at + 1
    let at = start
    let code = codes[at] ?? 0
    while (code !== quote && code !== backslash && code >= 32) code = codes[++at] ?? 0
    if (code === quote) {
      reader.at = at + 1
      return reader.text.slice(start, at)
    }
  }
  return readEscapedString(reader, opening)
}

/**
 * Reads a string the slow way: escapes are resolved, raw control characters and bad escapes reported and kept as they
 * stand. A quoted text that is never closed is given up at its opening quote.
 */
function readEscapedString(reader: Reader, opening: number): string {
  const { text, codes, length, at: start } = reader
  const value = new Pieces()
  let copied = start + 1
  let at = start + 1
  let line = start + 1
  let closedAt = -1
  while (at < length) {
    const code = codes[at] ?? 0
    if (code === opening) {
      value.add(text.slice(copied, at))
      reader.at = at + 1
      return value.join()
    }
    if (code === backslash) {
      const taken = escapeLength(text, at)
      value.add(text.slice(copied, at))
      value.add(resolveEscape(reader, at, taken))
      at += taken
      copied = at
      continue
    }
    if (code < 32) {
      if (code === 10) {
        if (closedAt < at) closedAt = text.indexOf(opening === quote ? '"' : "'", at)
        if (closedAt < 0 || looksUnclosed(text, line, at)) break
        line = at + 1
      }
      reader.report('control-character', at, at + 1, true, 'an escape such as \\n')
    }
    at++
  }
  value.add(text.slice(copied, at))
  reader.giveUp('unterminated-text', start, Math.min(at, start + 40), 'a closing quote')
  return value.join()
}

/** A text put together from very many pieces without one string object for each of them staying alive. */
class Pieces {
  #done = ''
  #open: string[] = []

  add(piece: string): void {
    if (piece === '') return
    this.#open.push(piece)
    if (this.#open.length >= piecesAtOnce) this.#flush()
  }

  join(): string {
    this.#flush()
    return this.#done
  }

  #flush(): void {
    this.#done += this.#open.join('')
    this.#open = []
  }
}

/** A line break inside quotes is a slip; but when the line ends like a member, the quote was never closed. */
function looksUnclosed(text: string, lineStart: number, newline: number): boolean {
  const end = text.slice(Math.max(lineStart, newline - 100), newline).trimEnd()
  return end.endsWith(',') && /^\s*"[^"\n]*"\s*:/.test(text.slice(newline, newline + 300))
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
  // An escape the end of the text cuts off is part of the larger problem that the text ends here.
  if (/^\\(u[0-9a-fA-F]{0,3})?$/.test(text.slice(at, at + 6))) return ''
  reader.report('invalid-escape', at, at + length, true, 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX')
  return character
}
