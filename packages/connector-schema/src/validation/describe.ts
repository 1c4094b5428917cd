import * as z from 'zod/mini'

/** What editors show beside a value. */
export interface SchemaNote {
  readonly description: string
}

/** The notes of all schemas here, kept apart from zod's own registry, which belongs to the whole program. */
export const schemaNotes = z.registry<SchemaNote>()

/** Gives a schema its note. */
export function describe<Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema {
  schemaNotes.add(schema, { description })
  return schema
}

/** A member that may be absent, with its note. */
export function optional<Schema extends z.ZodMiniType>(
  schema: Schema,
  description: string,
): z.ZodMiniExactOptional<Schema> {
  return z.exactOptional(describe(schema, description))
}
