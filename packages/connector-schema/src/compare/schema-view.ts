import type { JsonNode } from '@sevenstep/located-json'
import { resolved } from '../model/references.ts'

const none: ReadonlyMap<string, JsonNode> = new Map()

/** A schema as a maker's designer sees it: references followed and `allOf` merged. */
export class SchemaView {
  /** The schema itself, behind its reference. */
  readonly node: JsonNode
  /** True when there are more `allOf` parts than were merged: what it lacks proves nothing. */
  readonly isCut: boolean
  readonly #parts: readonly JsonNode[]
  #properties: ReadonlyMap<string, JsonNode> | undefined
  #required: ReadonlyMap<string, JsonNode> | undefined

  constructor(node: JsonNode, mostParts: number) {
    this.node = node
    this.#parts = partsOf(node, mostParts)
    this.isCut = this.#parts.length > mostParts
  }

  /** How many objects were merged: the schema's own, and those of `allOf`. */
  get partCount(): number {
    return this.#parts.length
  }

  /** The member of that name, from the schema's own object or the first `allOf` part that has it. */
  facet(key: string): JsonNode | undefined {
    for (const part of this.#parts) {
      const member = part.member(key)
      if (member !== undefined) return member
    }
    return undefined
  }

  get properties(): ReadonlyMap<string, JsonNode> {
    this.#properties ??= collect(this.#parts, 'properties', 'object', (node) => node.key)
    return this.#properties
  }

  /** Names in `required` with the place that says so. */
  get required(): ReadonlyMap<string, JsonNode> {
    this.#required ??= collect(this.#parts, 'required', 'array', textOf)
    return this.#required
  }

  /** `type` as written; several types joined by `|`. */
  get writtenType(): string | undefined {
    return typeText(this.facet('type'))
  }

  /** The written type, or the one that `properties` or `items` imply. */
  get type(): string | undefined {
    return this.writtenType ?? this.#impliedType()
  }

  #impliedType(): string | undefined {
    if (this.properties.size > 0 || this.facet('additionalProperties')?.kind === 'object') return 'object'
    return this.facet('items') === undefined ? undefined : 'array'
  }
}

/** How many `allOf` parts are merged in one comparison: a chain of a thousand schemas, each built on the next, has half a million. */
const mostMerged = 300_000

/** Makes views and keeps them: a schema that many places share is merged once. */
export class SchemaViews {
  readonly #views = new Map<JsonNode, SchemaView>()
  #partsLeft = mostMerged
  #isCutShort = false

  /** True when some view is cut, because merging took too much. */
  get isCutShort(): boolean {
    return this.#isCutShort
  }

  /** The view of a schema or of a reference to one; an empty view for what leads nowhere. */
  of(site: JsonNode): SchemaView {
    const node = resolved(site) ?? site
    let view = this.#views.get(node)
    if (view === undefined) {
      view = new SchemaView(node, this.#partsLeft + 1)
      this.#partsLeft = Math.max(0, this.#partsLeft - view.partCount + 1)
      this.#isCutShort ||= view.isCut
      this.#views.set(node, view)
    }
    return view
  }
}

/** The schema's own object, then its `allOf` parts from the left, each once; a loop, not recursion: chains can be long. */
function partsOf(node: JsonNode, most: number): readonly JsonNode[] {
  const parts = new Set<JsonNode>()
  const waiting = [node]
  for (let site = waiting.pop(); site !== undefined && parts.size <= most; site = waiting.pop()) {
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

/** Members or items of that list in all parts; the first of each name counts. */
function collect(
  parts: readonly JsonNode[],
  key: string,
  kind: 'object' | 'array',
  nameOf: (node: JsonNode) => string | undefined,
): ReadonlyMap<string, JsonNode> {
  let found: Map<string, JsonNode> | undefined
  for (const part of parts) {
    const list = part.member(key)
    if (list?.kind !== kind) continue
    for (const node of list.children) {
      const name = nameOf(node)
      if (name === undefined) continue
      found ??= new Map()
      if (!found.has(name)) found.set(name, node)
    }
  }
  return found ?? none
}

const textOf = (node: JsonNode): string | undefined => (typeof node.value === 'string' ? node.value : undefined)

function typeText(node: JsonNode | undefined): string | undefined {
  if (node === undefined) return undefined
  if (node.kind !== 'array') return String(node.value)
  return node.children
    .map((child) => String(child.value))
    .sort()
    .join('|')
}
