import type { TextFile } from '@sevenstep/connector-schema'
import MarkdownIt from 'markdown-it'

const mostCharacters = 1_000_000
/** Deeper quotes and lists only cost time. */
const deepestNesting = 20

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

type FoundHeading = Omit<Heading, 'sectionEnd'>

const outlines = new WeakMap<TextFile, MarkdownOutline | undefined>()
type Parser = InstanceType<typeof MarkdownIt>
let parser: Parser | undefined

/** The outline of a Markdown file, worked out once; nothing for one that is too large to be looked at. */
export function outlineOf(file: TextFile): MarkdownOutline | undefined {
  if (!outlines.has(file)) outlines.set(file, file.text.length > mostCharacters ? undefined : makeOutline(file.text))
  return outlines.get(file)
}

function makeOutline(original: string): MarkdownOutline {
  const text = original.replace(/^\ufeff/, ' ')
  const lines = linesOf(text)
  const found: FoundHeading[] = []
  const opening: string[] = []
  const items: string[] = []
  const blocks = blocksOf(text)
  for (const [index, { type, level, map, tag }] of blocks.entries()) {
    if (level > 0 || map === null || !type.endsWith('_open')) continue
    const block = lines.slice(map[0], map[1])
    if (type === 'heading_open') found.push(headingOf(block, blocks[index + 1]?.content ?? '', tag))
    else if (type === 'paragraph_open') {
      const [start, end] = placeOf(block)
      if (found.length === 0) opening.push(text.slice(start, end))
      for (const line of block) addLookAlike(line, found)
    } else if (type === 'bullet_list_open' || type === 'ordered_list_open')
      for (const line of block) items.push(line.text)
  }
  const headings = found.map((heading, index) => ({ ...heading, sectionEnd: found[index + 1]?.start ?? text.length }))
  return { headings, opening, items }
}

/** Only blocks: nothing here asks for what is in a line, and a text made to be slow has less to work on. */
function blocksOf(text: string): ReturnType<Parser['parse']> {
  if (parser === undefined) {
    parser = new MarkdownIt({ html: true, maxNesting: deepestNesting })
    parser.core.ruler.enableOnly(['normalize', 'block'])
  }
  return parser.parse(text, {})
}

interface Line {
  readonly text: string
  readonly start: number
}

function linesOf(text: string): readonly Line[] {
  let start = 0
  const lines: Line[] = []
  for (const match of text.matchAll(/\r\n?|\n/g)) {
    lines.push({ text: text.slice(start, match.index), start })
    start = match.index + match[0].length
  }
  return [...lines, { text: text.slice(start), start }]
}

/** From the first line to the last that is not blank. */
function placeOf(block: readonly Line[]): readonly [start: number, end: number] {
  const start = block[0]?.start ?? 0
  const last = block.findLast((line) => line.text.trim() !== '')
  return [start, last === undefined ? start : last.start + last.text.trimEnd().length]
}

function headingOf(block: readonly Line[], text: string, tag: string): FoundHeading {
  const [start, end] = placeOf(block)
  return { title: plainTitle(text), text, level: Number(tag.slice(1)), start, end }
}

/**
 * A line of a paragraph that people take for a heading: "#Title" without the blank, or with one that only looks like it,
 * or all in bold.
 */
function addLookAlike({ text: line, start }: Line, found: FoundHeading[]): void {
  const text =
    /^ {0,3}#{1,6}([^# \t].{0,198})$/.exec(line)?.[1] ??
    /^ {0,3}(?:\*\*|__)([^*_]{1,198})(?:\*\*|__):?\s*$/.exec(line)?.[1]
  if (text !== undefined)
    found.push({ title: plainTitle(text), text: text.trim(), level: 0, start, end: start + line.length })
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
