import { type JsonNode, toValue } from '@sevenstep/located-json'
import * as z from 'zod/mini'

/** Something in a file that its schema does not know. */
export interface ShapeIssue {
  readonly node: JsonNode
  readonly message: 'unknown' | 'type'
  readonly key: string
  /** What should stand there, in words. */
  readonly expected: string
  /** A key that may have been meant, as the end of a sentence; empty when none is near. */
  readonly guess: string
  readonly onKey: boolean
}

const mostIssues = 100

/** Holds what was read against a schema of strict objects; at most a hundred issues, each at its place. `whole` names the file. */
export function shapeIssues(root: JsonNode, schema: z.ZodMiniType, whole: string): readonly ShapeIssue[] {
  const parsed = z.safeParse(schema, toValue(root))
  if (parsed.success) return []
  return parsed.error.issues.slice(0, mostIssues).flatMap((issue) => {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step))
    const node = root.nearest(...path)
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.flatMap((key): ShapeIssue[] => {
        const at = node.member(key)
        if (at === undefined) return []
        return [{ node: at, message: 'unknown', key, expected: '', guess: guessFor(schema, key, path), onKey: true }]
      })
    }
    const key = String(path.findLast((step) => typeof step === 'string') ?? whole)
    return [{ node, message: 'type', key, expected: expectedOf(issue), guess: '', onKey: false }]
  })
}

const words: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

function expectedOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return words[issue.expected] ?? issue.expected
  if (issue.code === 'invalid_value') return `one of ${issue.values.map((value) => `"${String(value)}"`).join(', ')}`
  return 'another value'
}

/** The field whose name is one or two slips away. */
function guessFor(schema: z.ZodMiniType, key: string, path: readonly PropertyKey[]): string {
  const known = keysAt(schema, path)
  const near = known.find((name) => distance(name.toLowerCase(), key.toLowerCase()) <= 2)
  return near === undefined ? '' : `; "${near}" may be meant`
}

function keysAt(whole: z.ZodMiniType, path: readonly PropertyKey[]): readonly string[] {
  let schema: unknown = whole
  for (const step of path) {
    if (typeof step === 'number') continue
    const inner = unwrap(schema)
    schema = inner instanceof z.ZodMiniObject ? inner.def.shape[String(step)] : inner
    const list = unwrap(schema)
    if (list instanceof z.ZodMiniArray) schema = list.def.element
  }
  const last = unwrap(schema)
  return last instanceof z.ZodMiniObject ? Object.keys(last.def.shape) : []
}

function unwrap(schema: unknown): unknown {
  return schema instanceof z.ZodMiniOptional ? schema.def.innerType : schema
}

/** How many letters differ (Levenshtein); long keys are not compared. */
function distance(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 2 || left.length > 40) return 99
  let row = Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let at = 1; at <= left.length; at++) {
    const next = [at]
    for (let to = 1; to <= right.length; to++) {
      const same = left[at - 1] === right[to - 1] ? 0 : 1
      next.push(Math.min((row[to] ?? 0) + 1, (next[to - 1] ?? 0) + 1, (row[to - 1] ?? 0) + same))
    }
    row = next
  }
  return row[right.length] ?? 99
}
