import type { JsonObject, MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, requirement } from '../mutation.ts'
import { propertySchemas, type SchemaSpot } from '../schema-walk.ts'
import { choose } from '../seeded-random.ts'
import { at, below, put } from '../spot.ts'

const ranges: readonly (readonly [id: string, types: readonly string[], keys: JsonObject])[] = [
  ['minimum-above-maximum', ['integer', 'number'], { minimum: 10, maximum: 1 }],
  ['exclusive-maximum-without-maximum', ['integer', 'number'], { exclusiveMaximum: true }],
  ['exclusive-minimum-without-minimum', ['integer', 'number'], { exclusiveMinimum: true }],
  ['multiple-of-zero', ['integer', 'number'], { multipleOf: 0 }],
  ['multiple-of-negative', ['integer', 'number'], { multipleOf: -2 }],
  ['shortest-above-longest', ['string'], { minLength: 10, maxLength: 1 }],
  ['longest-negative', ['string'], { maxLength: -1 }],
  ['shortest-negative', ['string'], { minLength: -1 }],
  ['pattern-not-closed', ['string'], { pattern: '^([a-z]+$' }],
  ['fewest-items-above-most', ['array'], { minItems: 10, maxItems: 1 }],
  ['most-items-negative', ['array'], { maxItems: -1 }],
  ['fewest-properties-negative', ['object'], { minProperties: -1 }],
]
const rangeKeys = [...new Set(ranges.flatMap(([, , keys]) => Object.keys(keys)))]

/** Limits of values that contradict each other or themselves. */
export const schemaRangeRequirements: readonly Mutation[] = ranges.map(([id, types, keys]) =>
  mutation(
    `range-${id}`,
    requirement('requirements.json: schema-number-ranges'),
    ['schema-number-ranges'],
    (connector, random) => {
      const schema = choose(random, unlimited(connector, types))
      if (schema === undefined) return undefined
      const pointers = Object.entries(keys).map(
        ([key, value]) => put(schema, key, value ?? null) ?? below(schema.pointer, key),
      )
      return at(pointers[0], ...pointers.slice(1), schema.pointer)
    },
    { compound: true },
  ),
)

function unlimited(connector: MutableConnector, types: readonly string[]): SchemaSpot[] {
  return propertySchemas(connector, ...types).filter(({ value }) => rangeKeys.every((key) => value[key] === undefined))
}
