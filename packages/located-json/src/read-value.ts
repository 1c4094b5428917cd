import { JsonNode } from './json-node.ts'
import { type KeyPlaces, keepMember } from './members.ts'
import { readNumber, readWord } from './read-scalar.ts'
import { readKey, readString } from './read-string.ts'
import type { Reader } from './reader.ts'
import { skipBlank } from './skip-blank.ts'

const quote = 34
const apostrophe = 39
const comma = 44
const minus = 45
const colon = 58
const openBracket = 91
const closeBracket = 93
const openBrace = 123
const closeBrace = 125

const unquotedKey = /[\p{ID_Start}$_][\p{ID_Continue}$_-]*/uy

/** Reads the value at the reader's place, whose first character is given; nothing when there is none. */
export function readValue(
  reader: Reader,
  code: number,
  parent: JsonNode | undefined,
  key: string | undefined,
  keyStart: number,
  keyEnd: number,
): JsonNode | undefined {
  const start = reader.at
  if (code === quote || code === apostrophe) {
    const value = readString(reader, code)
    return new JsonNode('string', start, reader.at, value, parent, key, keyStart, keyEnd)
  }
  if (code === openBrace) {
    const node = new JsonNode('object', start, start, undefined, parent, key, keyStart, keyEnd)
    if (enter(reader)) {
      const first = reader.openCount
      readMembers(reader, node, first)
      node.children = reader.takeFrom(first)
    }
    reader.depth--
    node.end = reader.at
    return node
  }
  if (code === openBracket) {
    const node = new JsonNode('array', start, start, undefined, parent, key, keyStart, keyEnd)
    if (enter(reader)) {
      const first = reader.openCount
      readItems(reader, node, first)
      node.children = reader.takeFrom(first)
    }
    reader.depth--
    node.end = reader.at
    return node
  }
  if (code === minus || (code >= 48 && code <= 57)) return readNumber(reader, parent, key, keyStart, keyEnd)
  return readWord(reader, parent, key, keyStart, keyEnd)
}

function enter(reader: Reader): boolean {
  const start = reader.at++
  if (++reader.depth <= reader.maxDepth) return true
  reader.giveUp('too-deep', start, start + 1, `at most ${reader.maxDepth} levels`)
  return false
}

function readMembers(reader: Reader, node: JsonNode, first: number): void {
  let places: KeyPlaces | undefined
  let isSeparated = true
  let lastComma = -1
  for (;;) {
    const code = skipBlank(reader)
    if (code === comma) {
      if (isSeparated) reader.report('stray-comma', reader.at, reader.at + 1, true)
      else {
        isSeparated = true
        lastComma = reader.at
      }
      reader.at++
      continue
    }
    if (code === closeBrace) {
      reader.at++
      if (lastComma >= 0) reader.report('trailing-comma', lastComma, lastComma + 1, true)
      return
    }
    if (code === 0) {
      reader.giveUp('unterminated-text', node.start, node.start + 1, '"}"')
      return
    }
    if (!isSeparated) {
      if (code !== quote) {
        reader.giveUp('unexpected-text', reader.at, reader.at + 1, '"," or "}"')
        return
      }
      reader.report('missing-comma', reader.at, reader.at + 1, true, '","')
    }
    const child = readMember(reader, node, code)
    if (child === undefined) return
    places = keepMember(reader, first, places, child)
    isSeparated = false
    lastComma = -1
  }
}

function readMember(reader: Reader, node: JsonNode, code: number): JsonNode | undefined {
  const keyStart = reader.at
  const key = code === quote || code === apostrophe ? readKey(reader, code) : readUnquotedKey(reader)
  const keyEnd = reader.at
  if (key === undefined || !reader.isComplete) return undefined
  if (reader.codes[reader.at] !== colon) {
    const found = skipBlank(reader)
    if (found !== colon) {
      const problem = found === 0 ? 'unterminated-text' : 'unexpected-text'
      reader.giveUp(problem, reader.at, reader.at + 1, '":" after the key')
      return undefined
    }
  }
  reader.at++
  return readValue(reader, skipBlank(reader), node, key, keyStart, keyEnd)
}

function readUnquotedKey(reader: Reader): string | undefined {
  const start = reader.at
  unquotedKey.lastIndex = start
  const key = unquotedKey.exec(reader.text)?.[0]
  if (key === undefined) reader.giveUp('unexpected-text', start, start + 1, 'a key in double quotes or "}"')
  else {
    reader.at += key.length
    reader.report('unquoted-key', start, reader.at, true)
  }
  return key
}

function readItems(reader: Reader, node: JsonNode, first: number): void {
  let isSeparated = true
  let lastComma = -1
  for (;;) {
    const code = skipBlank(reader)
    if (code === comma) {
      if (isSeparated) reader.report('stray-comma', reader.at, reader.at + 1, true)
      else {
        isSeparated = true
        lastComma = reader.at
      }
      reader.at++
      continue
    }
    if (code === closeBracket) {
      reader.at++
      if (lastComma >= 0) reader.report('trailing-comma', lastComma, lastComma + 1, true)
      return
    }
    if (code === 0) {
      reader.giveUp('unterminated-text', node.start, node.start + 1, '"]"')
      return
    }
    if (!isSeparated) {
      if (code !== quote && code !== openBrace && code !== openBracket) {
        reader.giveUp('unexpected-text', reader.at, reader.at + 1, '"," or "]"')
        return
      }
      reader.report('missing-comma', reader.at, reader.at + 1, true, '","')
    }
    const child = readValue(reader, code, node, undefined, -1, -1)
    if (child === undefined) return
    child.index = reader.openCount - first
    reader.open[reader.openCount++] = child
    isSeparated = false
    lastComma = -1
  }
}
