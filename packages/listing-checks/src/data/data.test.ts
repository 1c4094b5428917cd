import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { offerJsonSchema, offerSchema } from '../offer/offer-schema.ts'
import { faultlessOffers } from '../testing/given-offer.ts'
import { type FieldLimit, fieldLimits } from './field-limits.ts'
import { countryCodes } from './markets.ts'
import { sources } from './sources.ts'

const limits: readonly (readonly [string, FieldLimit])[] = Object.entries(fieldLimits)

test.each(limits)(
  'the limit of %s is of a field that exists, from a source that is known',
  (_, { path, source, unit, current }) => {
    expect(Object.keys(sources)).toContain(source)
    let schema: unknown = offerJsonSchema()
    for (const key of path) {
      const holder = Object(schema)
      schema = Object((holder.items ?? holder).properties)[key]
    }
    // What editors are told is what the rules of today judge by.
    expect(Object(schema)[unit === 'characters' ? 'maxLength' : 'maxItems']).toBe(current)
  },
)

test('faultless offers fit the schema', () => {
  for (const offer of Object.values(faultlessOffers)) expect(z.safeParse(offerSchema, offer).success).toBe(true)
})

test('there are codes of all countries, GB among them and UK not', () => {
  expect(countryCodes.size).toBe(250)
  expect(countryCodes.has('GB')).toBe(true)
  expect(countryCodes.has('UK')).toBe(false)
})
