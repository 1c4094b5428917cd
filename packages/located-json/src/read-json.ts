import type { JsonNode } from './json-node.ts'
import type { JsonProblem } from './problem.ts'
import { readValue } from './read-value.ts'
import { Reader } from './reader.ts'
import { skipBlank } from './skip-blank.ts'

/** A JSON text that has been read. */
export interface LocatedJson {
  readonly text: string
  /** Nothing when the text holds no value at all. */
  readonly root: JsonNode | undefined
  /** In the order in which they were met, at most {@link ReadOptions.maxProblems} and the one that ended the reading. */
  readonly problems: readonly JsonProblem[]
  /** How many more problems there were than are listed; absent when all are. */
  readonly unreportedProblems?: number
  /** False when part of the text had to be given up; see {@link JsonProblem.isRecovered}. */
  readonly isComplete: boolean
}

/** Bounds on what the reader accepts. */
export interface ReadOptions {
  /** How many objects and arrays may stand inside one another. Default 500, never more than 1,000: the stack ends. */
  readonly maxDepth?: number
  /** How many problems are described; further ones are only counted. Default 100. */
  readonly maxProblems?: number
}

/** Values are read, and turned into plain ones, by calls inside calls; twice this depth still fits every stack met. */
const deepest = 1000

/**
 * Reads JSON text into nodes that know their place, at about the cost of `JSON.parse`.
 *
 * Never throws. Trailing, stray and missing commas, comments, raw control characters, single quotes, unquoted keys and
 * words, numbers as other languages write them, bad escapes, a byte-order mark and text behind the root are reported
 * and read over, because there is one sensible reading; anything else is reported and ends the reading there.
 */
export function readJson(text: string, options: ReadOptions = {}): LocatedJson {
  const reader = new Reader(text, Math.min(options.maxDepth ?? 500, deepest), options.maxProblems ?? 100)
  if (text.charCodeAt(0) === 0xfeff) {
    reader.report('byte-order-mark', 0, 1, true)
    reader.at = 1
  }
  const root = readRoot(reader)
  const { problems, unreported, isComplete } = reader
  const read = { text, root, problems, isComplete }
  return unreported === 0 ? read : { ...read, unreportedProblems: unreported }
}

function readRoot(reader: Reader): JsonNode | undefined {
  const { codes, length } = reader
  if (length > 1 && (codes[reader.at] === 0 || codes[reader.at + 1] === 0) && reader.at + 1 < length) {
    reader.giveUp('wrong-encoding', 0, 1, 'UTF-8')
    return undefined
  }
  const code = skipBlank(reader)
  if (code === 0) {
    reader.giveUp('empty-text', 0, length, 'a JSON value')
    return undefined
  }
  const root = readValue(reader, code, undefined, undefined, -1, -1)
  if (root !== undefined && reader.isComplete && skipBlank(reader) !== 0) {
    reader.report('text-after-root', reader.at, length, true, 'the end of the file')
  }
  return root
}
