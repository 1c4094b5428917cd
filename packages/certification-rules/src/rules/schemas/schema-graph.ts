import type { Definition, Schema } from '@sevenstep/connector-schema'
import type { JsonNode } from '@sevenstep/located-json'

/** One `$ref` from a schema to a named schema. */
export interface SchemaReference {
  /** The named schema it stands in; nothing when it stands in an operation or a shared parameter or response. */
  readonly from: JsonNode | undefined
  readonly to: JsonNode
  /** The value of `$ref`. */
  readonly at: JsonNode
  /** True when every value of `from` must hold what is pointed at: only required properties and `allOf` lie between. */
  readonly isRequired: boolean
}

/** Follows one `$ref` of a schema to the named schema it points at; nothing when that does not exist. */
export function namedTarget(definition: Definition | undefined, ref: string): JsonNode | undefined {
  const prefix = '#/definitions/'
  if (!ref.startsWith(prefix)) return undefined
  const name = ref.slice(prefix.length)
  return definition?.schemas?.member(/[~%]/.test(name) ? unescapeName(name) : name)
}

function unescapeName(name: string): string {
  let decoded = name
  try {
    decoded = decodeURIComponent(name)
  } catch {
    // Left as it is: the name holds a lone percent sign.
  }
  return decoded.replaceAll('~1', '/').replaceAll('~0', '~')
}

/** The reference a schema makes; nothing when it leads to no named schema. */
export function referenceFrom(
  definition: Definition | undefined,
  at: JsonNode,
  schema: Schema,
): SchemaReference | undefined {
  const to = schema.ref === undefined ? undefined : namedTarget(definition, schema.ref)
  if (to === undefined) return undefined
  let isRequired = true
  let holder: Schema = schema
  for (let next: Schema | undefined = schema; next !== undefined; next = next.parent) {
    holder = next
    isRequired &&= next.place === 'root' || next.place === 'allOf' || next.isRequired
  }
  const from = holder.node.parent !== undefined && holder.node.parent === definition?.schemas ? holder.node : undefined
  return { from, to, at, isRequired }
}

/** References that lead back to a named schema they come from. Goes by name, so that the order in the file plays no part. */
export function closingReferences(references: readonly SchemaReference[]): readonly SchemaReference[] {
  const outgoing = new Map<JsonNode, SchemaReference[]>()
  for (const reference of references) {
    if (reference.from === undefined) continue
    const known = outgoing.get(reference.from)
    if (known === undefined) outgoing.set(reference.from, [reference])
    else known.push(reference)
  }
  for (const list of outgoing.values()) list.sort((left, right) => compareKeys(left.to, right.to))
  const closing: SchemaReference[] = []
  const done = new Set<JsonNode>()
  for (const start of [...outgoing.keys()].sort(compareKeys)) {
    if (!done.has(start)) searchFrom(start, outgoing, done, closing)
  }
  return closing
}

/** Depth-first without recursion: chains of names may be longer than the stack allows. */
function searchFrom(
  start: JsonNode,
  outgoing: ReadonlyMap<JsonNode, readonly SchemaReference[]>,
  done: Set<JsonNode>,
  closing: SchemaReference[],
): void {
  const path = [{ node: start, next: 0 }]
  const onPath = new Set([start])
  for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
    const reference = outgoing.get(step.node)?.[step.next++]
    if (reference === undefined) {
      path.pop()
      onPath.delete(step.node)
      done.add(step.node)
    } else if (onPath.has(reference.to)) closing.push(reference)
    else if (!done.has(reference.to)) {
      path.push({ node: reference.to, next: 0 })
      onPath.add(reference.to)
    }
  }
}

function compareKeys(left: JsonNode, right: JsonNode): number {
  const [first, second] = [left.key ?? '', right.key ?? '']
  return first < second ? -1 : first > second ? 1 : 0
}
