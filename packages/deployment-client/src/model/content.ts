import { createHash } from 'node:crypto'

/** JSON as it is compared, shown and kept. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
/** A JSON object. */
export interface JsonObject {
  readonly [key: string]: Json
}

/** The SHA-256 of bytes, in hexadecimal digits. */
export function hashBytes(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The SHA-256 of JSON whatever the order of its keys. */
export function contentHash(content: Json): string {
  return hashBytes(JSON.stringify(sorted(content)))
}

/** Whether two are equal whatever the order of their keys. */
export function isSameContent(left: Json, right: Json): boolean {
  return JSON.stringify(sorted(left)) === JSON.stringify(sorted(right))
}

/** JSON with its keys in order, for text that is compared by line. */
export function sorted(content: Json): Json {
  if (isList(content)) return content.map(sorted)
  if (!isObject(content)) return content
  return Object.fromEntries(
    Object.keys(content)
      .sort()
      .map((key) => [key, sorted(content[key] ?? null)]),
  )
}

/** Whether JSON is an object. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether JSON is a list; `Array.isArray` alone does not see read-only lists. */
export function isList(value: unknown): value is readonly Json[] {
  return Array.isArray(value)
}

/**
 * Takes anything that came from `JSON.parse` or a schema as JSON: what JSON cannot hold is left out, as
 * `JSON.stringify` does.
 */
export function toJson(value: unknown): Json {
  if (value === undefined) return null
  // JSON.parse gives JSON by definition; TypeScript calls it any.
  const json: Json = JSON.parse(JSON.stringify(value))
  return json
}

/** As {@link toJson}, for what has to be an object; an empty one where it is none. */
export function toJsonObject(value: unknown): JsonObject {
  const json = toJson(value)
  return isObject(json) ? json : {}
}
