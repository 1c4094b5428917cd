import type { JsonKind, JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'

type Shape = Readonly<Record<string, JsonKind>>

const rootShape: Shape = {
  info: 'object',
  host: 'string',
  basePath: 'string',
  schemes: 'array',
  consumes: 'array',
  produces: 'array',
  paths: 'object',
  definitions: 'object',
  parameters: 'object',
  responses: 'object',
  securityDefinitions: 'object',
  security: 'array',
  tags: 'array',
  externalDocs: 'object',
  'x-ms-capabilities': 'object',
  'x-ms-connector-metadata': 'array',
}
const infoShape: Shape = {
  title: 'string',
  description: 'string',
  version: 'string',
  termsOfService: 'string',
  contact: 'object',
  license: 'object',
}
const operationShape: Shape = {
  operationId: 'string',
  summary: 'string',
  description: 'string',
  tags: 'array',
  consumes: 'array',
  produces: 'array',
  parameters: 'array',
  responses: 'object',
  deprecated: 'boolean',
  schemes: 'array',
  security: 'array',
  'x-ms-visibility': 'string',
  'x-ms-trigger': 'string',
  'x-ms-trigger-hint': 'string',
  'x-ms-api-annotation': 'object',
  'x-ms-capabilities': 'object',
  'x-ms-no-generic-test': 'boolean',
  'x-ms-pageable': 'object',
}
const parameterShape: Shape = {
  name: 'string',
  in: 'string',
  description: 'string',
  required: 'boolean',
  schema: 'object',
  'x-ms-summary': 'string',
  'x-ms-visibility': 'string',
}
const responseShape: Shape = { description: 'string', schema: 'object', headers: 'object', examples: 'object' }
const schemaShape: Shape = {
  properties: 'object',
  title: 'string',
  description: 'string',
  format: 'string',
  pattern: 'string',
  enum: 'array',
  allOf: 'array',
  readOnly: 'boolean',
  'x-ms-summary': 'string',
  'x-ms-visibility': 'string',
  minLength: 'number',
  maxLength: 'number',
  minimum: 'number',
  maximum: 'number',
  minItems: 'number',
  maxItems: 'number',
  $ref: 'string',
}

/** Values of the wrong kind, wherever OpenAPI 2.0 leaves no choice. */
export const swaggerShape = defineRuleFamily({
  id: 'swagger-shape',
  rules: {
    'swagger-schema-valid': {
      title: 'Every known key holds the kind of value OpenAPI 2.0 asks for.',
      deviation:
        'the published schema refuses what accepted connectors really use (formats, extensions); only the kinds of values are judged here, keys and formats have rules of their own',
      messages: {
        found: {
          what: '"{key}" holds {found} where {expected} belongs.',
          why: 'Readers that expect the other kind stop here or pass over what it says.',
          fix: 'Give it {expected}.',
        },
      },
    },
  },
  check(context) {
    const inSchema = Object.fromEntries(
      Object.entries(schemaShape).map(([key, kind]) => [key, (value: JsonNode) => judge(context, value, kind)]),
    )
    return {
      definition({ node, info }) {
        judgeMembers(context, node, rootShape)
        judgeMembers(context, info, infoShape)
        for (const child of node.member('paths')?.children ?? []) {
          if (child.key?.startsWith('x-') !== true) judge(context, child, 'object')
        }
      },
      operation({ node }) {
        judgeMembers(context, node, operationShape)
        for (const child of node.member('parameters')?.children ?? []) judge(context, child, 'object')
        for (const child of node.member('responses')?.children ?? [])
          if (child.key?.startsWith('x-') !== true) judge(context, child, 'object')
      },
      // The texts of a non-body parameter are judged with the schemas.
      parameter: ({ node, isBody }) => judgeMembers(context, node, isBody ? parameterShape : ownParameterShape),
      response: ({ node }) => judgeMembers(context, node, responseShape),
      schemaKeyword: inSchema,
    }
  },
})

const ownParameterShape: Shape = { name: 'string', in: 'string', required: 'boolean' }

function judgeMembers(context: CheckContext, node: JsonNode | undefined, shape: Shape): void {
  for (const child of node?.children ?? []) {
    const kind = child.key === undefined || !Object.hasOwn(shape, child.key) ? undefined : shape[child.key]
    if (kind !== undefined) judge(context, child, kind)
  }
}

function judge({ report }: CheckContext, value: JsonNode, expected: JsonKind): void {
  if (value.kind === expected) return
  report('swagger-schema-valid', value, {
    data: { key: value.key ?? `item ${value.index + 1}`, found: named(value.kind), expected: named(expected) },
  })
}

function named(kind: JsonKind): string {
  if (kind === 'null') return 'null'
  if (kind === 'boolean') return 'true or false'
  if (kind === 'string') return 'a text'
  return kind === 'number' ? 'a number' : kind === 'array' ? 'a list' : 'an object'
}
