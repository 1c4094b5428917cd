import type { Text } from '@sevenstep/onboarding'
import { CsvError, parse } from 'csv-parse/sync'

/** The largest file in bytes, and the most rows in it. */
export const largestImport = { bytes: 1_000_000, rows: 2_000, field: 500 } as const

/** The columns that are read; the first two have to be there. */
export const importColumns = [
  'isv',
  'isv_external_id',
  'owner',
  'time_zone',
  'product',
  'product_external_id',
  'kind',
  'edition',
  'publisher',
] as const
/** One of {@link importColumns}. */
export type ImportColumn = (typeof importColumns)[number]

/** Columns of our own export that say how things stand; they are passed over. */
const readOnlyColumns =
  /^(?:status|health|because|turn|days_in_stage|next_due|required_proved|required_total|step_[1-7])$/

/** Something that keeps a file from being imported, by line and column. */
export interface ImportProblem {
  /** Line of the file, from 1. */
  readonly line: number
  /** Name of the column, or undefined where the whole line is meant. */
  readonly column?: string
  readonly reason: Text
}

/** One row of the file; a column that is not in the file is undefined. */
export interface ImportRow {
  readonly line: number
  readonly values: Readonly<Partial<Record<ImportColumn, string>>>
}

/** What a file holds, or what is wrong with it. */
export interface ImportFile {
  readonly rows: readonly ImportRow[]
  readonly problems: readonly ImportProblem[]
}

/** Reads a file's bytes as UTF-8; a byte that is none is named by its line. */
export function textOfImport(bytes: Uint8Array): string | ImportProblem {
  if (bytes.length > largestImport.bytes) return problem(1, undefined, tooLarge)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return problem(firstBadLine(bytes), undefined, notUtf8)
  }
}

/** Reads the rows of a CSV file: commas or semicolons, a header, quotes as in RFC 4180. Nothing is guessed. */
export function readImport(text: string): ImportFile {
  if (text.length > largestImport.bytes) return refused(problem(1, undefined, tooLarge))
  const nothing = text.indexOf('\0')
  if (nothing >= 0) return refused(problem(lineAt(text, nothing), undefined, notUtf8))
  const lines = recordsOf(text)
  if ('reason' in lines) return refused(lines)
  const [header, ...body] = lines
  if (header === undefined || body.length === 0) return refused(problem(1, undefined, empty))
  if (body.length > largestImport.rows) return refused(problem(body[largestImport.rows]?.line ?? 1, undefined, tooMany))
  const names = header.record.map((name) => name.trim().toLowerCase())
  const problems = [...headerProblems(names), ...body.flatMap((line) => lineProblems(line, names))]
  if (problems.length > 0) return { rows: [], problems }
  return { rows: body.map(({ line, record }) => ({ line, values: valuesOf(names, record) })), problems: [] }
}

interface Line {
  readonly line: number
  readonly record: readonly string[]
}

