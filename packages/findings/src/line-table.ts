import type { Position } from './finding.ts'

/** Translates between offsets into a text and the lines and columns people read. */
export interface LineTable {
  /** Number of lines; an empty text has one, and a text that ends in a line end has an empty last one. */
  readonly lineCount: number
  /**
   * Line and column of a UTF-16 offset; offsets outside the text are moved to its nearest end, and one between CR and
   * LF to the end of the line: no editor has a column there.
   */
  positionAt(offset: number): Position
  /** UTF-16 offset of a line and column; places outside the text or behind a line's end are moved to the nearest one inside. */
  offsetAt(position: Position): number
}

const byteOrderMark = 0xfeff
const lf = 0x0a
const cr = 0x0d

/**
 * Makes the line table of one text. LF, CR LF and a lone CR each end a line. A byte-order mark at the very
 * start takes no column, because no editor shows it. Lines are looked up on the first question, not before:
 * most files give no finding.
 */
export function createLineTable(text: string): LineTable {
  return new TextLines(text)
}

/** A class: an accessor of each table's own would keep its text until the next large collection of garbage. */
class TextLines implements LineTable {
  readonly #text: string
  readonly #firstColumnOffset: number
  #starts: Uint32Array | undefined
  #last = 0

  constructor(text: string) {
    this.#text = text
    this.#firstColumnOffset = text.charCodeAt(0) === byteOrderMark ? 1 : 0
  }

  get lineCount(): number {
    return this.#lineStarts().length
  }

  positionAt(offset: number): Position {
    const inside = outsideOfPair(this.#text, clamp(offset, 0, this.#text.length))
    const known = this.#lineStarts()
    // Questions come in the order of the text, two for each range: the line is often the one found last.
    const last = this.#last
    const isLast = inside >= (known[last] ?? 0) && inside < (known[last + 1] ?? Number.POSITIVE_INFINITY)
    if (!isLast) this.#last = lastAtOrBefore(known, inside)
    const line = this.#last
    const start = line === 0 ? this.#firstColumnOffset : (known[line] ?? 0)
    return { line: line + 1, column: Math.max(inside - start, 0) + 1 }
  }

  offsetAt({ line, column }: Position): number {
    const known = this.#lineStarts()
    if (line < 1) return this.#firstColumnOffset
    if (line > known.length) return this.#text.length
    const start = line === 1 ? this.#firstColumnOffset : (known[line - 1] ?? 0)
    return clamp(start + column - 1, start, endOfLine(this.#text, start, known[line] ?? this.#text.length))
  }

  #lineStarts(): Uint32Array {
    this.#starts ??= findLineStarts(this.#text)
    return this.#starts
  }
}

function outsideOfPair(text: string, offset: number): number {
  const isBetween = text.charCodeAt(offset) === lf && text.charCodeAt(offset - 1) === cr
  return isBetween ? offset - 1 : offset
}

/** Offsets at which lines start: native searches only, and none for CR in a text without one. */
function findLineStarts(text: string): Uint32Array {
  // A guess at the number of lines: four bytes each instead of the eight and more of a list that grows.
  let starts = new Uint32Array(Math.ceil(text.length / 24) + 8)
  let count = 1
  const add = (start: number): void => {
    if (count === starts.length) {
      const longer = new Uint32Array(count * 2)
      longer.set(starts)
      starts = longer
    }
    starts[count++] = start
  }
  let carriageReturn = text.indexOf('\r')
  let lineFeed = text.indexOf('\n')
  while (lineFeed !== -1 || carriageReturn !== -1) {
    if (carriageReturn === -1 || (lineFeed !== -1 && lineFeed < carriageReturn)) {
      add(lineFeed + 1)
      lineFeed = text.indexOf('\n', lineFeed + 1)
      continue
    }
    const isPair = lineFeed === carriageReturn + 1
    const next = carriageReturn + (isPair ? 2 : 1)
    add(next)
    if (isPair) lineFeed = text.indexOf('\n', next)
    carriageReturn = text.indexOf('\r', next)
  }
  return starts.subarray(0, count)
}

function lastAtOrBefore(sorted: Uint32Array, value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}

function endOfLine(text: string, start: number, next: number): number {
  let end = next
  if (end > start && text.charCodeAt(end - 1) === 10) end -= 1
  if (end > start && text.charCodeAt(end - 1) === 13) end -= 1
  return end
}

function clamp(value: number, low: number, high: number): number {
  return value > low ? Math.min(Math.trunc(value), high) : low
}
