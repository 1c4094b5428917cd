import type { ConnectorFile, JsonValue, MutableConnector } from '../mutable-connector.ts'
import { type Mutation, type MutationSetting, mutation, requirement } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { below, drop, put, type Spot } from '../spot.ts'

/** The objects of a connector that a defect fits. */
export type Places = (connector: MutableConnector) => readonly Spot[]

/** What a key is set to: a value, or one made from the object it goes into. */
export type NewValue = JsonValue | ((place: Spot) => JsonValue)

/** Where the defect lies when that is not the definition, and what else limits it. */
export interface ChangeSetting extends MutationSetting {
  readonly file?: ConnectorFile
  /** Keys from the changed value down to the part of it that is wrong: the place to be sent to. */
  readonly within?: readonly (string | number)[]
  /** Another key of the same object that may be at fault as well as this one. */
  readonly beside?: string
}

/** Sets one key of one fitting object; the defect is at the key or in its value, or as rightly at its object. */
export function changed(
  id: string,
  rules: readonly string[],
  places: Places,
  key: string,
  value: NewValue,
  { file = 'definition', within = [], beside, ...setting }: ChangeSetting = {},
): Mutation {
  return mutation(
    id,
    requirement(`requirements.json: ${rules[0]}`),
    rules,
    (connector, random) => {
      const fitting = places(connector).filter((place) => !isSame(place.value[key], made(value, place)))
      const place = choose(random, fitting)
      if (place === undefined) return undefined
      put(place, key, made(value, place))
      const pointer = below(place.pointer, key)
      const others = beside === undefined ? [pointer] : [pointer, below(place.pointer, beside)]
      const alternatives = [...others, place.pointer].map((other) => ({ file, pointer: other }))
      return { file, pointer: within.length === 0 ? pointer : below(pointer, ...within), alternatives }
    },
    setting,
  )
}

/** Removes one key of one fitting object; the defect is at the object that lacks it now. */
export function removed(
  id: string,
  rules: readonly string[],
  places: Places,
  key: string,
  { file = 'definition', ...setting }: ChangeSetting = {},
): Mutation {
  return mutation(
    id,
    requirement(`requirements.json: ${rules[0]}`),
    rules,
    (connector, random) => {
      const place = choose(
        random,
        places(connector).filter(({ value }) => Object.hasOwn(value, key)),
      )
      const pointer = drop(place, key)
      return pointer === undefined ? undefined : { file, pointer }
    },
    setting,
  )
}

/** Puts one more item at the end of an array of some fitting object. */
export function appended(
  id: string,
  rules: readonly string[],
  places: Places,
  key: string,
  value: NewValue,
  { file = 'definition', within = [], ...setting }: ChangeSetting = {},
): Mutation {
  return mutation(
    id,
    requirement(`requirements.json: ${rules[0]}`),
    rules,
    (connector, random) => {
      const place = choose(
        random,
        places(connector).filter((one) => Array.isArray(one.value[key])),
      )
      const array = place?.value[key]
      if (place === undefined || !Array.isArray(array)) return undefined
      array.push(made(value, place))
      const pointer = below(place.pointer, key)
      const item = below(pointer, array.length - 1)
      const alternatives = [item, pointer, place.pointer].map((other) => ({ file, pointer: other }))
      return { file, pointer: within.length === 0 ? item : below(item, ...within), alternatives }
    },
    setting,
  )
}

/** Only the places for which the test holds. */
export function where(places: Places, fits: (place: Spot) => boolean): Places {
  return (connector) => places(connector).filter(fits)
}

function made(value: NewValue, place: Spot): JsonValue {
  return typeof value === 'function' ? value(place) : structuredClone(value)
}

function isSame(left: JsonValue | undefined, right: JsonValue): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
