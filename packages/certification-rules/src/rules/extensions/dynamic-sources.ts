import { type Definition, type Operation, resolved, type Schema } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'
import { followPath } from './schema-path.ts'

/** What a reference of a dynamic extension means. */
export interface Source {
  readonly node: JsonNode
  readonly type: string | undefined
  readonly isInternal: boolean
  readonly isProperty: boolean
}

/** What a reference may mean, in one operation. `isOpen` when the body may hold properties that it does not list. */
export interface Sources {
  readonly found: readonly Source[]
  readonly isOpen: boolean
}

const knownSources = new WeakMap<Operation, Map<string, Sources>>()

/**
 * What a reference names in an operation: its parameters of that name, and the properties of its body. Kept, because
 * several families ask, for every operation that uses a schema.
 */
export function sourcesOf(operation: Operation, reference: string): Sources {
  let known = knownSources.get(operation)
  if (known === undefined) {
    known = new Map()
    knownSources.set(operation, known)
  }
  let sources = known.get(reference)
  if (sources === undefined) {
    sources = findSources(operation, reference)
    known.set(reference, sources)
  }
  return sources
}

function findSources(operation: Operation, reference: string): Sources {
  const found: Source[] = []
  let isOpen = false
  for (const parameter of operation.parameters) {
    const { name, node, schema } = parameter
    if (name === undefined) continue
    if (name === reference) found.push(describe(node, schema, parameter.isInternal, false))
    if (schema === undefined) continue
    const isQualified = reference.startsWith(`${name}/`)
    const paths = isQualified ? [reference.slice(name.length + 1)] : [reference, reference.replaceAll('.', '/')]
    for (const path of new Set(paths)) {
      const result = followPath(schema, path)
      if (result.is === 'found') found.push(describe(result.node, result.node, isHidden(schema, path), true))
      else if (result.is === 'open') isOpen = true
    }
  }
  return { found, isOpen }
}

function describe(node: JsonNode, schema: JsonNode | undefined, isInternal: boolean, isProperty: boolean): Source {
  return { node, type: node.text('type') ?? resolved(schema)?.text('type'), isInternal, isProperty }
}

/** True when the property at a path, or something that holds it, is internal. */
function isHidden(schema: JsonNode, path: string): boolean {
  const steps = path.split('/')
  return steps.some((_, index) => {
    const result = followPath(schema, steps.slice(0, index + 1).join('/'))
    return result.is === 'found' && result.node.text('x-ms-visibility') === 'internal'
  })
}

type Users = ReadonlyMap<JsonNode, ReadonlySet<Operation>>

const knownDirect = new WeakMap<Definition, Users>()
const knownNamed = new WeakMap<Definition, Users>()

/** Tells which operations show a schema to makers. What it finds out about a definition is kept for the next one. */
export class SchemaUsers {
  readonly #definition: Definition

  constructor(definition: Definition) {
    this.#definition = definition
  }

  /** The operations whose parameters, body, responses or payload hold the schema, at any depth. */
  of(schema: Schema): ReadonlySet<Operation> {
    let root = schema
    while (root.parent !== undefined) root = root.parent
    const definition = this.#definition
    const direct = kept(knownDirect, definition, () => directUsers(definition))
    const users = direct.get(root.node)
    if (users !== undefined || root.node.parent !== definition.schemas) return users ?? noUsers
    return kept(knownNamed, definition, () => namedUsers(direct)).get(root.node) ?? noUsers
  }
}

const noUsers: ReadonlySet<Operation> = new Set()

function kept(known: WeakMap<Definition, Users>, definition: Definition, find: () => Users): Users {
  let users = known.get(definition)
  if (users === undefined) {
    users = find()
    known.set(definition, users)
  }
  return users
}

function directUsers(definition: Definition): Map<JsonNode, Set<Operation>> {
  const users = new Map<JsonNode, Set<Operation>>()
  const add = (node: JsonNode | undefined, operation: Operation): void => {
    if (node === undefined) return
    const known = users.get(node)
    if (known === undefined) users.set(node, new Set([operation]))
    else known.add(operation)
  }
  for (const operation of definition.operations) {
    for (const { node, schema } of operation.parameters) {
      add(node, operation)
      add(schema, operation)
    }
    for (const { schema } of operation.responses) add(schema, operation)
    add(operation.pathItem.notificationContent?.member('schema'), operation)
  }
  return users
}

/** Carries the users of schemas in operations along references to the named schemas. */
function namedUsers(direct: ReadonlyMap<JsonNode, ReadonlySet<Operation>>): Map<JsonNode, Set<Operation>> {
  const users = new Map<JsonNode, Set<Operation>>()
  const targets = new Map<JsonNode, readonly JsonNode[]>()
  const pending = [...direct]
  for (let entry = pending.pop(); entry !== undefined; entry = pending.pop()) {
    const [node, operations] = entry
    let next = targets.get(node)
    if (next === undefined) {
      next = [...referencedFrom(node)]
      targets.set(node, next)
    }
    for (const target of next) {
      const known = users.get(target) ?? new Set()
      const added = new Set([...operations].filter((operation) => !known.has(operation)))
      if (added.size === 0) continue
      for (const operation of added) known.add(operation)
      users.set(target, known)
      pending.push([target, added])
    }
  }
  return users
}

function referencedFrom(root: JsonNode): Set<JsonNode> {
  const found = new Set<JsonNode>()
  const pending = [root]
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.text('$ref') !== undefined) {
      const target = resolved(node)
      if (target !== undefined) found.add(target)
    } else for (const child of node.children) if (child.children.length > 0) pending.push(child)
  }
  return found
}
