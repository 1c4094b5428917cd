import { JsonNode } from '@sevenstep/located-json'
import type { JudgedFile } from './judged-file.ts'
import type { Place } from './rule-family.ts'

/** The values that may go on where the reading of a file ended: what they lack may stand in the part not read. */
export class Unfinished {
  /** Of files not read to their end. */
  readonly #roots: ReadonlySet<JsonNode>
  /** Of files in which more entries stand behind the closing brace, where they belong in the outermost object. */
  readonly #closedEarly: ReadonlySet<JsonNode>

  constructor(files: Iterable<JudgedFile>) {
    const roots = new Set<JsonNode>()
    const closedEarly = new Set<JsonNode>()
    for (const { text, json } of files) {
      if (json?.root === undefined) continue
      if (!json.isComplete) roots.add(json.root)
      const behind = json.problems.find(({ code }) => code === 'text-after-root')
      if (behind !== undefined && text.includes('"', behind.start)) closedEarly.add(json.root)
    }
    this.#roots = roots
    this.#closedEarly = closedEarly
  }

  /** True for the value last read in a file that was not read to its end, and for everything around it. */
  holds(at: Place): boolean {
    if (this.#roots.size + this.#closedEarly.size === 0 || !(at instanceof JsonNode)) return false
    if (this.#closedEarly.has(at)) return true
    let node = at
    for (; node.parent !== undefined; node = node.parent) {
      if (node.parent.children.at(-1) !== node) return false
    }
    return this.#roots.has(node)
  }
}
