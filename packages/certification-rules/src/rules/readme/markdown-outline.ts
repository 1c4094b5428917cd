import type { TextFile } from '@sevenstep/connector-schema'
import { Lexer } from 'marked'

const mostCharacters = 1_000_000
const longestPrefix = 200

/** A heading, or a line that serves as one, with offsets into the file's text. */
export interface Heading {
  /** In lower case, without markup, numbers in front and punctuation at the end. */
  readonly title: string
  /** As written, without the marks of a heading. */
  readonly text: string
  /** 1 to 6; 0 for a line that only looks like a heading, in bold letters for example. */
  readonly level: number
  readonly start: number
  readonly end: number
  /** Where the text under it ends: at the next heading, or at the end of the file. */
  readonly sectionEnd: number
}

/** What a Markdown text consists of, as far as the rules look at it. */
export interface MarkdownOutline {
  readonly headings: readonly Heading[]
  /** Top-level paragraphs before the first heading. */
  readonly opening: readonly string[]
  /** Items of lists, at any place of the text, as written. */
  readonly items: readonly string[]
}

type Block = ReturnType<Lexer['blockTokens']>[number]
type FoundHeading = Omit<Heading, 'sectionEnd'>

const outlines = new WeakMap<TextFile, MarkdownOutline | undefined>()

/** The outline of a Markdown file, worked out once; nothing for one that is too large to be looked at. */
export function outlineOf(file: TextFile): MarkdownOutline | undefined {
  if (!outlines.has(file)) outlines.set(file, file.text.length > mostCharacters ? undefined : makeOutline(file.text))
  return outlines.get(file)
}

function makeOutline(text: string): MarkdownOutline {
  const lines = new Lines(text)
  const found: FoundHeading[] = []
  const opening: string[] = []
  const items: string[] = []
  let at = 0
  for (const block of blocksOf(lines.plain)) {
    const heading = headingOf(block, lines, at)
    if (heading !== undefined) found.push(heading)
    else if (block.type === 'paragraph' && found.length === 0) opening.push(block.raw)
    if (block.type === 'list') items.push(...block.raw.split('\n'))
    if (block.type === 'paragraph') found.push(...lookAlikes(block.raw, lines, at))
    at += block.raw.length
  }
  const headings = found.map((heading, index) => ({ ...heading, sectionEnd: found[index + 1]?.start ?? text.length }))
  return { headings, opening, items }
}

/** Only blocks: what is in them is not taken apart, so that a text made to be slow has nothing to work on. */
function blocksOf(text: string): readonly Block[] {
  try {
    return new Lexer({ gfm: true }).blockTokens(text, [])
  } catch {
    return []
  }
}

function headingOf(block: Block, lines: Lines, at: number): FoundHeading | undefined {
  if (block.type !== 'heading') return undefined
  const raw = block.raw.trimEnd()
  const [start, end] = [lines.offsetOf(at), lines.offsetOf(at + raw.length)]
  const text = String(block.text)
  // "depth" is a number of every heading marked finds; its tokens are an open union.
  return { title: plainTitle(text), text, level: Number(block.depth), start, end }
}

/** Lines of a paragraph that people take for headings: "#Title" without the blank, and whole lines in bold. */
function lookAlikes(raw: string, lines: Lines, at: number): FoundHeading[] {
  const found: FoundHeading[] = []
  let position = at
  for (const line of raw.split('\n')) {
    const text =
      /^ {0,3}#{1,6}([^#\s].{0,198})$/.exec(line)?.[1] ??
      /^ {0,3}(?:\*\*|__)([^*_]{1,198})(?:\*\*|__):?\s*$/.exec(line)?.[1]
    if (text !== undefined) {
      const [start, end] = [lines.offsetOf(position), lines.offsetOf(position + line.length)]
      found.push({ title: plainTitle(text), text, level: 0, start, end })
    }
    position += line.length + 1
  }
  return found
}

function plainTitle(text: string): string {
  return text
    .slice(0, 300)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]*>/g, '')
    .replace(/[*_`\u200b\ufeff]/g, '')
    .replace(/^[\s\d.)]+(?=\p{L})/u, '')
    .replace(/\s+/g, ' ')
    .replace(/[\s:.…-]+$/, '')
    .trim()
    .toLowerCase()
}

/**
 * The text as the Markdown library wants it (line feeds, no byte-order mark, nothing nested without bound), and the way
 * back to the file: lines keep their number, so only columns behind a shortened prefix are lost.
 */
class Lines {
  readonly plain: string
  readonly #original: number[] = []
  readonly #starts: number[] = []
  readonly #length: number

  constructor(text: string) {
    const parts: string[] = []
    let offset = 0
    let plainOffset = 0
    for (const piece of text.split(/(\r\n|\r|\n)/)) {
      const isBreak = piece === '\n' || piece === '\r\n' || piece === '\r'
      if (!isBreak) {
        const line = boundedLine(parts.length === 0 ? piece.replace(/^\ufeff/, ' ') : piece)
        this.#original.push(offset)
        this.#starts.push(plainOffset)
        parts.push(line)
        plainOffset += line.length + 1
      }
      offset += piece.length
    }
    this.plain = parts.join('\n')
    this.#length = text.length
  }

  /** Offset in the file of an offset in the plain text. */
  offsetOf(plainOffset: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= plainOffset) low = middle
      else high = middle - 1
    }
    return Math.min(this.#length, (this.#original[low] ?? 0) + plainOffset - (this.#starts[low] ?? 0))
  }
}

/** Nobody writes hundreds of quotes, list marks or blanks in front of a line; nesting that deep only costs time. */
function boundedLine(line: string): string {
  const prefix = /^[\s>*+\-\d.)]*/.exec(line)?.[0].length ?? 0
  return prefix > longestPrefix ? 'x'.repeat(Math.min(line.length, longestPrefix)) : line
}
