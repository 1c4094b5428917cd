import type { JsonTextEdit } from './apply-text-edits.ts'
import { type Anchor, ContainerEdit, layoutFor } from './container-edit.ts'
import type { JsonNode, JsonValue } from './json-node.ts'
import type { LocatedJson } from './read-json.ts'
import { printValue } from './text-layout.ts'

/**
 * Collects changes of a JSON text and turns them into the fewest text edits: key order, indentation, line ends and
 * every byte that no change concerns stay as they are. Nodes are those of the text as it was read; they keep their
 * meaning while changes are collected. Never throws: a change inside something that is removed or replaced is dropped.
 */
export class JsonEditor {
  readonly #json: LocatedJson
  readonly #containers = new Map<JsonNode, ContainerEdit>()
  readonly #values = new Map<JsonNode, JsonValue>()
  readonly #keys = new Map<JsonNode, string>()
  readonly #raw: JsonTextEdit[] = []

  constructor(json: LocatedJson) {
    this.#json = json
  }

  /** The changes so far as text edits in the order of the text: none overlap, no two begin at one place. */
  get edits(): readonly JsonTextEdit[] {
    const edits = [...this.#containers.values()].flatMap((container) => container.edits())
    for (const [node, value] of this.#values) {
      edits.push({ start: node.start, end: node.end, text: this.#print(node, value) })
    }
    for (const [node, key] of this.#keys) {
      edits.push({ start: node.keyStart, end: node.keyEnd, text: JSON.stringify(key) })
    }
    return outermost([...edits, ...this.#raw])
  }

  /** Replaces a value. */
  set(node: JsonNode, value: JsonValue): void {
    this.#values.set(node, value)
  }

  /** Removes a member or item with the comma that belongs to it; of a key that occurs twice, both. The root stays. */
  remove(node: JsonNode): void {
    if (node.parent !== undefined) this.#container(node.parent).remove(node)
  }

  /**
   * Removes the member or item that begins at an offset, also one that a later equal key replaced and that therefore
   * is not in the tree (see {@link JsonProblem.first}). False when nothing begins there.
   */
  removeAt(container: JsonNode, start: number): boolean {
    return this.#container(container).removeAt(start)
  }

  /**
   * Adds a member to an object: before or after the one of that key, else behind the last. A key that is there already
   * gets the value instead of occurring twice.
   */
  insert(object: JsonNode, key: string, value: JsonValue, anchor: Anchor = {}): void {
    if (object.kind !== 'object') return
    const existing = object.member(key)
    const container = this.#container(object)
    if (existing !== undefined && container.keeps(existing)) this.set(existing, value)
    else container.insert(key, value, anchor)
  }

  /** Adds an item behind the last one of an array. */
  append(array: JsonNode, value: JsonValue): void {
    if (array.kind === 'array') this.#container(array).insert(undefined, value, {})
  }

  /** Adds an item before the one that stood at an index. */
  insertItem(array: JsonNode, index: number, value: JsonValue): void {
    if (array.kind === 'array') this.#container(array).insertItem(index, value)
  }

  /** Gives a member another key. */
  rename(node: JsonNode, key: string): void {
    if (node.keyStart >= 0) this.#keys.set(node, key)
  }

  /** Replaces characters as they stand, for what no node describes: a stray comma, a comment, a byte-order mark. */
  replace(start: number, end: number, text: string): void {
    this.#raw.push({ start, end, text })
  }

  #print(node: JsonNode, value: JsonValue): string {
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    const parent = node.parent === undefined ? undefined : this.#container(node.parent)
    return printValue(value, layoutFor(this.#json.text, node, parent))
  }

  #container(node: JsonNode): ContainerEdit {
    let container = this.#containers.get(node)
    if (container === undefined) {
      container = new ContainerEdit(this.#json.text, node)
      this.#containers.set(node, container)
    }
    return container
  }
}

/** Sorts edits, drops those that lie in (or cut into) a larger one, and joins those that begin at one place. */
function outermost(edits: readonly JsonTextEdit[]): JsonTextEdit[] {
  const isInsertion = (edit: JsonTextEdit): boolean => edit.end === edit.start
  const ordered = [...edits].sort(
    (left, right) =>
      left.start - right.start || Number(isInsertion(right)) - Number(isInsertion(left)) || right.end - left.end,
  )
  const kept: JsonTextEdit[] = []
  for (const edit of ordered) {
    const last = kept.at(-1)
    if (last === undefined || edit.start >= last.end) {
      if (last?.start === edit.start) kept[kept.length - 1] = { ...edit, text: last.text + edit.text }
      else kept.push(edit)
    }
  }
  return kept
}
