import { operations, parameters, root } from '../json-walk.ts'
import { isObject, type JsonObject, type MutableConnector } from '../mutable-connector.ts'
import { type Mutation, mutation, requirement } from '../mutation.ts'
import {
  definitionReferences,
  objectSchemas,
  propertyPointer,
  propertySchemas,
  type SchemaSpot,
  schemas,
} from '../schema-walk.ts'
import { choose } from '../seeded-random.ts'
import { at, below, child, children, put, type Spot } from '../spot.ts'
import { appended, changed, removed, where } from './one-change.ts'

const any = (connector: MutableConnector): SchemaSpot[] => schemas(connector)
const objects = (connector: MutableConnector): SchemaSpot[] =>
  objectSchemas(connector).filter(({ value }) => value.allOf === undefined)
const strings = (connector: MutableConnector): SchemaSpot[] =>
  propertySchemas(connector, 'string').filter(
    ({ value }) =>
      value.enum === undefined && value.default === undefined && !hasDynamic(value) && value.format === undefined,
  )
const numbers = (connector: MutableConnector): SchemaSpot[] =>
  propertySchemas(connector, 'integer', 'number').filter(
    ({ value }) => value.enum === undefined && value.default === undefined,
  )
const arrays = (connector: MutableConnector): SchemaSpot[] =>
  schemas(connector).filter(({ value }) => value.type === 'array')
const enums = (connector: MutableConnector): SchemaSpot[] =>
  schemas(connector).filter(
    ({ value }) => value.type === 'string' && Array.isArray(value.enum) && value.enum.length > 0,
  )
const withRequired = (connector: MutableConnector): SchemaSpot[] =>
  objects(connector).filter(({ value }) => Array.isArray(value.required) && value.required.length > 0)
