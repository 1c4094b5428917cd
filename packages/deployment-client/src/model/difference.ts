import { createPatch } from 'diff'
import { isObject, type Json, type JsonObject, sorted } from './content.ts'

/** What would change, so that a person can read it. */
export interface Difference {
  /** Dotted places that differ, with their values where those are short: `state: off → on`. */
  readonly summary: readonly string[]
  /** A unified difference of both as sorted JSON. */
  readonly text: string
}

const maxValue = 60
const maxPlaces = 12

/** The difference between what is there and what is wanted; nothing where they are equal. */
export function differenceOf(actual: Json, wanted: Json): Difference | undefined {
  const before = print(actual)
  const after = print(wanted)
  if (before === after) return undefined
  const places: string[] = []
  collect(actual, wanted, '', places)
  const rest = places.length - maxPlaces
  return {
    summary: rest > 1 ? [...places.slice(0, maxPlaces), `and ${rest} more places`] : places,
    text: patchOf(before, after),
  }
}

/**
 * The part of what is wanted that the target shows at all: keys that the target never gives back cannot be compared
 * with it.
 */
export function visibleIn(wanted: JsonObject, actual: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(wanted).filter(([key]) => key in actual))
}

function patchOf(before: string, after: string): string {
  const patch = createPatch('content', before, after, 'in the target', 'wanted', { context: 2 })
  return patch.split('\n').slice(4).join('\n').trimEnd()
}

function print(content: Json): string {
  return `${JSON.stringify(sorted(content), undefined, 2)}\n`
}

function collect(actual: Json | undefined, wanted: Json | undefined, path: string, places: string[]): void {
  if (isObject(actual) && isObject(wanted)) {
    const keys = [...new Set([...Object.keys(actual), ...Object.keys(wanted)])].sort()
    for (const key of keys) collect(actual[key], wanted[key], path === '' ? key : `${path}.${key}`, places)
    return
  }
  if (print(actual ?? null) === print(wanted ?? null) && (actual === undefined) === (wanted === undefined)) return
  places.push(`${path === '' ? 'content' : path}: ${short(actual)} → ${short(wanted)}`)
}

function short(value: Json | undefined): string {
  if (value === undefined) return '(nothing)'
  const text = JSON.stringify(value)
  return text.length > maxValue ? `${text.slice(0, maxValue - 1)}…` : text
}
