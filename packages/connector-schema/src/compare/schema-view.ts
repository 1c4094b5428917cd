import type { JsonNode } from '@sevenstep/located-json'
import { resolved } from '../model/references.ts'

/** A schema as a maker's designer sees it: references followed and `allOf` merged. */
export interface SchemaView {
  /** The schema itself, behind its reference. */
  readonly node: JsonNode
  readonly properties: ReadonlyMap<string, JsonNode>
  /** Names in `required` with the place that says so. */
  readonly required: ReadonlyMap<string, JsonNode>
  /** The member of that name, from the schema's own object or the first `allOf` part that has it. */
  readonly facet: (key: string) => JsonNode | undefined
  /** `type` as written; several types joined by `|`. */
  readonly writtenType: string | undefined
  /** The written type, or the one that `properties` or `items` imply. */
  readonly type: string | undefined
}

/** Makes views and keeps them: a schema that many places share is merged once. */
export class SchemaViews {
  readonly #views = new Map<JsonNode, SchemaView>()

  /** The view of a schema or of a reference to one; an empty view for what leads nowhere. */
  of(site: JsonNode): SchemaView {
    const node = resolved(site) ?? site
    let view = this.#views.get(node)
    if (view === undefined) {
      view = viewOf(node)
      this.#views.set(node, view)
    }
    return view
  }
}

function viewOf(node: JsonNode): SchemaView {
  const parts = partsOf(node)
  const facet = (key: string): JsonNode | undefined => {
    for (const part of parts) {
      const member = part.member(key)
      if (member !== undefined) return member
    }
    return undefined
  }
  const properties = new Map<string, JsonNode>()
  const required = new Map<string, JsonNode>()
  for (const part of parts) {
    const own = part.member('properties')
    if (own?.kind === 'object') addMissing(properties, own.children, keyOf)
    const names = part.member('required')
    if (names?.kind === 'array') addMissing(required, names.children, textOf)
  }
  const writtenType = typeText(facet('type'))
  const type = writtenType ?? impliedType(properties.size, facet)
  return { node, properties, required, facet, writtenType, type }
}

/** The schema's own object, then its `allOf` parts from the left, each once; a loop, not recursion: chains can be long. */
function partsOf(node: JsonNode): readonly JsonNode[] {
  const parts = new Set<JsonNode>()
  const waiting = [node]
  for (let site = waiting.pop(); site !== undefined; site = waiting.pop()) {
    const part = resolved(site)
    if (part?.kind !== 'object' || parts.has(part)) continue
    parts.add(part)
    const allOf = part.member('allOf')
    if (allOf?.kind !== 'array') continue
    for (let at = allOf.children.length - 1; at >= 0; at--) {
      const child = allOf.children[at]
      if (child !== undefined) waiting.push(child)
    }
  }
  return [...parts]
}

function addMissing(
  map: Map<string, JsonNode>,
  nodes: readonly JsonNode[],
  nameOf: (node: JsonNode) => string | undefined,
): void {
  for (const node of nodes) {
    const name = nameOf(node)
    if (name !== undefined && !map.has(name)) map.set(name, node)
  }
}

const keyOf = (node: JsonNode): string | undefined => node.key
const textOf = (node: JsonNode): string | undefined => (typeof node.value === 'string' ? node.value : undefined)

function typeText(node: JsonNode | undefined): string | undefined {
  if (node === undefined) return undefined
  if (node.kind !== 'array') return String(node.value)
  return node.children
    .map((child) => String(child.value))
    .sort()
    .join('|')
}

function impliedType(propertyCount: number, facet: SchemaView['facet']): string | undefined {
  if (propertyCount > 0 || facet('additionalProperties')?.kind === 'object') return 'object'
  return facet('items') === undefined ? undefined : 'array'
}
