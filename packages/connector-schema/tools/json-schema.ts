/** A JSON Schema, draft 7. */
export interface JsonSchema {
  readonly [key: string]: unknown
}

/** Text, with what editors show beside it. */
export function text(description: string): JsonSchema {
  return { type: 'string', description }
}

export function truth(description: string): JsonSchema {
  return described({ type: 'boolean' }, description)
}

export function whole(description: string): JsonSchema {
  return { type: 'integer', description }
}

/** Anything at all. */
export function open(description: string): JsonSchema {
  return { description }
}

/** One of these texts. */
export function oneOf(values: readonly string[], description: string): JsonSchema {
  return { type: 'string', enum: [...values], description }
}

export function listOf(items: JsonSchema, description: string): JsonSchema {
  return { type: 'array', items, description }
}

/** An object with names of the author's choosing; names that begin with x- are extensions and may be anything. */
export function mapOf(values: JsonSchema, description: string): JsonSchema {
  return { type: 'object', patternProperties: { '^(?!x-)': values }, description }
}

/** An object with known members; others are allowed: a misspelt one is for the check to find, with a suggestion. */
export function object(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
  description = '',
): JsonSchema {
  return described(
    { type: 'object', properties, ...(required.length === 0 ? {} : { required: [...required] }) },
    description,
  )
}

/** A named part of the same file. */
export function ref(name: string): JsonSchema {
  return { $ref: `#/definitions/${name}` }
}

function described(schema: JsonSchema, description: string): JsonSchema {
  return description === '' ? schema : { ...schema, description }
}
