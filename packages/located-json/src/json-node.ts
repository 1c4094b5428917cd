/** What a JSON value is. */
export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null'

/** A JSON value without positions, as `JSON.parse` would give it. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

const noChildren: JsonNode[] = []
const indexFrom = 40

/** For keys with escapes or without quotes. All others end two quotes further than they are long: nodes stay small. */
const oddKeyEnds = new WeakMap<JsonNode, number>()

/**
 * One value in a JSON text: what it is, where it stands and what holds it.
 *
 * A member of an object is its value's node with a `key`; there are no separate property nodes. Offsets count UTF-16
 * code units from the start of the text; `end` is behind the last one. Where a key occurs twice only the last value
 * is kept, as `JSON.parse` does; the reader reports the other.
 */
export class JsonNode {
  readonly kind: JsonKind
  readonly start: number
  end: number
  /** The value of a string, number, boolean or null; `undefined` for objects and arrays. */
  readonly value: string | number | boolean | null | undefined
  /** Member values or items in the order of the text; empty for everything else. */
  children: JsonNode[] = noChildren
  readonly parent: JsonNode | undefined
  /** The key under which an object holds this value. */
  readonly key: string | undefined
  /** Where the key's opening quote stands; -1 when there is no key. */
  readonly keyStart: number
  /** Place in the parent's `children`. */
  index = 0

  constructor(
    kind: JsonKind,
    start: number,
    end: number,
    value: string | number | boolean | null | undefined,
    parent: JsonNode | undefined,
    key: string | undefined,
    keyStart: number,
    keyEnd: number,
  ) {
    this.kind = kind
    this.start = start
    this.end = end
    this.value = value
    this.parent = parent
    this.key = key
    this.keyStart = keyStart
    if (key !== undefined && keyEnd - keyStart !== key.length + 2) oddKeyEnds.set(this, keyEnd)
  }

  /** Behind the key's closing quote; -1 when there is no key. */
  get keyEnd(): number {
    return this.key === undefined ? -1 : (oddKeyEnds.get(this) ?? this.keyStart + this.key.length + 2)
  }

  /** The member of that name, or nothing when there is none or this is not an object. */
  member(key: string): JsonNode | undefined {
    const { children } = this
    if (this.kind !== 'object') return undefined
    if (children.length >= indexFrom) return indexOf(this).get(key)
    for (let at = 0; at < children.length; at++) {
      const child = children[at]
      if (child !== undefined && child.key === key) return child
    }
    return undefined
  }

  /** The text of the string member of that name; nothing when it is missing or not a string. */
  text(key: string): string | undefined {
    const value = this.member(key)?.value
    return typeof value === 'string' ? value : undefined
  }

  /** The node a path of keys and indexes leads to. */
  find(...path: readonly (string | number)[]): JsonNode | undefined {
    let node: JsonNode | undefined = this
    for (const step of path) {
      if (node === undefined) return undefined
      if (node.kind === 'array') node = node.children[Number(step)]
      else node = node.member(String(step))
    }
    return node
  }

  /** The node a path leads to, or the innermost holder of it that is there: where somebody would write what is missing. */
  nearest(...path: readonly PropertyKey[]): JsonNode {
    let node: JsonNode = this
    for (const step of path) {
      const next = node.find(typeof step === 'number' ? step : String(step))
      if (next === undefined) return node
      node = next
    }
    return node
  }

  /** The outermost node that holds this one. */
  root(): JsonNode {
    let node: JsonNode = this
    while (node.parent !== undefined) node = node.parent
    return node
  }

  /** RFC 6901 pointer from the root; the empty string for the root itself. */
  pointer(): string {
    let pointer = ''
    let node: JsonNode = this
    while (node.parent !== undefined) {
      pointer = `/${node.key === undefined ? node.index : escapePointerStep(node.key)}${pointer}`
      node = node.parent
    }
    return pointer
  }
}

/**
 * Kept outside the nodes, which most never need. Making a map and keeping it costs as much as dozens of searches, so
 * only the few large objects have one.
 */
const indexes = new WeakMap<JsonNode, Map<string, JsonNode>>()

function indexOf(node: JsonNode): Map<string, JsonNode> {
  let index = indexes.get(node)
  if (index === undefined) {
    index = new Map()
    for (const child of node.children) if (child.key !== undefined) index.set(child.key, child)
    indexes.set(node, index)
  }
  return index
}

/** One step of a JSON pointer with `~` and `/` escaped. */
export function escapePointerStep(step: string): string {
  if (step.indexOf('~') < 0 && step.indexOf('/') < 0) return step
  return step.replaceAll('~', '~0').replaceAll('/', '~1')
}

/** The node an RFC 6901 pointer (also in its `#/…` form, percent-decoded) leads to, or nothing. */
export function resolvePointer(root: JsonNode, pointer: string): JsonNode | undefined {
  let path = pointer
  if (path.startsWith('#')) {
    path = path.slice(1)
    if (path.includes('%')) {
      try {
        path = decodeURIComponent(path)
      } catch {
        return undefined
      }
    }
  }
  if (path === '') return root
  if (!path.startsWith('/')) return undefined
  let node: JsonNode | undefined = root
  const hasEscapes = path.includes('~')
  for (const step of path.slice(1).split('/')) {
    const key = hasEscapes ? step.replaceAll('~1', '/').replaceAll('~0', '~') : step
    if (node === undefined) return undefined
    if (node.kind === 'object') node = node.member(key)
    else if (node.kind === 'array' && /^(0|[1-9]\d*)$/.test(key)) node = node.children[Number(key)]
    else return undefined
  }
  return node
}

/** The plain value of a node; a key named `__proto__` becomes an ordinary property. */
export function toValue(node: JsonNode): JsonValue {
  if (node.kind === 'array') return node.children.map(toValue)
  if (node.kind !== 'object') return node.value ?? null
  const result: { [key: string]: JsonValue } = {}
  for (const child of node.children) {
    if (child.key === '__proto__') {
      Object.defineProperty(result, '__proto__', {
        value: toValue(child),
        enumerable: true,
        configurable: true,
        writable: true,
      })
    } else if (child.key !== undefined) result[child.key] = toValue(child)
  }
  return result
}
