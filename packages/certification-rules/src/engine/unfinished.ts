import { type Connector, jsonFilesOf } from '@sevenstep/connector-schema'
import { JsonNode } from '@sevenstep/located-json'
import type { Place } from './rule-family.ts'

/** The values that may go on where the reading of a file ended: what they lack may stand in the part not read. */
export class Unfinished {
  readonly #roots: ReadonlySet<JsonNode>

  constructor(connector: Connector) {
    const roots = new Set<JsonNode>()
    for (const { json } of jsonFilesOf(connector)) if (!json.isComplete && json.root !== undefined) roots.add(json.root)
    this.#roots = roots
  }

  /** True for the value last read in a file that was not read to its end, and for everything around it. */
  holds(at: Place): boolean {
    if (this.#roots.size === 0 || !(at instanceof JsonNode)) return false
    let node = at
    for (; node.parent !== undefined; node = node.parent) {
      if (node.parent.children.at(-1) !== node) return false
    }
    return this.#roots.has(node)
  }
}
