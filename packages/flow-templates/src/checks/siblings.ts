import type { JsonNode } from '@sevenstep/located-json'

/**
 * Which siblings the steps of one flow name. What was worked out is kept for as long as the flow is looked at: kept by
 * node alone it would keep every flow that was ever read alive until the next large collection of garbage.
 */
export class Siblings {
  readonly #waits = new Map<JsonNode, readonly JsonNode[]>()
  readonly #inAnyCase = new Map<JsonNode, ReadonlyMap<string, JsonNode>>()

  /** The siblings an action names in `runAfter`; names that no sibling has are left out. */
  waitedFor(node: JsonNode, container: JsonNode): readonly JsonNode[] {
    const known = this.#waits.get(node)
    if (known !== undefined) return known
    const found = new Set<JsonNode>()
    for (const { key } of entriesOf(node)) {
      const sibling = key === undefined ? undefined : this.named(container, key)
      if (sibling !== undefined) found.add(sibling)
    }
    const list = found.size === 0 ? none : [...found]
    this.#waits.set(node, list)
    return list
  }

  /** The action of that name in a container, in any case of letters. */
  named(container: JsonNode, name: string): JsonNode | undefined {
    return container.member(name) ?? this.#byLowerCase(container).get(name.toLowerCase())
  }

  #byLowerCase(container: JsonNode): ReadonlyMap<string, JsonNode> {
    const known = this.#inAnyCase.get(container)
    if (known !== undefined) return known
    const byName = new Map<string, JsonNode>()
    for (const child of container.children) {
      const key = child.key?.toLowerCase() ?? ''
      if (!byName.has(key)) byName.set(key, child)
    }
    this.#inAnyCase.set(container, byName)
    return byName
  }
}

const none: readonly JsonNode[] = []

function entriesOf(node: JsonNode): readonly JsonNode[] {
  const entries = node.member('runAfter')
  return entries?.kind === 'object' ? entries.children : none
}
