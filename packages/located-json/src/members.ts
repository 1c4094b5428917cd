import type { JsonNode } from './json-node.ts'
import type { Reader } from './read-json.ts'

const mapFrom = 24

/** The members of one object while it is read: the later of two equal keys takes the earlier one's place. */
export class Members {
  readonly children: JsonNode[] = []
  readonly #reader: Reader
  #places: Map<string | undefined, number> | undefined

  constructor(reader: Reader) {
    this.#reader = reader
  }

  keep(child: JsonNode): void {
    const { children } = this
    const earlier = this.#placeOf(child.key)
    if (earlier >= 0) {
      this.#reader.report('duplicate-key', child.keyStart, child.keyEnd, true, '', children[earlier]?.keyStart ?? 0)
      child.index = earlier
      children[earlier] = child
      return
    }
    child.index = children.length
    children.push(child)
    this.#places?.set(child.key, child.index)
  }

  #placeOf(key: string | undefined): number {
    const { children } = this
    if (children.length <= mapFrom) {
      for (let at = 0; at < children.length; at++) if (children[at]?.key === key) return at
      return -1
    }
    this.#places ??= new Map(children.map((child, at) => [child.key, at]))
    return this.#places.get(key) ?? -1
  }
}
