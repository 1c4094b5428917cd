import { type JsonNode, resolvePointer } from '@sevenstep/located-json'
import type { Definition } from './definition.ts'
import type { Parameter } from './parameter.ts'

/** How a schema is held: by a body, response or name (`root`), by another schema, or by a non-body parameter or header. */
export type SchemaPlace = 'root' | 'property' | 'items' | 'allOf' | 'additionalProperties' | 'parameter' | 'header'

/** Who meets a schema: flags that add up, because a named schema may be used on both sides. */
export const usage = { none: 0, request: 1, response: 2, notification: 4 } as const

/** One schema in the definition, visited once where it is written; a `$ref` is a schema of its own that points. */
export class Schema {
  readonly node: JsonNode
  readonly place: SchemaPlace
  readonly parent: Schema | undefined
  /** Flags of {@link usage}: for a named schema, everything that reaches it. */
  readonly usage: number
  /** True when it or something that holds it is `x-ms-visibility: internal`. */
  readonly isInternal: boolean
  /** How many schemas hold it; 0 for a root. */
  readonly depth: number
  readonly ref: string | undefined
  readonly type: string | undefined
  /** The non-body parameter it is, for place `parameter`. */
  readonly parameter: Parameter | undefined

  constructor(node: JsonNode, place: SchemaPlace, parent: Schema | undefined, used: number, parameter?: Parameter) {
    this.node = node
    this.place = place
    this.parent = parent
    this.usage = used
    this.depth = parent === undefined ? 0 : parent.depth + 1
    this.parameter = parameter
    let ref: string | undefined
    let type: string | undefined
    let isInternal = parent?.isInternal === true
    for (const child of node.children) {
      if (child.kind !== 'string') continue
      if (child.key === 'type') type = String(child.value)
      else if (child.key === '$ref') ref = String(child.value)
      else if (child.key === 'x-ms-visibility' && child.value === 'internal') isInternal = true
    }
    this.ref = ref
    this.type = type
    this.isInternal = isInternal
  }

  /** The property name, for place `property`. */
  get name(): string | undefined {
    return this.place === 'property' ? this.node.key : undefined
  }

  get isRequest(): boolean {
    return (this.usage & usage.request) !== 0
  }

  get isResponse(): boolean {
    return (this.usage & (usage.response | usage.notification)) !== 0
  }

  /** True when the holding schema's `required` list names this property. */
  get isRequired(): boolean {
    const required = this.place === 'property' ? this.parent?.node.member('required') : undefined
    if (required?.kind !== 'array') return false
    const { key } = this.node
    return required.children.length < manyNames
      ? required.children.some((item) => item.value === key)
      : namesIn(required).has(key)
  }
}

const manyNames = 40
const requiredNames = new WeakMap<JsonNode, ReadonlySet<JsonNode['value']>>()

/** Kept for each long list: every property of a schema asks for it. */
function namesIn(required: JsonNode): ReadonlySet<JsonNode['value']> {
  let names = requiredNames.get(required)
  if (names === undefined) {
    names = new Set(required.children.map((item) => item.value))
    requiredNames.set(required, names)
  }
  return names
}

/** Receives every schema, holders before what they hold, in the order of the text within each root. */
export type SchemaVisitor = (schema: Schema) => void

/**
 * Visits every schema of a definition once: bodies, responses, webhook payloads, named schemas, shared parameters
 * and responses, and non-body parameters and headers, whose keywords are the same. No `$ref` is followed.
 */
export function walkSchemas(definition: Definition, visit: SchemaVisitor): void {
  const reached = new Map<string, number>()
  const walk = (node: JsonNode | undefined, place: SchemaPlace, used: number, parameter?: Parameter): void => {
    if (node?.kind === 'object') walkOne(new Schema(node, place, undefined, used, parameter), visit, reached)
  }
  const walkResponse = (node: JsonNode, used: number): void => {
    walk(node.member('schema'), 'root', used)
    const headers = node.member('headers')
    if (headers?.kind === 'object') for (const header of headers.children) walk(header, 'header', usage.response)
  }
  for (const item of definition.pathItems) {
    walk(item.notificationContent?.member('schema'), 'root', usage.notification)
    for (const parameter of item.parameters) walkParameter(parameter, walk)
    for (const operation of item.operations) {
      for (const parameter of operation.ownParameters) walkParameter(parameter, walk)
      for (const response of operation.responses) walkResponse(response.site, usage.response)
    }
  }
  for (const parameter of definition.namedParameters) walkParameter(parameter, walk)
  for (const response of definition.sharedResponses?.children ?? []) walkResponse(response, usage.response)
  const schemas = definition.schemas
  if (schemas === undefined) return
  const used = spread(definition.node, reached)
  for (const node of schemas.children) walk(node, 'root', used.get(node) ?? usage.none)
}

function walkParameter(
  parameter: Parameter,
  walk: (node: JsonNode | undefined, place: SchemaPlace, used: number, parameter?: Parameter) => void,
): void {
  if (parameter.isReference) return
  if (parameter.schema !== undefined) walk(parameter.schema, 'root', usage.request)
  if (!parameter.isBody) walk(parameter.node, 'parameter', usage.request, parameter)
}

function walkOne(schema: Schema, visit: SchemaVisitor, reached: Map<string, number>): void {
  visit(schema)
  const { node, usage: used, ref } = schema
  if (ref !== undefined) reached.set(ref, (reached.get(ref) ?? 0) | used)
  for (const child of node.children) {
    if (child.kind === 'object') {
      if (child.key === 'properties') {
        for (const property of child.children) {
          if (property.kind === 'object') walkOne(new Schema(property, 'property', schema, used), visit, reached)
        }
      } else if (child.key === 'items') walkOne(new Schema(child, 'items', schema, used), visit, reached)
      else if (child.key === 'additionalProperties') {
        walkOne(new Schema(child, 'additionalProperties', schema, used), visit, reached)
      }
    } else if (child.key === 'allOf') {
      for (const part of child.children) {
        if (part.kind === 'object') walkOne(new Schema(part, 'allOf', schema, used), visit, reached)
      }
    }
  }
}

/**
 * Carries usage along references from one node to another until nothing changes. References are known by where they
 * lead, since a name with `/`, `~`, `%` or a blank can be written in several ways.
 */
function spread(root: JsonNode, reached: ReadonlyMap<string, number>): ReadonlyMap<JsonNode, number> {
  const used = new Map<JsonNode, number>()
  const targets = new Map<JsonNode, readonly JsonNode[]>()
  const pending: JsonNode[] = []
  const reach = (node: JsonNode | undefined, flags: number): void => {
    if (node === undefined || ((used.get(node) ?? 0) | flags) === used.get(node)) return
    used.set(node, (used.get(node) ?? 0) | flags)
    pending.push(node)
  }
  const lead = (ref: string): JsonNode | undefined => (ref.startsWith('#') ? resolvePointer(root, ref) : undefined)
  for (const [ref, flags] of reached) reach(lead(ref), flags)
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    let next = targets.get(node)
    if (next === undefined) {
      next = [...refsUnder(node, new Set())].map(lead).filter((target) => target !== undefined)
      targets.set(node, next)
    }
    for (const target of next) reach(target, used.get(node) ?? usage.none)
  }
  return used
}

function refsUnder(node: JsonNode, refs: Set<string>): Set<string> {
  for (const child of node.children) {
    if (child.key === '$ref' && typeof child.value === 'string') refs.add(child.value)
    else if (child.children.length > 0) refsUnder(child, refs)
  }
  return refs
}
