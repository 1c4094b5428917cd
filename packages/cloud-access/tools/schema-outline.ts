import { z } from 'zod'

type JsonSchema = Exclude<z.core.JSONSchema._JSONSchema, boolean>

/** Below this, an outline says less than the code. */
const deepest = 5

/** A schema as a table of its properties, nested ones with dots. */
export function schemaOutline(schema: z.ZodType, direction: 'input' | 'output'): string[] {
  const json: JsonSchema = z.toJSONSchema(schema, { io: direction, unrepresentable: 'any', reused: 'inline' })
  const rows = propertyRows(json, '', 0)
  if (rows.length > 0)
    return [
      '| property | type | |',
      '| --- | --- | --- |',
      ...rows.map(({ name, type, optional }) => `| \`${name}\` | ${type} | ${optional ? 'may be missing' : ''} |`),
    ]
  return [wholeOf(schema, json)]
}

function wholeOf(schema: z.ZodType, json: JsonSchema): string {
  if (json.format === 'binary') return 'Bytes.'
  if (schema instanceof z.ZodUndefined) return 'No body.'
  const type = typeOf(json)
  return type === 'any' ? 'Not described, or no body.' : `${type.charAt(0).toUpperCase()}${type.slice(1)}.`
}

interface Row {
  readonly name: string
  readonly type: string
  readonly optional: boolean
}

function propertyRows(json: JsonSchema, prefix: string, depth: number): Row[] {
  if (depth > deepest) return []
  const inner = innermost(json)
  const required = new Set(inner.schema.required ?? [])
  const own = Object.entries(inner.schema.properties ?? {}).flatMap(([key, value]): Row[] => {
    if (typeof value === 'boolean') return []
    const name = `${prefix}${inner.mark}${prefix === '' && inner.mark === '' ? '' : '.'}${key}`
    return [{ name, type: typeOf(value), optional: !required.has(key) }, ...propertyRows(value, name, depth + 1)]
  })
  return own
}

/** The object within arrays and maps, and how the step into it is written. */
function innermost(json: JsonSchema): { readonly schema: JsonSchema; readonly mark: string } {
  const alternative = json.anyOf?.find((one): one is JsonSchema => typeof one !== 'boolean' && one.type !== 'null')
  if (alternative !== undefined && json.properties === undefined) return innermost(alternative)
  if (json.type === 'array' && typeof json.items === 'object' && !Array.isArray(json.items)) {
    const { schema, mark } = innermost(json.items)
    return { schema, mark: `[]${mark}` }
  }
  const values = json.additionalProperties
  if (json.properties === undefined && typeof values === 'object' && Object.keys(values).length > 0) {
    const { schema, mark } = innermost(values)
    return { schema, mark: `.{key}${mark}` }
  }
  return { schema: json, mark: '' }
}

function typeOf(json: JsonSchema): string {
  if (json.format === 'binary') return 'bytes'
  if (json.const !== undefined) return `\`${json.const}\``
  if (json.enum !== undefined) return json.enum.map((value) => `\`${value}\``).join(', ')
  if (json.anyOf !== undefined)
    return [...new Set(json.anyOf.map((one) => (typeof one === 'boolean' ? 'any' : typeOf(one))))].join(' or ')
  if (json.type === 'array')
    return typeof json.items === 'object' && !Array.isArray(json.items) ? `list of ${typeOf(json.items)}` : 'list'
  return Array.isArray(json.type) ? json.type.join(' or ') : (json.type ?? 'any')
}
