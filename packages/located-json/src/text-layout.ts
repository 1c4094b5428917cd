import type { JsonValue } from './json-node.ts'

/** How new text is to look in its surroundings. */
export interface Layout {
  /** Between a comma and the next value: a line break with indentation, one blank, or nothing. */
  readonly separator: string
  /** Before the closing bracket of a container laid out anew. */
  readonly closing: string
  /** One level of indentation. */
  readonly unit: string
  /** What stands between a key and its value: `": "` or `":"`, without the quotes. */
  readonly colon: string
  /** The blank inside the brackets of an object on one line: `{ "a": 1 }`. */
  readonly padding: string
}

/** True when values under this layout stand on lines of their own. */
export function isOnLines(layout: Layout): boolean {
  return layout.separator.includes('\n')
}

/** Blanks and tabs the line of an offset begins with. */
export function lineIndent(text: string, offset: number): string {
  const start = lineStart(text, offset)
  let end = start
  while (end < offset && (text[end] === ' ' || text[end] === '\t')) end++
  return text.slice(start, end)
}

/** The line end a text uses first; LF when it has none. */
export function newlineOf(text: string): '\n' | '\r\n' {
  const at = lineBreaksOf(text).first
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n'
}

/** True when a line ends between two offsets. */
export function hasLineBreak(text: string, start: number, end: number): boolean {
  const { first, last } = lineBreaksOf(text)
  return first >= 0 && first < end && last >= start && text.slice(start, end).includes('\n')
}

function lineStart(text: string, offset: number): number {
  const { first, last } = lineBreaksOf(text)
  if (offset <= first || first < 0) return 0
  return offset > last ? last + 1 : text.lastIndexOf('\n', offset - 1) + 1
}

let known = { text: '', first: -1, last: -1 }

/** Kept for one text: many edits of one long line would each search all of it. */
function lineBreaksOf(text: string): { readonly first: number; readonly last: number } {
  if (text !== known.text) known = { text, first: text.indexOf('\n'), last: text.lastIndexOf('\n') }
  return known
}

/** The indentation of the first indented line; two blanks when there is none. */
export function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text.slice(0, 4000))?.[1] ?? '  '
}

/** A value as JSON text: over several lines where the layout has values on lines of their own. */
export function printValue(value: JsonValue, layout: Layout): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isArray = Array.isArray(value)
  const parts = isArray
    ? value.map((item: JsonValue) => printValue(item, deeper(layout)))
    : Object.entries(value).map(
        ([key, item]) => `${JSON.stringify(key)}${layout.colon}${printValue(item, deeper(layout))}`,
      )
  return wrapParts(parts, isArray ? '[]' : '{}', deeper(layout))
}

/** Puts printed members or items between brackets; the layout is the one inside them. */
export function wrapParts(parts: readonly string[], brackets: '[]' | '{}', inner: Layout): string {
  if (parts.length === 0) return brackets
  const padding = brackets === '{}' ? inner.padding : ''
  const opening = isOnLines(inner) ? inner.separator : padding
  const closing = isOnLines(inner) ? inner.closing : padding
  return `${brackets[0]}${opening}${parts.join(`,${inner.separator}`)}${closing}${brackets[1]}`
}

/** The layout one level further in. */
function deeper(layout: Layout): Layout {
  if (!isOnLines(layout)) return layout
  return { ...layout, separator: layout.separator + layout.unit, closing: layout.separator }
}
