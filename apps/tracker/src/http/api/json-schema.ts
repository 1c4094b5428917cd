import { type ZodType, z } from 'zod'
import type { FieldProblem } from '../../domain/failure.ts'

/** A schema of JSON Schema 2020-12, which OpenAPI 3.1 takes as it is. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
  readonly type?: string
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly oneOf?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly additionalProperties?: boolean | JsonSchema
}

/** What a schema takes, as JSON Schema; objects take no properties beside their own. */
export function inputSchemaOf(schema: ZodType): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  // Made by zod for JSON Schema 2020-12; its own type is wider.
  return closed(made as JsonSchema)
}

/** The same object without some of its properties. */
export function without(schema: JsonSchema, names: readonly string[]): JsonSchema {
  const kept = Object.entries(schema.properties ?? {}).filter(([name]) => !names.includes(name))
  const required = (schema.required ?? []).filter((name) => !names.includes(name))
  return {
    type: 'object',
    properties: Object.fromEntries(kept),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  }
}

/** Whole numbers without a range get zod's widest one, which says nothing to a reader. */
function isWidest(keyword: string, value: unknown): boolean {
  return (keyword === 'minimum' || keyword === 'maximum') && Math.abs(Number(value)) === Number.MAX_SAFE_INTEGER
}

function closed(schema: JsonSchema): JsonSchema {
  const copy: Record<string, unknown> = {}
  for (const [keyword, value] of Object.entries(schema)) if (!isWidest(keyword, value)) copy[keyword] = value
  if (schema.properties !== undefined) {
    copy.properties = Object.fromEntries(Object.entries(schema.properties).map(([name, one]) => [name, closed(one)]))
    copy.additionalProperties = false
  }
  if (typeof schema.additionalProperties === 'object') copy.additionalProperties = closed(schema.additionalProperties)
  if (schema.items !== undefined) copy.items = closed(schema.items)
  if (schema.oneOf !== undefined) copy.oneOf = schema.oneOf.map(closed)
  if (schema.anyOf !== undefined) copy.anyOf = schema.anyOf.map(closed)
  return copy
}

/** The fields of a value that its schema does not know, by their path. What else is wrong is for the verb to say. */
export function unknownFields(schema: JsonSchema, value: unknown, path: readonly string[] = []): FieldProblem[] {
  if (Array.isArray(value)) {
    const { items } = schema
    return items === undefined ? [] : value.flatMap((one, index) => unknownFields(items, one, [...path, String(index)]))
  }
  if (typeof value !== 'object' || value === null) return []
  const options = schema.oneOf ?? schema.anyOf
  if (options !== undefined) {
    const chosen = options.find((option) => fitsConstants(option, value))
    return chosen === undefined ? [] : unknownFields(chosen, value, path)
  }
  const { properties, additionalProperties } = schema
  if (properties === undefined && typeof additionalProperties !== 'object') return []
  return Object.entries(value).flatMap(([name, one]) => {
    const known =
      properties !== undefined && Object.hasOwn(properties, name)
        ? properties[name]
        : typeof additionalProperties === 'object'
          ? additionalProperties
          : undefined
    if (known !== undefined) return unknownFields(known, one, [...path, name])
    return {
      field: [...path, name].join('.'),
      message: { en: 'This field is not known here.', nl: 'Dit veld is hier niet bekend.' },
    }
  })
}

/** Of several forms, the one whose constants the value has; a form without constants fits any object. */
function fitsConstants({ properties, type }: JsonSchema, value: object): boolean {
  if (type !== undefined && type !== 'object') return false
  return Object.entries(properties ?? {}).every(
    ([name, { const: constant }]) => constant === undefined || Reflect.get(value, name) === constant,
  )
}
