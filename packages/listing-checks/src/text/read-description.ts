import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { allowedTags, blockTags, voidTags } from '../data/html-subset.ts'

/** Something in a description that the marketplace does not take. */
export interface DescriptionFault {
  readonly kind: 'tag' | 'attribute' | 'unclosed' | 'unopened'
  /** The tag, or the attribute and its tag. */
  readonly name: string
  /** Offset in the description. */
  readonly at: number
}

/** A description as a reader sees it. */
export interface ReadDescription {
  readonly faults: readonly DescriptionFault[]
  /** The words of each paragraph, list item and heading, without mark-up; empty ones are left out. */
  readonly paragraphs: readonly string[]
}

/** Depth to which elements are followed; the parser itself nests no deeper than the text makes it. */
const deepest = 200
const mostCharacters = 100_000
const mostFaults = 100

/**
 * Reads a description's HTML as a browser would, and says what the marketplace does not take. Never throws. Only the first
 * 100,000 characters are read: a description may have a few thousand.
 */
export function readDescription(html: string): ReadDescription {
  const text = html.slice(0, mostCharacters)
  const reader = new DescriptionReader(text)
  const fragment = parseFragment(text, { sourceCodeLocationInfo: true })
  reader.visit(fragment.childNodes, 0)
  reader.seekUnopened()
  return reader.result()
}

class DescriptionReader {
  readonly #text: string
  readonly #faults: DescriptionFault[] = []
  readonly #paragraphs: string[] = ['']
  /** Where the end tags stand that close something. */
  readonly #closing = new Set<number>()

  constructor(text: string) {
    this.#text = text
  }

  visit(nodes: readonly DefaultTreeAdapterTypes.ChildNode[], depth: number): void {
    if (depth > deepest) return
    for (const node of nodes) {
      if (node.nodeName === '#text' && 'value' in node) this.#words(node.value)
      else if ('tagName' in node) this.#element(node, depth)
      else if (node.nodeName === '#comment') this.#say('tag', '!--', node.sourceCodeLocation?.startOffset ?? 0)
    }
  }

  /** End tags that close nothing: the parser drops them without a word. */
  seekUnopened(): void {
    for (const match of this.#text.matchAll(/<\/([a-z][a-z0-9]*)\s*>/gi)) {
      const name = (match[1] ?? '').toLowerCase()
      if (!this.#closing.has(match.index) && allowedTags.has(name)) this.#say('unopened', name, match.index)
    }
  }

  result(): ReadDescription {
    const paragraphs = this.#paragraphs.map((words) => words.replace(/\s+/g, ' ').trim()).filter(Boolean)
    return { faults: this.#faults.sort((left, right) => left.at - right.at), paragraphs }
  }

  #element(node: DefaultTreeAdapterTypes.Element, depth: number): void {
    const { tagName, sourceCodeLocation: place } = node
    const at = place?.startOffset ?? 0
    // The parser makes elements of its own where mark-up is missing; they stand nowhere in the text.
    const isWritten = place?.startTag !== undefined || voidTags.has(tagName)
    if (isWritten && !allowedTags.has(tagName)) this.#say('tag', tagName, at)
    else if (isWritten) {
      for (const { name } of node.attrs) {
        this.#say('attribute', `${name} of <${tagName}>`, place?.attrs?.[name]?.startOffset ?? at)
      }
      if (place?.endTag === undefined && !voidTags.has(tagName)) this.#say('unclosed', tagName, at)
    }
    if (place?.endTag !== undefined) this.#closing.add(place.endTag.startOffset)
    const isBlock = blockTags.has(tagName)
    if (isBlock) this.#paragraphs.push('')
    if (tagName === 'br') this.#words(' ')
    this.visit(node.childNodes, depth + 1)
    if (isBlock) this.#paragraphs.push('')
  }

  #words(text: string): void {
    const last = this.#paragraphs.length - 1
    const [first = '', ...others] = text.split(/\n\s*\n/)
    this.#paragraphs[last] = (this.#paragraphs[last] ?? '') + first
    this.#paragraphs.push(...others)
  }

  #say(kind: DescriptionFault['kind'], name: string, at: number): void {
    if (this.#faults.length < mostFaults) this.#faults.push({ kind, name, at })
  }
}
