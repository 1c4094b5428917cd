import type { Range } from '../finding.ts'
import { createLineTable, type LineTable } from '../line-table.ts'
import { displayWidth, fitTo, isPlain, neutralise } from './display-text.ts'
import type { TextStyle } from './text-style.ts'

/** A text with its line table, made once for all frames cut from it. */
export interface FrameSource {
  readonly text: string
  readonly lines: LineTable
}

/** A part of one line as it is shown, with where the marked part stands in it. */
interface MarkedLine {
  readonly shown: string
  readonly markColumn: number
  readonly markWidth: number
}

/** Marks that take no column of their own can pile up without end; a window holds no more characters than this. */
const charactersPerColumn = 4

/** Makes a text ready for frames. */
export function createFrameSource(text: string): FrameSource {
  return { text, lines: createLineTable(text) }
}

/**
 * The line a range starts on, with the range underlined, between its neighbours. Lines are windowed to `columns`
 * around the mark, and no more of a line than its window is ever looked at, so a minified file of any size costs
 * the same as a small one. Empty when the range lies outside the text.
 */
export function codeFrame(source: FrameSource, range: Range, columns: number, style: TextStyle): string[] {
  const { line } = range.start
  if (line > source.lines.lineCount) return []
  const last = Math.min(line + 1, source.lines.lineCount)
  const digits = String(last).length
  const room = Math.max(columns - digits - 7, 20)
  const gutter = (label: string): string => style.dim(`  ${label.padStart(digits + 2)} ${style.symbols.bar}`)
  const frame: string[] = []
  const addNeighbour = (number: number): void => {
    const text = lineStart(source, number, room)
    if (number >= 1 && number <= last && text.trim() !== '') frame.push(`${gutter(String(number))} ${style.dim(text)}`)
  }
  addNeighbour(line - 1)
  const { shown, markColumn, markWidth } = markedLine(source, range, room)
  const lead = style.strong('>')
  frame.push(`  ${lead} ${style.dim(`${String(line).padStart(digits)} ${style.symbols.bar}`)} ${shown}`)
  const tail = range.end.line > line ? ` to line ${range.end.line}` : ''
  frame.push(`${gutter('')} ${' '.repeat(markColumn)}${style.strong('^'.repeat(markWidth) + tail)}`)
  if (tail === '') addNeighbour(line + 1)
  return frame.map((text) => text.trimEnd())
}

function bounds({ lines }: FrameSource, line: number): { start: number; end: number } {
  return {
    start: lines.offsetAt({ line, column: 1 }),
    end: lines.offsetAt({ line, column: Number.MAX_SAFE_INTEGER }),
  }
}

function lineStart(source: FrameSource, line: number, room: number): string {
  if (line < 1) return ''
  const { start, end } = bounds(source, line)
  return fitTo(neutralise(source.text.slice(start, Math.min(end, start + room * charactersPerColumn))), room)
}

function markedLine(source: FrameSource, range: Range, room: number): MarkedLine {
  const { start, end } = bounds(source, range.start.line)
  const markStart = source.lines.offsetAt(range.start)
  const markEnd = range.end.line > range.start.line ? end : Math.max(source.lines.offsetAt(range.end), markStart)
  const marked = takeForward(source.text, markStart, markEnd, room)
  const following = takeForward(source.text, markEnd, end, 12).width
  const before = takeBackward(
    source.text,
    start,
    markStart,
    Math.max(room - Math.max(marked.width, 1) - following - 2, room >> 2),
  )
  const isCutLeft = before.from > start
  const left = (isCutLeft ? '…' : '') + before.shown
  const markColumn = displayWidth(left)
  const rest = takeForward(source.text, markStart, end, room - markColumn - 1)
  const isCutRight = rest.to < end
  const markWidth = Math.max(Math.min(marked.width, rest.width), 1)
  return { shown: left + rest.shown + (isCutRight ? '…' : ''), markColumn, markWidth }
}

interface Taken {
  readonly shown: string
  readonly width: number
  readonly from: number
  readonly to: number
}

/** As many characters from `from` on as fit into `room` columns. */
function takeForward(text: string, from: number, end: number, room: number): Taken {
  const behind = Math.max(from, Math.min(end, from + room))
  const whole = text.slice(from, behind)
  // What takes no column could still follow, unless it is plain too.
  if (isPlain(whole) && (behind === end || text.charCodeAt(behind) < 0x80)) {
    return { shown: whole, width: whole.length, from, to: behind }
  }
  let shown = ''
  let width = 0
  let to = from
  while (to < end && to - from < room * charactersPerColumn) {
    const code = text.codePointAt(to) ?? 0
    const character = neutralise(String.fromCodePoint(code))
    const next = displayWidth(character)
    if (width + next > room) break
    shown += character
    width += next
    to += code > 0xffff ? 2 : 1
  }
  return { shown, width, from, to }
}

/** As many characters before `to` as fit into `room` columns. */
function takeBackward(text: string, start: number, to: number, room: number): Taken {
  const first = Math.min(to, Math.max(start, to - room))
  const whole = text.slice(first, to)
  if (isPlain(whole) && (first === start || text.charCodeAt(first - 1) < 0x80)) {
    return { shown: whole, width: whole.length, from: first, to }
  }
  let shown = ''
  let width = 0
  let from = to
  while (from > start && to - from < room * charactersPerColumn) {
    const isPair = from - 2 >= start && (text.codePointAt(from - 2) ?? 0) > 0xffff
    const previous = from - (isPair ? 2 : 1)
    const character = neutralise(text.slice(previous, from))
    const next = displayWidth(character)
    if (width + next > room) break
    shown = character + shown
    width += next
    from = previous
  }
  return { shown, width, from, to }
}
