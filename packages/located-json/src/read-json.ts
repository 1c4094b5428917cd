import { JsonNode } from './json-node.ts'
import { KeyCache } from './key-cache.ts'
import { Members } from './members.ts'
import type { JsonProblem, JsonProblemCode } from './problem.ts'
import { readEscapedString } from './read-string.ts'
import { skipBlank } from './skip-blank.ts'

/** A JSON text that has been read. */
export interface LocatedJson {
  readonly text: string
  /** Nothing when the text holds no value at all. */
  readonly root: JsonNode | undefined
  readonly problems: readonly JsonProblem[]
  /** False when part of the text had to be given up; see {@link JsonProblem.isRecovered}. */
  readonly isComplete: boolean
}

/** Bounds on what the reader accepts. */
export interface ReadOptions {
  /** How many objects and arrays may stand inside one another. Default 500. */
  readonly maxDepth?: number
}

/**
 * Reads JSON text into nodes that know their place, at about the cost of `JSON.parse`.
 *
 * Never throws. Trailing, stray and missing commas, comments, raw control characters, single quotes, unquoted keys,
 * bad escapes, a byte-order mark and text behind the root are reported and read over, because there is one sensible
 * reading; anything else is reported and ends the reading there.
 */
export function readJson(text: string, options: ReadOptions = {}): LocatedJson {
  return new Reader(text, options.maxDepth ?? 500).read()
}

const quote = 34
const apostrophe = 39
const comma = 44
const colon = 58
const openBracket = 91
const backslash = 92
const closeBracket = 93
const openBrace = 123
const closeBrace = 125

/** What the reading of one text remembers; `skipBlank` and `readEscapedString` work on it too. */
export class Reader {
  readonly text: string
  readonly length: number
  readonly #maxDepth: number
  readonly problems: JsonProblem[] = []
  at = 0
  isComplete = true
  #depth = 0
  readonly #keys = new KeyCache()

  constructor(text: string, maxDepth: number) {
    this.text = text
    this.length = text.length
    this.#maxDepth = maxDepth
  }

  read(): LocatedJson {
    if (this.text.charCodeAt(0) === 0xfeff) {
      this.report('byte-order-mark', 0, 1, true)
      this.at = 1
    }
    skipBlank(this)
    let root: JsonNode | undefined
    if (this.at >= this.length) this.giveUp('empty-text', 0, this.length, 'a JSON value')
    else root = this.#value(undefined, undefined, -1, -1)
    skipBlank(this)
    if (root !== undefined && this.isComplete && this.at < this.length) {
      this.report('text-after-root', this.at, this.length, true, 'the end of the file')
    }
    return { text: this.text, root, problems: this.problems, isComplete: this.isComplete }
  }

  report(code: JsonProblemCode, start: number, end: number, isRecovered: boolean, expected = '', first?: number): void {
    const found = this.text.slice(start, Math.min(end, start + 40))
    const problem = { code, start, end: Math.min(end, this.length), found, expected, isRecovered }
    this.problems.push(first === undefined ? problem : { ...problem, first })
  }

  /** Reports what cannot be read over and leaves the rest of the text. */
  giveUp(code: JsonProblemCode, start: number, end: number, expected: string): void {
    if (this.isComplete) this.report(code, start, end, false, expected)
    this.isComplete = false
    this.at = this.length
  }

