import { escapePointerStep, type JsonNode } from '@sevenstep/located-json'

/**
 * Writes pointers for many nodes of the same files. Findings come in the order of the text, so what two neighbours
 * share of their way from the root is written once.
 */
export class PointerWriter {
  /** Nodes from the root to the last node's holder, and the pointer of each with a slash behind it. */
  readonly #way: JsonNode[] = []
  readonly #prefixes: string[] = []
  readonly #scratch: JsonNode[] = []

  /** The RFC 6901 pointer of a node. */
  write(node: JsonNode): string {
    const { parent } = node
    if (parent === undefined) return ''
    if (this.#way.at(-1) !== parent) this.#follow(parent)
    return (this.#prefixes.at(-1) ?? '/') + stepOf(node)
  }

  /** The outermost node of the way that was written last. */
  get root(): JsonNode | undefined {
    return this.#way[0]
  }

  #follow(holder: JsonNode): void {
    const way = this.#way
    const up = this.#scratch
    let depth = 0
    for (let node: JsonNode | undefined = holder; node !== undefined; node = node.parent) up[depth++] = node
    let shared = 0
    while (shared < way.length && shared < depth && way[shared] === up[depth - 1 - shared]) shared++
    way.length = shared
    this.#prefixes.length = shared
    for (let at = depth - 1 - shared; at >= 0; at--) {
      const node = up[at]
      if (node === undefined) return
      const before = this.#prefixes.at(-1)
      this.#prefixes.push(before === undefined ? '/' : `${before}${stepOf(node)}/`)
      way.push(node)
    }
  }
}

function stepOf(node: JsonNode): string {
  return node.key === undefined ? String(node.index) : escapePointerStep(node.key)
}
