import { isInternal, operations, parameters, pathItems, responses, root } from './json-walk.ts'
import { isObject, type JsonValue, type MutableConnector } from './mutable-connector.ts'
import { below, child, children, type Spot } from './spot.ts'

/** A schema, or a part of one, that some operation really uses. */
export interface SchemaSpot extends Spot {
  /** Used in something the maker sends. */
  readonly input: boolean
  /** Used in something the maker receives. */
  readonly output: boolean
  /** False when the schema or one it is part of is internal. */
  readonly visible: boolean
  /** The schema stands directly in a parameter, a response or `definitions`. */
  readonly top: boolean
  /** Name of the property it describes, when it describes one. */
  readonly property?: string
  /** The schema it is a property, an item or another part of. */
  readonly parent?: SchemaSpot
}

/**
 * Every schema written out in place that is reachable from an operation: parts of request and response
 * bodies, of webhook payloads, and of the definitions those refer to. References themselves are left out.
 */
export function schemas(connector: MutableConnector): SchemaSpot[] {
  const found: SchemaSpot[] = []
  const uses = definitionUses(connector)
  for (const { spot, input } of bodySchemas(connector)) {
    collect({ ...spot, input, output: !input, visible: true, top: true }, found)
  }
  for (const { key, spot } of children(root(connector), 'definitions')) {
    const input = uses.input.has(key)
    const output = uses.output.has(key)
    if (input || output) collect({ ...spot, input, output, visible: true, top: true }, found)
  }
  return found
}

/** Schemas of object type with properties of their own. */
export function objectSchemas(connector: MutableConnector): SchemaSpot[] {
  return schemas(connector).filter(
    ({ value }) => isObject(value.properties) && Object.keys(value.properties).length > 0,
  )
}

/** Schemas that describe a named property, of one of the types when any are given. */
export function propertySchemas(connector: MutableConnector, ...types: readonly string[]): SchemaSpot[] {
  return schemas(connector).filter(
    ({ value, property }) => property !== undefined && (types.length === 0 || types.includes(String(value.type))),
  )
}

/** Every `$ref` to a definition that stands in a used schema or body, as the object that holds it. */
export function definitionReferences(connector: MutableConnector): Spot[] {
  const places = bodySchemas(connector).map(({ spot }) => spot)
  const nested = schemas(connector).flatMap((schema) => parts(schema).map(({ spot }) => spot))
  return [...places, ...nested].filter(
    ({ value }) => typeof value.$ref === 'string' && value.$ref.startsWith('#/definitions/'),
  )
}

function bodySchemas(connector: MutableConnector): { readonly spot: Spot; readonly input: boolean }[] {
  const inputs = parameters(connector).map((parameter) => ({ spot: child(parameter, 'schema'), input: true }))
  const outputs = responses(connector).map((response) => ({ spot: child(response, 'schema'), input: false }))
  const payloads = pathItems(connector).map(({ spot }) => ({
    spot: child(spot, 'x-ms-notification-content', 'schema'),
    input: false,
  }))
  return [...inputs, ...outputs, ...payloads].flatMap(({ spot, input }) =>
    spot === undefined ? [] : [{ spot, input }],
  )
}

function collect(schema: SchemaSpot, found: SchemaSpot[]): void {
  if (typeof schema.value.$ref === 'string') return
  found.push(schema)
  for (const { spot, property } of parts(schema)) {
    const visible = schema.visible && !isInternal(spot.value)
    const inner: SchemaSpot = {
      ...spot,
      input: schema.input,
      output: schema.output,
      visible,
      top: false,
      parent: schema,
    }
    collect(property === undefined ? inner : { ...inner, property }, found)
  }
}

function parts(schema: Spot): { readonly spot: Spot; readonly property?: string }[] {
  const single = ['items', 'additionalProperties'].flatMap((key) => {
    const spot = child(schema, key)
    return spot === undefined ? [] : [{ spot }]
  })
  const combined = Array.isArray(schema.value.allOf) ? children(schema, 'allOf').map(({ spot }) => ({ spot })) : []
  const named = isObject(schema.value.properties)
    ? children(schema, 'properties').map(({ key, spot }) => ({ spot, property: key }))
    : []
  return [...named, ...single, ...combined]
}

function definitionUses(connector: MutableConnector): { readonly input: Set<string>; readonly output: Set<string> } {
  const uses = { input: new Set<string>(), output: new Set<string>() }
  const definitions = children(root(connector), 'definitions')
  const byName = new Map(definitions.map(({ key, spot }) => [key, spot.value]))
  const follow = (value: JsonValue | undefined, names: Set<string>): void => {
    for (const name of referencedDefinitions(value)) {
      if (names.has(name)) continue
      names.add(name)
      follow(byName.get(name), names)
    }
  }
  for (const { spot, input } of bodySchemas(connector)) follow(spot.value, input ? uses.input : uses.output)
  for (const operation of operations(connector)) follow(sharedParameters(connector, operation), uses.input)
  return uses
}

/** Parameters an operation takes by reference or from its path, whose schemas count as used. */
function sharedParameters(connector: MutableConnector, operation: Spot): JsonValue {
  const shared = root(connector)?.value.parameters
  const wanted = children(operation, 'parameters').flatMap(({ spot }) => {
    const name = typeof spot.value.$ref === 'string' ? spot.value.$ref.replace('#/parameters/', '') : undefined
    const value = name !== undefined && isObject(shared) ? shared[name] : undefined
    return value === undefined ? [] : [value]
  })
  return wanted
}

function referencedDefinitions(value: JsonValue | undefined): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = isObject(value) && typeof value.$ref === 'string' ? value.$ref.split('#/definitions/')[1] : undefined
  const inner = Object.values(value).flatMap(referencedDefinitions)
  return own === undefined ? inner : [own, ...inner]
}

/** The pointer of a property's schema in an object schema. */
export function propertyPointer(schema: Spot, name: string): string {
  return below(schema.pointer, 'properties', name)
}
