import { type ZodType, z } from 'zod'
import type { JsonSchema } from './json-schema.ts'

/** The schemas of what the API answers, by the name under which its document has them. */
const schemas = z.registry<{ id: string }>()

/** Gives a schema its name in the document. Names are unique. */
export function named<Schema extends ZodType>(id: string, schema: Schema): Schema {
  schemas.add(schema, { id })
  return schema
}

/** Points at a named schema. */
export function reference(schema: ZodType): JsonSchema {
  const id = schemas.get(schema)?.id
  if (id === undefined) throw new Error('A schema of the API has no name.')
  return { $ref: addressOf(id) }
}

/** Every named schema as JSON Schema. */
export function componentSchemas(): Readonly<Record<string, JsonSchema>> {
  const made = z.toJSONSchema(schemas, { io: 'output', uri: addressOf }).schemas
  return Object.fromEntries(
    Object.entries(made).map(([id, { $schema: _, $id: __, ...schema }]) => [id, withoutRanges(schema) as JsonSchema]),
  )
}

function addressOf(id: string): string {
  return `#/components/schemas/${id}`
}

/** Zod gives whole numbers the range of what JavaScript counts exactly. */
function withoutRanges(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutRanges)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, one]) => !(/^m(in|ax)imum$/.test(name) && Math.abs(Number(one)) === Number.MAX_SAFE_INTEGER))
      .map(([name, one]) => [name, withoutRanges(one)]),
  )
}

/** What may be given for an answer: moments also as `Date`, which JSON writes as the same string. */
export type Wire<Value> = Value extends string
  ? Value | Date
  : Value extends readonly (infer One)[]
    ? readonly Wire<One>[]
    : Value extends object
      ? { readonly [Key in keyof Value]: Wire<Value[Key]> }
      : Value

/**
 * The answer as it is sent: exactly the fields that the schema names. What a read gives beyond them stays here, so a
 * column added to a table is not published by accident.
 */
export function answered<Schema extends ZodType>(schema: Schema, value: Wire<z.input<Schema>>): z.output<Schema> {
  const { data, error } = schema.safeParse(JSON.parse(JSON.stringify(value)))
  if (error !== undefined) throw new Error('An answer of the API is not what its document says.', { cause: error })
  return data
}

/** A moment in UTC. */
export const moment = z.iso.datetime()
/** A day without a time. */
export const day = z.iso.date()
/** A sentence in both languages. */
export const text = named('Text', z.object({ en: z.string(), nl: z.string() }))
/** Counts up with each change; in quotes it is the `ETag` of the row. */
export const version = z.int().meta({ description: 'Counts up with each change; in quotes it is the ETag.' })
/** A person, or null in the name where the tracker itself acted. */
export const person = named('Person', z.object({ id: z.string(), name: z.string().nullable() }))
