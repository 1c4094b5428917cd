import type { Schema } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { isCutOff } from '../cut-off.ts'

const types: ReadonlySet<string> = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'file'])

/** Keys that say what a property is when `type` does not. */
const telling: ReadonlySet<string> = new Set([
  'type',
  '$ref',
  'allOf',
  'x-ms-dynamic-schema',
  'x-ms-dynamic-properties',
])

/** What kind of value a schema describes: its `type`, and `items` for arrays. */
export const schemaTypes = defineRuleFamily({
  id: 'schema-types',
  rules: {
    'schema-type-valid': {
      title: 'The type of a schema is one of the JSON types, by its name.',
      messages: {
        found: {
          what: '"{type}" is not a type of OpenAPI 2.0.',
          why: 'The designer does not know which field to show, and the definition is refused.',
          fix: 'Use one of string, number, integer, boolean, array and object.',
        },
        list: {
          what: 'The schema has a list of types.',
          why: 'OpenAPI 2.0 allows one type; a list comes from newer versions and is refused.',
          fix: 'Name the one type makers will see. Leave an optional property out of "required" instead of adding "null".',
        },
        kind: {
          what: 'The type is not given as text.',
          why: 'Without the name of a type the definition is refused.',
          fix: 'Use one of string, number, integer, boolean, array and object.',
        },
      },
    },
    'schema-array-items-present': {
      title: 'An array says what its items are.',
      messages: {
        found: {
          what: 'The array has no "items".',
          why: 'Makers can neither fill the list nor use what comes back in it, and the validator refuses it.',
          fix: 'Add "items" with the schema of one item.',
        },
      },
      deviation: 'No mend: only the author knows what the items are.',
    },
    'schema-array-items-typed': {
      title: 'The items of an array have a schema that says something.',
      messages: {
        found: {
          what: 'The "items" of the array are empty.',
          why: 'Makers see a list of nothing in particular and have to parse it themselves.',
          fix: 'Describe one item: at least its type, and its properties if it is an object.',
        },
      },
      deviation: 'No mend: only the author knows what the items are.',
    },
    'schema-no-empty-object': {
      title: 'An object says which properties it has.',
      deviation: 'some more than measured: objects in unused definitions and in payloads of webhooks count as well',
      messages: {
        found: {
          what: 'The object has neither properties nor "additionalProperties".',
          why: 'Makers get one opaque value instead of fields they can pick from.',
          fix: 'List the properties, or add "x-ms-dynamic-properties" when they are known only at run time.',
        },
      },
    },
    'schema-property-type': {
      title: 'Every property says what it is.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The property "{name}" has no type.',
          why: 'The designer takes it for an object or for text as it pleases, and expressions on it fail.',
          fix: 'Add "type", or point to a named schema.',
        },
      },
    },
    'schema-file-position': {
      title: 'The type "file" is used only for a whole response or a form field.',
      messages: {
        found: {
          what: 'The type "file" stands inside another schema or in a request body.',
          why: 'OpenAPI 2.0 knows files only as a whole response or as a form field; elsewhere the validator refuses it.',
          fix: 'Use "string" with the format "byte" for content inside JSON, or make it a form field.',
        },
      },
    },
    'schema-binary-position': {
      title: 'The format "binary" is used only for a whole body or a form field.',
      messages: {
        found: {
          what: '"{name}" is binary, inside another schema.',
          why: 'Raw bytes cannot stand inside JSON; the value arrives broken or the validator refuses it.',
          fix: 'Use the format "byte", which is Base64, for content inside JSON.',
        },
      },
    },
  },
  check(context) {
    return {
      schema(schema) {
        if (schema.type === 'object') checkObject(context, schema)
        else if (schema.type === undefined && schema.place === 'property') checkUntyped(context, schema)
      },
      schemaKeyword: {
        type: (value, schema) => checkType(context, value, schema),
        items: (value, schema) => checkItems(context, value, schema),
        format: (value, schema) => checkBinary(context, value, schema),
      },
    }
  },
  mends: {
    'schema-property-type': ({ node, edit }) => {
      if (node === undefined) return
      if (node.member('properties')?.kind === 'object') edit.insert(node, 'type', 'object')
      else if (node.member('items')?.kind === 'object') edit.insert(node, 'type', 'array')
    },
  },
})

function checkType({ report, connector }: CheckContext, value: JsonNode, schema: Schema): void {
  const { type } = schema
  if (type === undefined) {
    report('schema-type-valid', value, { message: value.kind === 'array' ? 'list' : 'kind' })
  } else if (type === 'array') {
    const { node, place } = schema
    if (place !== 'parameter' && node.member('items') === undefined && !isCutOff(connector, node))
      report('schema-array-items-present', node)
  } else if (!types.has(type)) report('schema-type-valid', value, { data: { type } })
  else if (type === 'file' && schema.place !== 'parameter' && !isWholeResponse(schema))
    report('schema-file-position', value)
}

function isWholeResponse({ place, isRequest }: Schema): boolean {
  return place === 'root' && !isRequest
}

function checkItems({ report, connector }: CheckContext, value: JsonNode, { place }: Schema): void {
  if (place !== 'parameter' && value.kind === 'object' && value.children.length === 0 && !isCutOff(connector, value))
    report('schema-array-items-typed', value)
}

function checkObject({ report, connector }: CheckContext, { node, place }: Schema): void {
  // A parameter of the type "object" is wrong as such, and an empty answer has a rule of its own.
  if (place === 'parameter' || isAnswer(node)) return
  for (const { key, kind, children } of node.children) {
    if (key === 'properties' ? kind === 'object' && children.length > 0 : key === 'additionalProperties') return
    if (key === 'allOf' || key === '$ref' || key?.startsWith('x-ms-dynamic-') === true) return
  }
  if (!isCutOff(connector, node)) report('schema-no-empty-object', node)
}

/** True for the schema of a response that says that all went well. */
function isAnswer({ key, parent }: JsonNode): boolean {
  return key === 'schema' && parent?.key?.startsWith('2') === true && parent.parent?.key === 'responses'
}

function checkUntyped({ report, connector }: CheckContext, { node, name = '' }: Schema): void {
  for (const { key } of node.children) if (key !== undefined && telling.has(key)) return
  if (!isCutOff(connector, node)) report('schema-property-type', node, { data: { name } })
}

function checkBinary({ report }: CheckContext, value: JsonNode, schema: Schema): void {
  const { parent } = schema
  if (value.value !== 'binary' || schema.type !== 'string' || parent === undefined || parent.place === 'parameter')
    return
  if (schema.place !== 'allOf') report('schema-binary-position', value, { data: { name: schema.name ?? schema.place } })
}
