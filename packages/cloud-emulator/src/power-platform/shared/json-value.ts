/** Any JSON. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue }

/** A body's object taken as JSON; it was parsed from JSON, which the schemas' `unknown` no longer says. */
export function asJsonObject(value: object | undefined): Record<string, JsonValue> {
  return (value ?? {}) as Record<string, JsonValue>
}