function recordsOf(text: string): readonly Line[] | ImportProblem {
  const first = text.slice(0, text.search(/\r|\n|$/))
  const delimiter = first.split(';').length > first.split(',').length ? ';' : ','
  try {
    // With `info` each record comes with its place, which the library's types do not say.
    const read = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 20_000,
    }) as unknown as readonly { readonly record: string[]; readonly info: { readonly lines: number } }[]
    // The library counts to the end of a record; where one ends, the next begins, but for empty lines between them.
    let end = 0
    return read.map(({ record, info }) => {
      const height = record.reduce((sum, field) => sum + (field.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
      end = Math.max(end + 1 + height, info.lines)
      return { line: end - height, record }
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : 1
    return problem(line, undefined, error.code === 'CSV_MAX_RECORD_SIZE' ? fieldTooLong : notCsv)
  }
}

function headerProblems(names: readonly string[]): ImportProblem[] {
  const missing = (['isv', 'isv_external_id'] as const).filter((name) => !names.includes(name))
  const unknown = names.filter((name) => !isKnown(name) && !readOnlyColumns.test(name))
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  return [
    ...missing.map((name) => problem(1, name, missingColumn)),
    ...unknown.map((name) => problem(1, name.slice(0, 60), unknownColumn)),
    ...twice.map((name) => problem(1, name.slice(0, 60), columnTwice)),
  ]
}

function lineProblems({ line, record }: Line, names: readonly string[]): ImportProblem[] {
  if (record.length !== names.length) return [problem(line, undefined, wrongCount(names.length, record.length))]
  return record.flatMap((field, index) => {
    const name = names[index] ?? ''
    if (!isKnown(name)) return []
    if (field.length > largestImport.field) return [problem(line, name, fieldTooLong)]
    if (/^[=+\-@\t\r]/.test(field)) return [problem(line, name, formula)]
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
    return /[\u0000-\u001f\u007f\u202a-\u202e\u2066-\u2069]/.test(field) ? [problem(line, name, controls)] : []
  })
}

function valuesOf(names: readonly string[], record: readonly string[]): ImportRow['values'] {
  const values: Partial<Record<ImportColumn, string>> = {}
  names.forEach((name, index) => {
    // Our own export put the apostrophe there, to keep a spreadsheet from running the value.
    if (isKnown(name)) values[name] = (record[index] ?? '').trim().replace(/^'(?='*[=+\-@\t\r＝＋－＠])/, '')
  })
  return values
}

function isKnown(name: string): name is ImportColumn {
  return importColumns.some((known) => known === name)
}

function refused(one: ImportProblem): ImportFile {
  return { rows: [], problems: [one] }
}

function problem(line: number, column: string | undefined, reason: Text): ImportProblem {
  return { line, ...(column !== undefined && { column }), reason }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1
  let start = 0
  for (let end = 0; end <= bytes.length; end++) {
    if (end < bytes.length && bytes[end] !== 0x0a) continue
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end))
    } catch {
      return line
    }
    start = end + 1
    line++
  }
  return 1
}

const tooLarge = { en: 'The file is larger than 1 MB. Split it.', nl: 'Het bestand is groter dan 1 MB. Splits het.' }
const tooMany = {
  en: 'There are more than 2,000 rows. Split the file.',
  nl: 'Er zijn meer dan 2.000 regels. Splits het bestand.',
}
const notUtf8 = {
  en: 'This is not UTF-8 text. Save the file as “CSV UTF-8”.',
  nl: 'Dit is geen UTF-8-tekst. Sla het bestand op als “CSV UTF-8”.',
}
const notCsv = {
  en: 'The quotes do not match up here. Double a quote within a quoted field.',
  nl: 'De aanhalingstekens kloppen hier niet. Verdubbel een aanhalingsteken binnen een veld.',
}
const empty = { en: 'There is no row below the header.', nl: 'Onder de kopregel staat geen regel.' }
const missingColumn = { en: 'This column is missing.', nl: 'Deze kolom ontbreekt.' }
const unknownColumn = {
  en: 'This column is not known. Remove or rename it.',
  nl: 'Deze kolom is niet bekend. Verwijder of hernoem die.',
}
const columnTwice = { en: 'This column is there twice.', nl: 'Deze kolom staat er twee keer.' }
const fieldTooLong = { en: 'The field is longer than 500 characters.', nl: 'Het veld is langer dan 500 tekens.' }
const controls = {
  en: 'The field holds control characters or line breaks. Remove them.',
  nl: 'Het veld bevat stuurtekens of regeleinden. Verwijder die.',
}
const formula = {
  en: 'The field begins like a formula (= + - @). Remove that sign.',
  nl: 'Het veld begint als een formule (= + - @). Verwijder dat teken.',
}
function wrongCount(expected: number, found: number): Text {
  return {
    en: `The line has ${found} fields, the header ${expected}.`,
    nl: `De regel heeft ${found} velden, de kopregel ${expected}.`,
  }
}
