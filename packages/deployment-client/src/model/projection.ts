import { isList, isObject, type Json } from './content.ts'

/**
 * What is there, seen through what is wanted: keys that nobody asked for are left out, as targets add their own. Lists
 * of another length are left as they are, so that they differ.
 */
export function projectOnto(actual: Json, wanted: Json): Json {
  if (isObject(actual) && isObject(wanted)) {
    return Object.fromEntries(
      Object.keys(wanted).flatMap((key) => {
        const part = actual[key]
        return part === undefined ? [] : [[key, projectOnto(part, wanted[key] ?? null)]]
      }),
    )
  }
  if (isList(actual) && isList(wanted) && actual.length === wanted.length) {
    return actual.map((part, index) => projectOnto(part, wanted[index] ?? null))
  }
  return actual
}