  #value(
    parent: JsonNode | undefined,
    key: string | undefined,
    keyStart: number,
    keyEnd: number,
  ): JsonNode | undefined {
    const start = this.at
    const code = this.text.charCodeAt(start)
    if (code === quote || code === apostrophe) {
      const value = this.#string(code)
      return new JsonNode('string', start, this.at, value, parent, key, keyStart, keyEnd)
    }
    if (code === openBrace || code === openBracket) {
      const node = new JsonNode(
        code === openBrace ? 'object' : 'array',
        start,
        start,
        undefined,
        parent,
        key,
        keyStart,
        keyEnd,
      )
      this.at++
      if (++this.#depth > this.#maxDepth) this.giveUp('too-deep', start, start + 1, `at most ${this.#maxDepth} levels`)
      else if (code === openBrace) this.#object(node)
      else this.#array(node)
      this.#depth--
      node.end = this.at
      return node
    }
    if (code === 45 || (code >= 48 && code <= 57)) return this.#number(parent, key, keyStart, keyEnd)
    return this.#literal(parent, key, keyStart, keyEnd)
  }

  #object(node: JsonNode): void {
    const { text } = this
    const members = new Members(this)
    let isSeparated = true
    let lastComma = -1
    for (;;) {
      skipBlank(this)
      const code = text.charCodeAt(this.at)
      if (code === closeBrace) {
        this.at++
        if (lastComma >= 0) this.report('trailing-comma', lastComma, lastComma + 1, true)
        break
      }
      if (this.at >= this.length) {
        this.giveUp('unterminated-text', node.start, node.start + 1, '"}"')
        break
      }
      if (code === comma) {
        if (isSeparated) this.report('stray-comma', this.at, this.at + 1, true)
        else {
          isSeparated = true
          lastComma = this.at
        }
        this.at++
        continue
      }
      if (!isSeparated && code === quote) this.report('missing-comma', this.at, this.at + 1, true, '","')
      else if (!isSeparated) {
        this.giveUp('unexpected-text', this.at, this.at + 1, '"," or "}"')
        break
      }
      const child = this.#memberOf(node, code)
      if (child === undefined) break
      members.keep(child)
      isSeparated = false
      lastComma = -1
    }
    node.children = members.children
  }

  #memberOf(node: JsonNode, code: number): JsonNode | undefined {
    const keyStart = this.at
    let key: string
    if (code === quote || code === apostrophe) key = this.#key(code)
    else {
      const name = /[\p{ID_Start}$_][\p{ID_Continue}$_-]*/uy
      name.lastIndex = keyStart
      const match = name.exec(this.text)
      if (match === null) {
        this.giveUp('unexpected-text', keyStart, keyStart + 1, 'a key in double quotes or "}"')
        return undefined
      }
      key = match[0]
      this.at += key.length
      this.report('unquoted-key', keyStart, this.at, true)
    }
    const keyEnd = this.at
    if (!this.isComplete) return undefined
    if (this.text.charCodeAt(this.at) !== colon) {
      skipBlank(this)
      if (this.text.charCodeAt(this.at) !== colon) {
        this.giveUp(
          this.at < this.length ? 'unexpected-text' : 'unterminated-text',
          this.at,
          this.at + 1,
          '":" after the key',
        )
        return undefined
      }
    }
    this.at++
    skipBlank(this)
    return this.#value(node, key, keyStart, keyEnd)
  }

  #array(node: JsonNode): void {
    const { text } = this
    const children: JsonNode[] = []
    let isSeparated = true
    let lastComma = -1
    for (;;) {
      skipBlank(this)
      const code = text.charCodeAt(this.at)
      if (code === closeBracket) {
        this.at++
        if (lastComma >= 0) this.report('trailing-comma', lastComma, lastComma + 1, true)
        break
      }
      if (this.at >= this.length) {
        this.giveUp('unterminated-text', node.start, node.start + 1, '"]"')
        break
      }
      if (code === comma) {
        if (isSeparated) this.report('stray-comma', this.at, this.at + 1, true)
        else {
          isSeparated = true
          lastComma = this.at
        }
        this.at++
        continue
      }
      if (!isSeparated && (code === quote || code === openBrace || code === openBracket)) {
        this.report('missing-comma', this.at, this.at + 1, true, '","')
      } else if (!isSeparated) {
        this.giveUp('unexpected-text', this.at, this.at + 1, '"," or "]"')
        break
      }
      const child = this.#value(node, undefined, -1, -1)
      if (child === undefined) break
      child.index = children.length
      children.push(child)
      isSeparated = false
      lastComma = -1
    }
    node.children = children
  }

  #key(opening: number): string {
    if (opening === quote) {
      const start = this.at + 1
      const { text, length } = this
      for (let at = start; at < length; at++) {
        const code = text.charCodeAt(at)
        if (code === quote) {
          this.at = at + 1
          return this.#keys.take(text, start, at)
        }
        if (code === backslash || code < 32) break
      }
    }
    return this.#string(opening)
  }

  #string(opening: number): string {
    const start = this.at + 1
    if (opening === quote) {
      const { text, length } = this
      for (let at = start; at < length; at++) {
        const code = text.charCodeAt(at)
        if (code === quote) {
          this.at = at + 1
          return at - start <= 12 ? this.#keys.take(text, start, at) : text.slice(start, at)
        }
        if (code === backslash || code < 32) break
      }
    } else this.report('single-quotes', this.at, this.at + 1, true, "'\"'")
    return readEscapedString(this, opening)
  }

  #number(parent: JsonNode | undefined, key: string | undefined, keyStart: number, keyEnd: number): JsonNode {
    const { text, length, at: start } = this
    let at = start
    while (at < length) {
      const code = text.charCodeAt(at)
      if ((code >= 48 && code <= 57) || code === 45 || code === 43 || code === 46 || code === 101 || code === 69) at++
      else break
    }
    this.at = at
    const digits = text.slice(start, at)
    if (!/^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$/.test(digits)) this.report('invalid-number', start, at, true)
    const value = Number(digits)
    return new JsonNode('number', start, at, Number.isNaN(value) ? 0 : value, parent, key, keyStart, keyEnd)
  }

  #literal(
    parent: JsonNode | undefined,
    key: string | undefined,
    keyStart: number,
    keyEnd: number,
  ): JsonNode | undefined {
    const { text, at: start } = this
    if (text.startsWith('true', start)) {
      this.at += 4
      return new JsonNode('boolean', start, this.at, true, parent, key, keyStart, keyEnd)
    }
    if (text.startsWith('false', start)) {
      this.at += 5
      return new JsonNode('boolean', start, this.at, false, parent, key, keyStart, keyEnd)
    }
    if (text.startsWith('null', start)) {
      this.at += 4
      return new JsonNode('null', start, this.at, null, parent, key, keyStart, keyEnd)
    }
    const isEnd = start >= this.length
    this.giveUp(
      isEnd ? 'unterminated-text' : 'unexpected-text',
      isEnd ? Math.max(0, start - 1) : start,
      start + 1,
      'a JSON value',
    )
    return undefined
  }
}
