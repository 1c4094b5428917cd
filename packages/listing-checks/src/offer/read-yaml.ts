import { JsonNode, type LocatedJson } from '@sevenstep/located-json'
import { isAlias, isMap, isNode, isScalar, isSeq, type Node, type Pair, parseDocument } from 'yaml'
import type { OfferProblem } from './offer.ts'

const mostNodes = 50_000
const deepest = 60
const tooDeep = 'The file could not be read: it is nested too deeply.'

/** A YAML text read into the same tree as JSON, with places in the YAML. */
export interface ReadYaml {
  readonly json: LocatedJson
  readonly problems: readonly OfferProblem[]
}

/**
 * Reads a YAML text. Never throws. A reference (`*name`) stands for what it refers to, within the limit on all values: a
 * few references can make a small file a huge value. Merges and keys that are no text are refused with their place.
 */
export function readYaml(text: string): ReadYaml {
  const problems: OfferProblem[] = []
  try {
    // The parser compares each key with all others, and describes each error by the whole text: both are done here instead.
    const document = parseDocument(text, { version: '1.2', uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
    for (const { message, pos } of document.errors.slice(0, 20)) {
      const [start, end] = within(text, pos)
      const what = /call stack/.test(message) ? tooDeep : `${firstLine(message)}.`
      problems.push({ what, fix: 'Mend the YAML at this place.', start, end })
    }
    const root = new Converter(text, problems).convert(document.contents, undefined, undefined, 0)
    return { json: located(text, root), problems }
  } catch (error) {
    // The parser calls itself for each level: thousands of brackets end its stack.
    const what = error instanceof RangeError ? tooDeep : `The file could not be read: ${String(error)}.`
    problems.push({ what, fix: 'Write the offer again.', start: 0, end: 0 })
    return { json: located(text, undefined), problems }
  }
}

function located(text: string, root: JsonNode | undefined): LocatedJson {
  return { text, root, problems: [], unreportedProblems: 0, isComplete: true }
}

class Converter {
  readonly #text: string
  readonly #problems: OfferProblem[]
  readonly #anchors = new Map<string, Node>()
  #count = 0
  #isFull = false

  constructor(text: string, problems: OfferProblem[]) {
    this.#text = text
    this.#problems = problems
  }

  convert(
    value: unknown,
    parent: JsonNode | undefined,
    key: KeyPlace | undefined,
    depth: number,
  ): JsonNode | undefined {
    const place = placeOf(value, key, this.#text)
    if (++this.#count > mostNodes || depth > deepest) {
      if (!this.#isFull) this.#isFull = true
      this.#say('The file holds more than an offer can.', 'Write the offer in fewer and flatter parts.', place)
      return undefined
    }
    if (isAlias(value)) {
      const source = this.#anchors.get(value.source)
      if (source !== undefined) return this.convert(source, parent, key, depth + 1)
      this.#say(`"*${clipped(value.source)}" refers to nothing above it.`, 'Write the value itself here.', place)
      return undefined
    }
    if (isNode(value) && value.anchor !== undefined) this.#anchors.set(value.anchor, value)
    const [start, end] = place
    const make = (kind: JsonNode['kind'], plain: JsonNode['value']) =>
      new JsonNode(kind, start, end, plain, parent, key?.name, key?.start ?? -1, key?.end ?? -1)
    if (isMap(value)) {
      const node = make('object', undefined)
      node.children = []
      const members = new Map<string, JsonNode>()
      for (const pair of value.items) this.#member(node, members, pair, depth)
      return node
    }
    if (isSeq(value)) {
      const node = make('array', undefined)
      node.children = []
      for (const item of value.items) this.#add(node, this.convert(item, node, undefined, depth + 1))
      return node
    }
    return scalar(isScalar(value) ? value.value : null, make)
  }

  #member(node: JsonNode, members: Map<string, JsonNode>, pair: Pair, depth: number): void {
    const { key, value } = pair
    const place = placeOf(key, undefined, this.#text)
    const name = isScalar(key) ? key.value : undefined
    if (typeof name !== 'string' && typeof name !== 'number') {
      this.#say('A key is no text.', 'Use a word as the key.', place)
      return
    }
    if (name === '<<') {
      this.#say('"<<" merges another part of the file.', 'Write the values themselves here.', place)
      return
    }
    const child = this.convert(value, node, { name: String(name), start: place[0], end: place[1] }, depth + 1)
    if (child === undefined) return
    const earlier = members.get(String(name))
    members.set(String(name), child)
    if (earlier === undefined) this.#add(node, child)
    else {
      this.#say(
        `The key "${clipped(String(name))}" stands here twice.`,
        'Keep one of them; the last one counts.',
        place,
      )
      child.index = earlier.index
      node.children[earlier.index] = child
    }
  }

  #add(parent: JsonNode, child: JsonNode | undefined): void {
    if (child === undefined) return
    child.index = parent.children.length
    parent.children.push(child)
  }

  #say(what: string, fix: string, [start, end]: readonly [number, number]): void {
    if (this.#problems.length < 100) this.#problems.push({ what, fix, start, end })
  }
}

interface KeyPlace {
  readonly name: string
  readonly start: number
  readonly end: number
}

type Make = (kind: JsonNode['kind'], plain: JsonNode['value']) => JsonNode

function scalar(value: unknown, make: Make): JsonNode {
  if (typeof value === 'string') return make('string', value)
  if (typeof value === 'number') return make('number', value)
  if (typeof value === 'bigint') return make('number', Number(value))
  if (typeof value === 'boolean') return make('boolean', value)
  return value === null || value === undefined ? make('null', null) : make('string', String(value))
}

function placeOf(value: unknown, key: KeyPlace | undefined, text: string): readonly [number, number] {
  const range = typeof value === 'object' && value !== null && 'range' in value ? value.range : undefined
  if (Array.isArray(range)) return within(text, [Number(range[0]), Number(range[1])])
  return within(text, [key?.start ?? 0, key?.end ?? 0])
}

function within(text: string, [from, to]: readonly number[]): readonly [number, number] {
  const start = Math.min(Math.max(0, from ?? 0), text.length)
  return [start, Math.min(Math.max(start, to ?? start), text.length)]
}

function firstLine(message: string): string {
  const line = (message.split('\n', 1)[0] ?? message).replace(/ at line \d+, column \d+:?$/, '')
  return clipped(line).replace(/[.:]$/, '')
}

/** What is quoted of a file can be as long as the file; a message stays a sentence. */
function clipped(text: string): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text
}
