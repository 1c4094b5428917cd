import { isObject, type JsonObject, type JsonValue, type MutableConnector } from './mutable-connector.ts'
import { below, child, children, type Spot } from './spot.ts'

/** An operation with its verb, its path and the path item that holds it. */
export interface OperationSpot extends Spot {
  readonly path: string
  readonly verb: string
  readonly item: Spot
  /** False when the operation is hidden from makers, which exempts it from the rules about texts. */
  readonly visible: boolean
}

/** A parameter written out in place (not a reference) in an operation. */
export interface ParameterSpot extends Spot {
  readonly operation: OperationSpot
  readonly siblings: JsonValue[]
  readonly index: number
  /** False when makers do not see it, or when it is a body, whose texts are those of its properties. */
  readonly visible: boolean
}

/** A response written out in place. */
export interface ResponseSpot extends Spot {
  readonly operation: OperationSpot
  readonly code: string
}

const verbs = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch'])

/** The root of the definition. */
export function root(connector: MutableConnector): Spot | undefined {
  return connector.definition === undefined ? undefined : { pointer: '', value: connector.definition }
}

/** The object under `properties` of apiProperties.json. */
export function properties(connector: MutableConnector): Spot | undefined {
  return connector.properties === undefined
    ? undefined
    : child({ pointer: '', value: connector.properties }, 'properties')
}

export function pathItems(connector: MutableConnector): { readonly path: string; readonly spot: Spot }[] {
  return children(root(connector), 'paths').map(({ key, spot }) => ({ path: key, spot }))
}

export function operations(connector: MutableConnector): OperationSpot[] {
  return pathItems(connector).flatMap(({ path, spot: item }) =>
    Object.entries(item.value).flatMap(([verb, value]) =>
      verbs.has(verb) && isObject(value)
        ? [{ pointer: below(item.pointer, verb), value, path, verb, item, visible: !isInternal(value) }]
        : [],
    ),
  )
}

export function visibleOperations(connector: MutableConnector): OperationSpot[] {
  return operations(connector).filter(({ visible }) => visible)
}

export function parameters(connector: MutableConnector): ParameterSpot[] {
  return operations(connector).flatMap((operation) => {
    const siblings = operation.value.parameters
    if (!Array.isArray(siblings)) return []
    return children(operation, 'parameters').flatMap(({ key, spot }) =>
      Object.hasOwn(spot.value, '$ref')
        ? []
        : [
            {
              ...spot,
              operation,
              siblings,
              index: Number(key),
              visible: operation.visible && !isInternal(spot.value) && spot.value.in !== 'body',
            },
          ],
    )
  })
}

/** Parameters with type and no schema: those in query, header, path and form. */
export function plainParameters(connector: MutableConnector, ...places: readonly string[]): ParameterSpot[] {
  return parameters(connector).filter(
    ({ value }) =>
      typeof value.in === 'string' && value.in !== 'body' && (places.length === 0 || places.includes(value.in)),
  )
}

export function responses(connector: MutableConnector): ResponseSpot[] {
  return operations(connector).flatMap((operation) =>
    children(operation, 'responses').flatMap(({ key, spot }) =>
      Object.hasOwn(spot.value, '$ref') ? [] : [{ ...spot, operation, code: key }],
    ),
  )
}

/** All parameters an operation takes: its own and its path's, references followed once. */
export function effectiveParameters(connector: MutableConnector, operation: OperationSpot): JsonObject[] {
  const own = [...children(operation, 'parameters'), ...children(operation.item, 'parameters')]
  return own.map(({ spot }) => resolved(connector, spot)?.value ?? spot.value)
}

/** The object a reference stands for, or the object itself when it is none; undefined when it dangles. */
export function resolved(connector: MutableConnector, spot: Spot | undefined): Spot | undefined {
  let current = spot
  for (let hops = 0; hops < 20; hops += 1) {
    const reference: JsonValue | undefined = current?.value.$ref
    if (typeof reference !== 'string') return current
    const keys = reference.split('/').map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    current = keys[0] === '#' ? child(root(connector), ...keys.slice(1)) : undefined
  }
  return undefined
}

/** All operation ids of the connector. */
export function operationIds(connector: MutableConnector): Set<string> {
  return new Set(
    operations(connector).flatMap(({ value }) => (typeof value.operationId === 'string' ? [value.operationId] : [])),
  )
}

/** Every object of the file together with its pointer, in document order. */
export function allObjects(spot: Spot): Spot[] {
  const found: Spot[] = []
  const visit = (value: JsonValue, pointer: string): void => {
    if (typeof value !== 'object' || value === null) return
    if (isObject(value)) found.push({ pointer, value })
    for (const [key, inner] of Object.entries(value)) visit(inner, below(pointer, key))
  }
  visit(spot.value, spot.pointer)
  return found
}

export function isInternal(value: JsonObject): boolean {
  return value['x-ms-visibility'] === 'internal'
}
