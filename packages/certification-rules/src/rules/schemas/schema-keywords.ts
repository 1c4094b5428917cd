import { formats as designerFormats, type Schema } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { nearestWord } from '../texts/nearest-word.ts'

/** Formats the published schema of connector definitions lists. */
const formats: ReadonlySet<string> = new Set(designerFormats)

/** What is written in place of a listed format, and which one is meant. */
const meantFormats: ReadonlyMap<string, string> = new Map([
  ['guid', 'uuid'],
  ['url', 'uri'],
  ['datetime', 'date-time'],
  ['base64', 'byte'],
  ['decimal', 'double'],
])

/** Keywords of JSON Schema and OpenAPI 3 that connectors do not support. */
const unsupported: readonly string[] = [
  'oneOf',
  'anyOf',
  'not',
  'nullable',
  'patternProperties',
  'const',
  'if',
  'then',
  'else',
  '$defs',
  'writeOnly',
  'deprecated',
  'examples',
  'contentEncoding',
  'contentMediaType',
  'propertyNames',
  'contains',
  'additionalItems',
  'dependencies',
]

const schemaKeys: readonly string[] = [
  '$ref',
  'additionalProperties',
  'allOf',
  'default',
  'description',
  'discriminator',
  'enum',
  'example',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'externalDocs',
  'format',
  'items',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'pattern',
  'properties',
  'readOnly',
  'required',
  'title',
  'type',
  'uniqueItems',
  'xml',
]
const notUnknown: ReadonlySet<string> = new Set([...schemaKeys, ...unsupported])

/** Which keywords and formats a schema uses. */
export const schemaKeywords = defineRuleFamily({
  id: 'schema-keywords',
  rules: {
    'schema-known-keywords': {
      title: 'A schema has only keywords of OpenAPI 2.0 and extensions.',
      mend: 'proposed',
      messages: {
        found: {
          what: '"{key}" is not a keyword of a schema.',
          why: 'What it is meant to say is not understood, and the validator refuses keys it does not know.',
          fix: 'Remove it, or correct its spelling. Notes of your own may stand in a key that starts with "x-".',
        },
        misspelt: {
          what: '"{key}" is not a keyword of a schema; "{meant}" is.',
          why: 'What it is meant to say is not understood, and the validator refuses keys it does not know.',
          fix: 'Write "{meant}".',
        },
      },
    },
    'schema-no-unsupported-keywords': {
      title: 'A schema uses no keywords of JSON Schema or OpenAPI 3 that connectors do not support.',
      messages: {
        found: {
          what: 'Connectors do not support "{key}".',
          why: 'It belongs to OpenAPI 3 or JSON Schema; the definition is refused when the connector is created.',
          fix: 'Describe the one shape makers will meet, in the keywords of OpenAPI 2.0.',
        },
      },
    },
    'schema-allof': {
      title: 'Schemas are written out instead of put together with "allOf".',
      messages: {
        found: {
          what: 'The schema is put together with "allOf".',
          why: 'It is accepted, but the validator warns about it and the designer may show some fields twice or not at all.',
          fix: 'Write the properties of all parts into one schema.',
        },
      },
    },
    'schema-format-known': {
      title: 'The format is one that connectors know.',
      mend: 'proposed',
      messages: {
        found: {
          what: '"{format}" is not a format that connectors know.',
          why: 'The designer treats the value as if it had no format, and the validator remarks on it.',
          fix: 'Leave "format" out, or use one of {known}.',
        },
      },
    },
  },
  check(context) {
    const { report } = context
    const refuse = (value: JsonNode, { place }: Schema): void => {
      if (place !== 'parameter')
        report('schema-no-unsupported-keywords', value, { onKey: true, data: { key: value.key ?? '' } })
    }
    return {
      schema: (schema) => checkKeys(context, schema),
      schemaKeyword: {
        ...Object.fromEntries(unsupported.map((key) => [key, refuse])),
        allOf: (value) => report('schema-allof', value, { onKey: true }),
        format(value) {
          // An empty one is an empty string like any other, which another rule is about.
          if (typeof value.value === 'string' && value.value !== '' && !formats.has(value.value)) {
            const known = 'int32, int64, float, double, date, date-time, uuid, uri, email and byte'
            report('schema-format-known', value, { data: { format: value.value, known } })
          }
        },
      },
    }
  },
  mends: {
    'schema-known-keywords': ({ node, data, edit }) => {
      if (node !== undefined && data.meant !== undefined) edit.rename(node, String(data.meant))
    },
    'schema-format-known': ({ node, edit }) => {
      if (node === undefined) return
      const meant = meantFormats.get(String(node.value).toLowerCase()) ?? String(node.value).toLowerCase()
      if (formats.has(meant)) edit.set(node, meant)
    },
  },
})

function checkKeys({ report }: CheckContext, { node, place }: Schema): void {
  if (place === 'parameter' || place === 'header') return
  for (const child of node.children) {
    const { key } = child
    if (key === undefined || notUnknown.has(key) || key.startsWith('x-')) continue
    const meant = nearestWord(key, schemaKeys)
    if (meant === undefined || node.member(meant) !== undefined)
      report('schema-known-keywords', child, { onKey: true, data: { key } })
    else report('schema-known-keywords', child, { message: 'misspelt', onKey: true, data: { key, meant } })
  }
}
