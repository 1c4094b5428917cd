import type { JsonNode } from './json-node.ts'

/** One member or item of a container as it stands in the text, also one that a later equal key replaced. */
export interface Part {
  /** Where its key or value begins. */
  readonly start: number
  readonly end: number
  /** Where the blank (or comment) before it begins: behind the comma or bracket before it. */
  readonly gapStart: number
  /** Nothing for a member that a later equal key replaced. */
  readonly node: JsonNode | undefined
}

/** The parts of a container, and where among them a node stands. */
export interface PartIndex {
  readonly parts: readonly Part[]
  readonly byNode: ReadonlyMap<JsonNode, number>
  /** Those that a later equal key replaced. */
  readonly replaced: readonly number[]
}

/** Mends of a long list come one at a time, each with an editor of its own; the list is only taken apart once. */
const indexes = new WeakMap<JsonNode, PartIndex>()

/** What a container of this text consists of; worked out once per container. */
export function partIndexOf(text: string, container: JsonNode): PartIndex {
  const known = indexes.get(container)
  if (known !== undefined) return known
  const parts = partsOf(text, container)
  const byNode = new Map<JsonNode, number>()
  const replaced: number[] = []
  for (const [at, { node }] of parts.entries()) {
    if (node === undefined) replaced.push(at)
    else byNode.set(node, at)
  }
  const index = { parts, byNode, replaced }
  indexes.set(container, index)
  return index
}

/** The members or items of a container in the order of the text. */
function partsOf(text: string, container: JsonNode): Part[] {
  const known = new Map<number, JsonNode>()
  for (const child of container.children) known.set(child.key === undefined ? child.start : child.keyStart, child)
  const parts: Part[] = []
  const last = innerEnd(text, container)
  let gapStart = container.start + 1
  let at = gapStart
  while (at < last) {
    const character = text[at] ?? ''
    if (character === ',') gapStart = ++at
    else if (isBlank(character)) at++
    else if (character === '/') at = skipComment(text, at)
    else {
      const node = known.get(at)
      const end = node?.end ?? Math.max(at + 1, endOfMember(text, at, last, known))
      parts.push({ start: at, end, gapStart, node })
      at = end
      gapStart = end
    }
  }
  return parts
}

/** Where the closing bracket stands; the container's end when it was never closed. */
export function innerEnd(text: string, container: JsonNode): number {
  const closing = container.kind === 'object' ? '}' : ']'
  return container.end - container.start > 1 && text[container.end - 1] === closing ? container.end - 1 : container.end
}

function isBlank(character: string): boolean {
  return character.trim() === ''
}

function skipComment(text: string, at: number): number {
  if (text[at + 1] === '/') {
    const lineEnd = /[\r\n]/g
    lineEnd.lastIndex = at
    return lineEnd.exec(text)?.index ?? text.length
  }
  const end = text.indexOf('*/', at + 2)
  return end < 0 ? text.length : end + 2
}

/** Behind the last character of a member the tree no longer has, up to the comma or bracket that ends it. */
function endOfMember(text: string, start: number, last: number, known: ReadonlyMap<number, JsonNode>): number {
  let depth = 0
  let end = start
  for (let at = start; at < last; ) {
    const character = text[at] ?? ''
    if (depth === 0 && known.has(at)) break
    if (character === '"' || character === "'") at = end = skipQuoted(text, at, last)
    else if (character === '/') at = skipComment(text, at)
    else {
      if (depth === 0 && character === ',') break
      if (character === '{' || character === '[') depth++
      if (character === '}' || character === ']') depth--
      at++
      if (!isBlank(character)) end = at
    }
  }
  return end
}

function skipQuoted(text: string, start: number, last: number): number {
  const opening = text[start]
  for (let at = start + 1; at < last; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === opening) return at + 1
  }
  return last
}
