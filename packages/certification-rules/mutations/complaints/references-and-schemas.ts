import { textProperty } from '../example/definition.ts'
import { operations, parameters, responses, root } from '../json-walk.ts'
import type { JsonObject, JsonValue, MutableConnector } from '../mutable-connector.ts'
import { complaint, type Mutation, mutation, rejection } from '../mutation.ts'
import { definitionReferences, propertySchemas, schemas } from '../schema-walk.ts'
import { choose } from '../seeded-random.ts'
import { at, below, child, drop, put, rename, type Spot } from '../spot.ts'

const converted = complaint('issue #2067')
const dangling = complaint('issue #3930')

/** References to nothing, and what a conversion from OpenAPI 3 leaves behind. */
export const referenceAndSchemaComplaints: readonly Mutation[] = [
  reference('reference-to-missing-definition', ['schema-ref-resolves'], () => '#/definitions/NobodyDefinedThis'),
  reference(
    'reference-to-openapi-3-components',
    ['schema-ref-location', 'schema-ref-resolves'],
    (name) => `#/components/schemas/${name}`,
  ),
  reference(
    'reference-to-other-file',
    ['schema-ref-location', 'schema-ref-resolves'],
    (name) => `models.json#/definitions/${name}`,
  ),
  reference(
    'reference-to-address',
    ['schema-ref-location', 'schema-ref-resolves'],
    () => 'https://api.contoso-orders.example/models.json',
  ),
  reference('reference-without-location', ['schema-ref-location', 'schema-ref-resolves'], (name) => name),
  mutation('definition-removed-while-referenced', dangling, ['schema-ref-resolves'], (connector, random) => {
    const all = child(root(connector), 'definitions')
    const names = definitionReferences(connector).map(({ value }) => String(value.$ref).slice('#/definitions/'.length))
    const name = choose(
      random,
      names.filter((one) => all !== undefined && Object.hasOwn(all.value, one)),
    )
    if (name === undefined || drop(all, name) === undefined) return undefined
    const left = definitionReferences(connector).filter(({ value }) => value.$ref === `#/definitions/${name}`)
    const pointers = left.flatMap(({ pointer }) => [below(pointer, '$ref'), pointer])
    return at(pointers[0], ...pointers.slice(1))
  }),
  mutation(
    'definition-renamed-while-referenced',
    dangling,
    ['schema-ref-resolves'],
    (connector, random) => {
      const all = child(root(connector), 'definitions')
      const names = definitionReferences(connector).map(({ value }) =>
        String(value.$ref).slice('#/definitions/'.length),
      )
      const name = choose(random, names)
      if (name === undefined || rename(all, name, `${name}Old`) === undefined) return undefined
      const left = definitionReferences(connector).filter(({ value }) => value.$ref === `#/definitions/${name}`)
      const pointers = left.flatMap(({ pointer }) => [below(pointer, '$ref'), pointer])
      return at(pointers[0], ...pointers.slice(1))
    },
    { compound: true },
  ),
  keyword('one-of', 'oneOf', [{ type: 'string' }, { type: 'integer' }]),
  keyword('any-of', 'anyOf', [{ type: 'string' }, { type: 'integer' }]),
  keyword('not', 'not', { type: 'integer' }),
  keyword('nullable', 'nullable', true),
  keyword('const', 'const', 'open'),
  keyword('pattern-properties', 'patternProperties', { '^x': { type: 'string' } }),
  keyword('examples', 'examples', ['open', 'closed'], ['schema-known-keywords', 'schema-no-unsupported-keywords']),
  mutation('schema-all-of', converted, ['schema-allof'], (connector, random) => {
    const schema = choose(
      random,
      schemas(connector).filter(({ value }) => value.type === 'object' && value.allOf === undefined),
    )
    return schema === undefined
      ? undefined
      : at(put(schema, 'allOf', [{ type: 'object', properties: { name: textProperty('Name') } }]), schema.pointer)
  }),
  mutation('schema-type-list-with-null', converted, ['schema-type-valid'], (connector, random) => {
    const schema = choose(random, propertySchemas(connector, 'string', 'integer', 'number', 'boolean'))
    return put(schema, 'type', [String(schema?.value.type), 'null'])
  }),
  mutation('schema-type-null', converted, ['schema-type-valid'], (connector, random) =>
    put(choose(random, propertySchemas(connector, 'string', 'integer')), 'type', 'null'),
  ),
  openApi3('root-components', ['swagger-root-keys'], 'components', { schemas: {} }),
  openApi3('root-servers', ['swagger-root-keys'], 'servers', [{ url: 'https://api.contoso-orders.example' }]),
  mutation(
    'openapi-3-instead-of-2',
    rejection('seven-steps H 1.1'),
    ['swagger-version-2'],
    (connector) => {
      const all = root(connector)
      const pointer = rename(all, 'swagger', 'openapi')
      if (pointer === undefined) return undefined
      put(all, 'openapi', '3.0.1')
      return at('', pointer)
    },
    { compound: true },
  ),
  mutation('swagger-version-missing', rejection('seven-steps H 1.1'), ['swagger-version-2'], (connector) =>
    drop(root(connector), 'swagger'),
  ),
  mutation('operation-with-request-body', converted, ['op-known-keys'], (connector, random) => {
    const operation = choose(
      random,
      operations(connector).filter(({ verb }) => verb === 'post' || verb === 'put'),
    )
    const body = { content: { 'application/json': { schema: { type: 'object' } } } }
    return operation === undefined ? undefined : at(put(operation, 'requestBody', body), operation.pointer)
  }),
  mutation('response-with-content', converted, ['response-known-keys'], (connector, random) => {
    const response = choose(random, responses(connector))
    const content = { 'application/json': { schema: { type: 'object', properties: { name: { type: 'string' } } } } }
    return response === undefined ? undefined : at(put(response, 'content', content), response.pointer)
  }),
  mutation(
    'request-body-beyond-512-schemas',
    complaint('issue #1088'),
    ['schema-max-count-body-512'],
    (connector, random) => {
      const bodies = parameters(connector).filter(({ value, operation }) => value.in === 'body' && operation.visible)
      const body = choose(random, bodies)
      if (body === undefined) return undefined
      const pointer = put(body, 'schema', crowdedSchema(520))
      return at(pointer, body.pointer, body.operation.pointer)
    },
  ),
  mutation(
    'request-body-beyond-512-schemas-in-groups',
    complaint('PR #3706'),
    ['schema-max-count-body-512'],
    (connector, random) => {
      const bodies = parameters(connector).filter(({ value, operation }) => value.in === 'body' && operation.visible)
      const body = choose(random, bodies)
      if (body === undefined) return undefined
      const groups = Array.from({ length: 26 }, (_, group): [string, JsonValue] => [`group${group}`, crowdedSchema(20)])
      const pointer = put(body, 'schema', { type: 'object', properties: Object.fromEntries(groups) })
      return at(pointer, body.pointer, body.operation.pointer)
    },
  ),
]

