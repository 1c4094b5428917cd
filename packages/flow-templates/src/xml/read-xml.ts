import { SaxesParser } from 'saxes'
import type { XmlElement } from './xml-element.ts'

/** Bounds on what is read. */
export interface XmlLimits {
  /** Elements inside one another. Default 128; the deepest of 23 public solutions has 8. */
  readonly maxDepth?: number
  /** Elements and attributes together. Default 1,000,000. */
  readonly maxNodes?: number
}

/** Why reading ended early, and where. */
export interface XmlFault {
  readonly code: 'xml-broken' | 'xml-doctype' | 'xml-too-deep' | 'xml-too-many'
  readonly detail: string
  readonly offset: number
}

/** XML that has been read. With a fault, `root` holds what was complete before it, or nothing. */
export interface XmlReading {
  readonly text: string
  readonly root: XmlElement | undefined
  readonly fault?: XmlFault
}

/**
 * Reads XML into elements that know their place. There are no entities but the five of XML and character references: a
 * document type declaration ends the reading, nothing is ever fetched. Never throws, never recurses.
 */
export function readXml(text: string, limits: XmlLimits = {}): XmlReading {
  const builder = new TreeBuilder(text, limits.maxDepth ?? 128, limits.maxNodes ?? 1_000_000)
  const fault = builder.read()
  return { text, root: builder.root, ...(fault === undefined ? {} : { fault }) }
}

/** What is still being filled; every one of them is given out as an {@link XmlElement}. */
interface OpenElement extends XmlElement {
  readonly children: OpenElement[]
  text: string
  end: number
  contentEnd: number
}

/** One for all: most elements have none, and there may be a million. */
const noAttributes: ReadonlyMap<string, string> = new Map()

class TreeBuilder {
  root: OpenElement | undefined
  readonly #text: string
  readonly #maxDepth: number
  readonly #maxNodes: number
  readonly #open: OpenElement[] = []
  readonly #parser = new SaxesParser()
  #nodes = 0
  /** Up to here everything was in order. */
  #understood = 0
  #fault: XmlFault | undefined

  constructor(text: string, maxDepth: number, maxNodes: number) {
    this.#text = text
    this.#maxDepth = maxDepth
    this.#maxNodes = maxNodes
  }

  read(): XmlFault | undefined {
    const parser = this.#parser
    parser.on('doctype', () => this.#stop('xml-doctype', ''))
    parser.on('attribute', () => this.#count())
    parser.on('comment', () => this.#pass())
    parser.on('processinginstruction', () => this.#pass())
    parser.on('opentag', ({ name, attributes }) => this.#opened(name, attributes))
    parser.on('text', (piece) => this.#added(piece))
    parser.on('cdata', (piece) => this.#added(piece))
    parser.on('closetag', ({ isSelfClosing }) => this.#closed(isSelfClosing))
    try {
      // Without a handler of our own the first error is thrown, which ends the reading.
      parser.write(this.#text).close()
    } catch (error) {
      this.#fault ??= this.#bareAmpersand() ?? { code: 'xml-broken', detail: reasonOf(error), offset: this.#offset() }
    }
    for (const element of this.#open) {
      element.end = this.#offset()
      element.contentEnd = this.#offset()
    }
    return this.#fault
  }

  /**
   * The parser takes everything behind an ampersand for the name of an entity, and stops at the next semicolon or the
   * end of the text. Whoever wrote the ampersand looks for it where it is.
   */
  #bareAmpersand(): XmlFault | undefined {
    const swallowed = this.#text.slice(this.#understood, this.#offset())
    const at = swallowed.search(/&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/i)
    if (at < 0) return undefined
    const name = /^&[A-Za-z_][\w.-]{0,40};/.exec(swallowed.slice(at, at + 50))?.[0]
    const detail =
      name === undefined ? '"&" stands alone; it is written &amp;' : `the entity ${name} is not one of XML’s five`
    return { code: 'xml-broken', detail, offset: this.#understood + at }
  }

  #offset(): number {
    return Math.min(this.#parser.position, this.#text.length)
  }

  #stop(code: XmlFault['code'], detail: string): never {
    this.#fault = { code, detail, offset: this.#offset() }
    throw new Error(code)
  }

  #pass(): void {
    this.#understood = this.#offset()
  }

  #count(): void {
    this.#nodes += 1
    if (this.#nodes > this.#maxNodes) this.#stop('xml-too-many', String(this.#maxNodes))
  }

  #opened(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#pass()
    this.#count()
    if (this.#open.length >= this.#maxDepth) this.#stop('xml-too-deep', String(this.#maxDepth))
    const contentStart = this.#offset()
    const entries = Object.entries(attributes)
    const element: OpenElement = {
      name,
      attributes: entries.length === 0 ? noAttributes : new Map(entries),
      children: [],
      text: '',
      // No value of an attribute may hold the character, so the nearest one opens the tag.
      start: this.#text.lastIndexOf('<', contentStart - 1),
      end: contentStart,
      contentStart,
      contentEnd: contentStart,
    }
    const parent = this.#open.at(-1)
    if (parent === undefined) this.root ??= element
    else parent.children.push(element)
    this.#open.push(element)
  }

  #added(piece: string): void {
    this.#pass()
    const element = this.#open.at(-1)
    if (element !== undefined) element.text += piece
  }

  #closed(isSelfClosing: boolean): void {
    this.#pass()
    const element = this.#open.pop()
    if (element === undefined) return
    element.end = this.#offset()
    element.contentEnd = isSelfClosing ? element.end : this.#text.lastIndexOf('<', element.end - 1)
  }
}

/** The parser's sentence without the place it begins with, which is said in another way. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message
    .replace(/^(\d+:\d+: )/, '')
    .replace(/\.$/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
    .slice(0, 160)
}
