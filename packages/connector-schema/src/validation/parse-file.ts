import { escapePointerStep } from '@sevenstep/located-json'
import type * as z from 'zod/mini'
import type { ConnectorProperties } from '../types/connector-properties.ts'
import type { ConnectorSettings } from '../types/connector-settings.ts'
import { propertiesSchema } from './properties-schema.ts'
import { settingsSchema } from './settings-schema.ts'

/** One place in a file that has another shape than it should. */
export interface ShapeProblem {
  /** RFC 6901 pointer to the value; to the object that lacks it, for one that is missing. */
  readonly pointer: string
  /** The member that is missing. */
  readonly missing?: string
  /** What is wrong, in words. */
  readonly message: string
}

/** A value of the shape asked for, or everything that is wrong with it. */
export type ShapeReading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problems: readonly ShapeProblem[] }

/** Reads a plain value as `apiProperties.json`. Never throws; unknown members are kept. */
export function parseProperties(value: unknown): ShapeReading<ConnectorProperties> {
  return parse(propertiesSchema, value)
}

/** Reads a plain value as `settings.json`. Never throws; unknown members are kept. */
export function parseSettings(value: unknown): ShapeReading<ConnectorSettings> {
  return parse(settingsSchema, value)
}

function parse<Value>(schema: z.ZodMiniType<Value>, value: unknown): ShapeReading<Value> {
  const result = schema.safeParse(value)
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, problems: result.error.issues.map((issue) => shapeProblem(issue, value)) }
}

function shapeProblem(issue: z.core.$ZodIssue, value: unknown): ShapeProblem {
  const path = issue.path.map(String)
  const last = path.at(-1)
  const holder = valueAt(value, path.slice(0, -1))
  const message = messageOf(issue)
  if (last === undefined || typeof holder !== 'object' || holder === null || Object.hasOwn(holder, last)) {
    return { pointer: pointerOf(path), message }
  }
  return { pointer: pointerOf(path.slice(0, -1)), missing: last, message: `"${last}" is missing: ${message}` }
}

function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `expected ${issue.expected}`
  if (issue.code === 'invalid_value')
    return `expected ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`
  if (issue.code !== 'invalid_union') return issue.message || issue.code
  const expected = issue.errors.flatMap((branch) => branch.filter((inner) => inner.path.length === 0).map(messageOf))
  return [...new Set(expected)].join(', or ') || 'none of the shapes allowed here'
}

function pointerOf(path: readonly string[]): string {
  return path.map((step) => `/${escapePointerStep(step)}`).join('')
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let current = value
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined
    current = Object.getOwnPropertyDescriptor(current, step)?.value
  }
  return current
}
