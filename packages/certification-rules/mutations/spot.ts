import { isObject, type JsonObject, type JsonValue } from './mutable-connector.ts'
import type { PlantedDefect } from './mutation.ts'

/** A JSON object together with its pointer in the file it stands in. */
export interface Spot {
  readonly pointer: string
  readonly value: JsonObject
}

/** The pointer of a key or an index below another pointer (RFC 6901). */
export function below(pointer: string, ...keys: readonly (string | number)[]): string {
  return [pointer, ...keys.map((key) => String(key).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/')
}

/** The object reached over the keys, or undefined when one is missing or no object stands at the end. */
export function child(spot: Spot | undefined, ...keys: readonly (string | number)[]): Spot | undefined {
  if (spot === undefined) return undefined
  let value: JsonValue | undefined = spot.value
  for (const key of keys) {
    if (Array.isArray(value)) value = value[Number(key)]
    else if (isObject(value) && Object.hasOwn(value, key)) value = value[key]
    else return undefined
  }
  return isObject(value) ? { pointer: below(spot.pointer, ...keys), value } : undefined
}

/** The objects directly in the object or array under the key. */
export function children(spot: Spot | undefined, key: string): { readonly key: string; readonly spot: Spot }[] {
  const container = spot?.value[key]
  if (spot === undefined || typeof container !== 'object' || container === null) return []
  return Object.entries(container).flatMap(([name, value]) =>
    isObject(value) ? [{ key: name, spot: { pointer: below(spot.pointer, key, name), value } }] : [],
  )
}

/** Sets a key and answers its pointer. Keys keep their place; new ones go last. */
export function put(spot: Spot | undefined, key: string, value: JsonValue): string | undefined {
  if (spot === undefined) return undefined
  spot.value[key] = value
  return below(spot.pointer, key)
}

/** Removes a key and answers the pointer of the object that lacks it now; undefined when it was not there. */
export function drop(spot: Spot | undefined, key: string): string | undefined {
  if (spot === undefined || !Object.hasOwn(spot.value, key)) return undefined
  delete spot.value[key]
  return spot.pointer
}

/** Gives a key another name in the same position and answers the pointer of its value. */
export function rename(spot: Spot | undefined, from: string, to: string): string | undefined {
  if (spot === undefined || !Object.hasOwn(spot.value, from) || Object.hasOwn(spot.value, to)) return undefined
  const entries = Object.entries(spot.value)
  for (const key of Object.keys(spot.value)) delete spot.value[key]
  for (const [key, value] of entries) spot.value[key === from ? to : key] = value
  return below(spot.pointer, to)
}

/** The string under the key, or undefined when there is none or it is empty. */
export function text(spot: Spot | undefined, key: string): string | undefined {
  const value = spot?.value[key]
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** The array under the key, or undefined. */
export function list(spot: Spot | undefined, key: string): JsonValue[] | undefined {
  const value = spot?.value[key]
  return Array.isArray(value) ? value : undefined
}

/** A defect in the definition that may be reported at the first pointer or, as rightly, at one of the others. */
export function at(pointer: string | undefined, ...alternatives: readonly string[]): PlantedDefect | undefined {
  if (pointer === undefined) return undefined
  return {
    file: 'definition',
    pointer,
    alternatives: alternatives.map((other) => ({ file: 'definition', pointer: other })),
  }
}

/** A defect in apiProperties.json that may be reported at the first pointer or, as rightly, at one of the others. */
export function atProperties(
  pointer: string | undefined,
  ...alternatives: readonly string[]
): PlantedDefect | undefined {
  if (pointer === undefined) return undefined
  return {
    file: 'properties',
    pointer,
    alternatives: alternatives.map((other) => ({ file: 'properties', pointer: other })),
  }
}