function reference(id: string, expects: readonly string[], target: (name: string) => string): Mutation {
  return mutation(id, dangling, expects, (connector, random) => {
    const chosen: Spot | undefined = choose(random, definitionReferences(connector))
    const name = String(chosen?.value.$ref).slice('#/definitions/'.length)
    return chosen === undefined ? undefined : at(put(chosen, '$ref', target(name)), chosen.pointer)
  })
}

function keyword(
  name: string,
  key: string,
  value: JsonValue,
  expects: readonly string[] = ['schema-no-unsupported-keywords', 'schema-known-keywords'],
): Mutation {
  const provenance = complaint('documentation issues #210, #302 and #456 of the connectors documentation')
  return mutation(`schema-${name}`, provenance, expects, (connector, random) => {
    const schema = choose(
      random,
      propertySchemas(connector, 'string').filter((one) => one.value[key] === undefined),
    )
    return schema === undefined ? undefined : at(put(schema, key, structuredClone(value)), schema.pointer)
  })
}

function openApi3(id: string, expects: readonly string[], key: string, value: JsonValue): Mutation {
  return mutation(id, rejection('seven-steps H 1.1'), expects, (connector: MutableConnector) =>
    at(put(root(connector), key, structuredClone(value)), ''),
  )
}

function crowdedSchema(count: number): JsonObject {
  const named = Array.from({ length: count }, (_, index): [string, JsonValue] => [
    `field${index}`,
    { type: 'string', description: `The value of field ${index}.`, 'x-ms-summary': `Field ${index}` },
  ])
  return { type: 'object', properties: Object.fromEntries(named) }
}