const references = (connector: MutableConnector): Spot[] => definitionReferences(connector)
/** Structure of schemas; ranges and texts have tables of their own. */
export const schemaRequirements: readonly Mutation[] = [
  changed('reference-with-sibling', ['schema-no-ref-siblings'], references, 'description', 'The same thing again.'),
  mutation(
    'schema-recursive-through-required',
    requirement('requirements.json: schema-no-recursion'),
    ['schema-no-recursion'],
    (connector, random) => {
      const names = definitionReferences(connector).map(({ value }) =>
        String(value.$ref).slice('#/definitions/'.length),
      )
      const name = choose(
        random,
        names.filter((one) => isPlainObject(child(root(connector), 'definitions', one))),
      )
      const definition = name === undefined ? undefined : child(root(connector), 'definitions', name)
      if (definition === undefined || name === undefined) return undefined
      const { required } = definition.value
      put(definition, 'required', [...(Array.isArray(required) ? required : []), 'inner'])
      const pointer = put(child(definition, 'properties'), 'inner', { $ref: `#/definitions/${name}` })
      return at(below(pointer ?? '', '$ref'), pointer ?? '', definition.pointer)
    },
    { compound: true },
  ),
  mutation(
    'definition-unused',
    requirement('requirements.json: schema-no-unused-definitions'),
    ['schema-no-unused-definitions'],
    (connector) =>
      put(child(root(connector), 'definitions'), 'NobodyUsesThis', {
        type: 'object',
        properties: { name: { type: 'string' } },
      }),
  ),
  mutation(
    'definition-only-a-reference-to-itself',
    requirement('requirements.json: schema-ref-loop'),
    ['schema-ref-loop', 'schema-no-recursion'],
    (connector) => {
      const pointer = put(child(root(connector), 'definitions'), 'Loop', { $ref: '#/definitions/Loop' })
      return pointer === undefined ? undefined : at(below(pointer, '$ref'), pointer)
    },
  ),
  changed('schema-type-unknown', ['schema-type-valid'], strings, 'type', 'text'),
  changed('schema-type-in-capitals', ['schema-type-valid'], strings, 'type', 'String'),
  removed('array-without-items', ['schema-array-items-present'], arrays, 'items'),
  changed(
    'required-empty',
    ['schema-required-not-empty'],
    where(objects, ({ value }) => value.required === undefined),
    'required',
    [],
  ),
  changed('required-on-text', ['schema-required-on-object-only', 'schema-required-is-array'], strings, 'required', [
    'name',
  ]),
  changed(
    'required-as-boolean',
    ['schema-required-is-array'],
    where(objects, ({ value }) => value.required === undefined),
    'required',
    true,
  ),
  appended(
    'required-property-missing',
    ['schema-required-properties-defined'],
    withRequired,
    'required',
    'nobodyDefinedThis',
  ),
  changed('enum-empty', ['schema-enum-not-empty'], strings, 'enum', []),
  appended('enum-value-repeated', ['schema-enum-unique'], enums, 'enum', ({ value }) =>
    Array.isArray(value.enum) ? (value.enum[0] ?? null) : null,
  ),
  appended('enum-value-of-other-type', ['schema-enum-type-match'], enums, 'enum', 17),
  changed('default-of-other-type', ['schema-default-type-match'], numbers, 'default', 'none'),
  changed('format-unknown', ['schema-format-known'], strings, 'format', 'telephone'),
  changed('format-guid', ['schema-format-known', 'swagger-schema-valid'], strings, 'format', 'guid'),
  changed('schema-keyword-unknown', ['schema-known-keywords'], strings, 'label', 'Name'),
  changed('schema-keyword-misspelt', ['schema-known-keywords'], strings, 'desciption', 'The name of it.'),
  changed(
    'object-without-properties',
    ['schema-no-empty-object', 'response-schema-not-empty'],
    where(objects, (one) => isInner(one)),
    'properties',
    {},
  ),
  removed('property-without-type', ['schema-property-type'], strings, 'type'),
  mutation(
    'required-property-read-only',
    requirement('requirements.json: schema-readonly-not-required'),
    ['schema-readonly-not-required'],
    (connector, random) => {
      const places = withRequired(connector).filter(({ input }) => input)
      const holder = choose(random, places)
      const name = choose(random, Array.isArray(holder?.value.required) ? holder.value.required : [])
      const property = typeof name === 'string' ? child(holder, 'properties', name) : undefined
      if (
        property === undefined ||
        holder === undefined ||
        '$ref' in property.value ||
        property.value.readOnly === true
      )
        return undefined
      return at(put(property, 'readOnly', true), property.pointer, holder.pointer)
    },
  ),
  changed('file-inside-object', ['schema-file-position'], strings, 'type', 'file'),
  changed(
    'binary-inside-object',
    ['schema-binary-position'],
    where(strings, (one) => isInput(one)),
    'format',
    'binary',
  ),
  mutation(
    'schema-too-deep',
    requirement('requirements.json: schema-max-depth'),
    ['schema-max-depth'],
    (connector, random) => {
      const body = choose(
        random,
        parameters(connector).filter(({ value }) => value.in === 'body'),
      )
      if (body === undefined) return undefined
      let schema: JsonObject = { type: 'string' }
      let deepest = below(body.pointer, 'schema')
      const pointers = [deepest]
      for (let level = 0; level < 24; level += 1) {
        schema = { type: 'object', properties: { inner: schema } }
        deepest = below(deepest, 'properties', 'inner')
        pointers.push(deepest)
      }
      const pointer = put(body, 'schema', schema)
      return at(pointer, ...pointers.slice(1), body.pointer, body.operation.pointer)
    },
  ),
  changed(
    'internal-property-with-default-not-required',
    ['schema-internal-default-required'],
    optionalInternal,
    'default',
    'flow',
  ),
  mutation(
    'internal-default-taken-from-required',
    requirement('requirements.json: schema-internal-default-required'),
    ['schema-internal-default-required'],
    (connector, random) => {
      const holders = withRequired(connector).filter(({ value, input }) => input && internalNames(value).length > 0)
      const holder = choose(random, holders)
      const name = choose(random, internalNames(holder?.value ?? {}))
      const required = holder?.value.required
      if (holder === undefined || name === undefined || !Array.isArray(required)) return undefined
      required.splice(required.indexOf(name), 1)
      if (required.length === 0) delete holder.value.required
      return at(propertyPointer(holder, name), holder.pointer)
    },
  ),
  changed('discriminator-not-a-property', ['schema-discriminator'], objects, 'discriminator', 'nobodyDefinedThis'),
  mutation(
    'operation-beyond-16384-schemas',
    requirement('requirements.json: schema-max-count-operation'),
    ['schema-max-count-operation', 'schema-max-count-body-512'],
    (connector, random) => {
      const body = choose(
        random,
        parameters(connector).filter(({ value }) => value.in === 'body'),
      )
      const operation = operations(connector).find(({ pointer }) => pointer === body?.operation.pointer)
      if (body === undefined || operation === undefined) return undefined
      const properties: JsonObject = {}
      for (let number = 0; number < 16_400; number += 1) properties[`f${number}`] = { type: 'string' }
      return at(put(body, 'schema', { type: 'object', properties }), body.pointer, operation.pointer)
    },
  ),
]

function hasDynamic(value: JsonObject): boolean {
  return Object.keys(value).some((key) => key.startsWith('x-ms-dynamic'))
}

function isPlainObject(definition: Spot | undefined): boolean {
  return isObject(definition?.value.properties) && definition.value.allOf === undefined
}

function isInner(place: Spot): boolean {
  return /\/(properties|items)\//.test(place.pointer) || place.pointer.endsWith('/items')
}

function isInput(place: Spot): boolean {
  return 'input' in place && place.input === true
}

/** Internal properties with a default that are listed as required. */
function internalNames(value: JsonObject): string[] {
  const required = Array.isArray(value.required) ? value.required : []
  return children({ pointer: '', value }, 'properties').flatMap(({ key, spot }) =>
    required.includes(key) && spot.value['x-ms-visibility'] === 'internal' && spot.value.default !== undefined
      ? [key]
      : [],
  )
}

/** Internal text properties without a default that nobody requires. */
function optionalInternal(connector: MutableConnector): SchemaSpot[] {
  return any(connector).filter(({ value, property, parent, input }) => {
    const required = parent?.value.required
    const isOptional = property !== undefined && !(Array.isArray(required) && required.includes(property))
    return (
      input &&
      isOptional &&
      value.type === 'string' &&
      value['x-ms-visibility'] === 'internal' &&
      value.default === undefined
    )
  })
}
