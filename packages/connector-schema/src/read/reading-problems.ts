import type { JsonProblem, JsonProblemCode } from '@sevenstep/located-json'
import { type Connector, jsonFilesOf } from './connector.ts'
import type { JsonFile } from './text-file.ts'

/** The rules of certification that speak about how a file is written, not about what it says. */
export type ReadingRule =
  | 'file-json-valid'
  | 'file-json-no-comments'
  | 'file-json-no-duplicate-keys'
  | 'file-json-no-bom'
  | 'file-json-utf8'

/** One thing that was wrong with the way a file is written. */
export interface ReadingProblem {
  /** The rule it breaks. */
  readonly rule: ReadingRule
  /** What the reader calls it; `not-object` for a file whose outermost value is no object. */
  readonly problem: JsonProblemCode | 'not-object'
  /** The connector's file. */
  readonly path: string
  /** Where it stands, in UTF-16 code units. */
  readonly start: number
  readonly end: number
  /** What a message may say: what was found, what was expected, where the first of two equal keys stands. */
  readonly data: {
    readonly found: string
    readonly expected: string
    readonly first?: number
    /** False when what follows in the file could not be read: then nothing in it can be said to be missing. */
    readonly isRecovered: boolean
    /** On the last problem of a file: how many more there were. */
    readonly more?: number
  }
}

const rules: Readonly<Partial<Record<JsonProblemCode, ReadingRule>>> = {
  comment: 'file-json-no-comments',
  'duplicate-key': 'file-json-no-duplicate-keys',
  'byte-order-mark': 'file-json-no-bom',
  'wrong-encoding': 'file-json-utf8',
}

/**
 * What was wrong with the way a connector's JSON files are written, by file and place. Files that are missing or could not be
 * opened are not here: see the connector's `presence`.
 */
export function readingProblems(connector: Connector): readonly ReadingProblem[] {
  const files = jsonFilesOf(connector)
  return [...files.flatMap(encodingProblem), ...files.flatMap(jsonProblems)]
}

function encodingProblem(file: JsonFile): ReadingProblem[] {
  if (file.isUtf8) return []
  const start = file.firstInvalid ?? 0
  const end = Math.min(start + 1, file.text.length)
  const data = { found: file.text.slice(start, end), expected: 'UTF-8', isRecovered: true }
  return [{ rule: 'file-json-utf8', problem: 'wrong-encoding', path: file.path, start, end, data }]
}

function jsonProblems(file: JsonFile): ReadingProblem[] {
  const { problems, root, unreportedProblems = 0 } = file.json
  // The mark of a UTF-16 file is part of its encoding, which is reported already; so is every blank behind it.
  const own = file.isUtf8
    ? problems
    : problems.filter((problem) => rules[problem.code] === undefined || problem.start > 0)
  const found = own.map((problem, at) => readingProblem(file, problem, at === own.length - 1 ? unreportedProblems : 0))
  if (root === undefined || root.kind === 'object') return found
  const data = { found: root.kind, expected: 'an object', isRecovered: true }
  const place = { path: file.path, start: root.start, end: root.end }
  return [...found, { rule: 'file-json-valid', problem: 'not-object', ...place, data }]
}

function readingProblem(file: JsonFile, problem: JsonProblem, more: number): ReadingProblem {
  const { code, start, end, found, expected, isRecovered, first } = problem
  return {
    rule: rules[code] ?? 'file-json-valid',
    problem: code,
    path: file.path,
    start,
    end,
    data: { found, expected, isRecovered, ...(first === undefined ? {} : { first }), ...(more === 0 ? {} : { more }) },
  }
}
