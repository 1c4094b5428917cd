import type { JsonNode } from '@sevenstep/located-json'

/** True when a value is of a declared type; unknown types fit everything. */
export function fitsType(value: JsonNode, type: string | undefined): boolean {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'array':
    case 'object':
    case 'number':
      return value.kind === type
    case 'integer':
      return value.kind === 'number' && Number.isInteger(value.value)
    default:
      return true
  }
}

/** The same value in the declared type, when that loses nothing: `"5"` as 5, 5 as `"5"`, `"true"` as true. */
export function asType(value: JsonNode, type: string | undefined): string | number | boolean | undefined {
  const given = value.value
  if (type === 'string') return typeof given === 'number' || typeof given === 'boolean' ? String(given) : undefined
  if (typeof given !== 'string') return undefined
  if (type === 'boolean') return given === 'true' ? true : given === 'false' ? false : undefined
  if (type !== 'integer' && type !== 'number') return undefined
  const number = Number(given)
  const isExact = given !== '' && String(number) === given && (type === 'number' || Number.isSafeInteger(number))
  return isExact && Number.isFinite(number) ? number : undefined
}
