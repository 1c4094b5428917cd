import type { JudgedFile, Place } from '@sevenstep/rule-engine'
import { parseTable } from '../table/parse-table.ts'

const mostRows = 1_000_000
const largestRow = 200_000

/** A row of a table with its place. */
export interface TableRow {
  readonly cells: readonly string[]
  readonly at: Place
}

/** The first line of a table and the rows below it; what ends the reading early is said with its place. */
export function readRows(
  file: JudgedFile,
  say: (what: string, at: Place) => void,
): { readonly head: readonly string[]; readonly rows: readonly TableRow[] } {
  const { text } = file
  const starts = lineStarts(text)
  const placeOf = (from: number, to: number): Place => {
    const start = starts[from] ?? text.length
    const end = (starts[to + 1] ?? text.length + 1) - 1
    return { file, start, end: text[end - 1] === '\r' ? end - 1 : end }
  }
  const isBlank = (at: number): boolean => /^\r?$/.test(text.slice(starts[at], (starts[at + 1] ?? text.length + 1) - 1))
  const rows: TableRow[] = []
  let head: readonly string[] | undefined
  let line = 0
  const take = (cells: readonly string[], lastLine: number): void => {
    while (line < lastLine && isBlank(line)) line += 1
    const at = placeOf(line, lastLine)
    line = lastLine + 1
    if (head === undefined) head = cells
    else if (cells.some((cell) => cell.trim() !== '')) rows.push({ cells, at })
  }
  const options = { delimiter: delimiterOf(text), mostRows: mostRows + 1, largestRow }
  const problem = parseTable(text, options, take)
  if (problem !== undefined) say(`From here on the table is not read: ${problem}`, placeOf(line, line))
  return { head: head ?? [], rows }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The cells of the first line, read without effort: to tell what a table is. */
export function headOf(text: string): readonly string[] {
  const end = text.indexOf('\n')
  const head = text.slice(0, end === -1 ? 2000 : Math.min(end, 2000))
  return head.split(delimiterOf(text)).map((cell) => cell.replaceAll('"', ''))
}

/** The sign that stands most often in the first line. */
function delimiterOf(text: string): string {
  const end = text.indexOf('\n')
  const head = text.slice(0, end === -1 ? 2000 : Math.min(end, 2000))
  const count = (sign: string) => head.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}

/** Where the columns stand that are understood, each under one of its names, without case, blanks and signs. */
export function columnPlaces<Column extends string>(
  head: readonly string[],
  names: Readonly<Record<Column, readonly string[]>>,
): Readonly<Partial<Record<Column, number>>> {
  const plain = head.map((cell) => cell.toLowerCase().replaceAll(/[^a-z]/g, ''))
  const places: Partial<Record<Column, number>> = {}
  for (const column of Object.keys(names)) {
    // The keys of `names` are the columns, which `Object.keys` cannot know.
    const key = column as Column
    const place = plain.findIndex((name) => names[key].includes(name))
    if (place !== -1) places[key] = place
  }
  return places
}

/** A cell without stray blanks. */
export function cleanCell(cell: string): string {
  return cell.replaceAll(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
}
