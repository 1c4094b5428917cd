import { parse } from 'csv-parse/browser/esm/sync'

/** How a table is read. */
export interface TableOptions {
  readonly delimiter: string
  readonly mostRows: number
  /** In characters. */
  readonly largestRow: number
}

/** Rows with another number of cells than the first cost csv-parse an error each, so that there is a limit to them. */
const mostUneven = 10_000

/**
 * Parses a table, forgiving what exports get wrong: a byte order mark, quotes within cells, rows that are too short.
 * `lastLine` counts from 0. Gives what ended the reading early, as a sentence without its last stop.
 */
export function parseTable(
  text: string,
  { delimiter, mostRows, largestRow }: TableOptions,
  onRow: (cells: readonly string[], lastLine: number) => void,
): string | undefined {
  let count = 0
  try {
    parse(text, {
      bom: true,
      delimiter,
      // Told, not guessed by the first line: files that were edited by hand mix them, and rows would vanish into others.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: largestRow,
      to: mostRows,
      on_record: (record: unknown, { lines, invalid_field_length }) => {
        if (invalid_field_length > mostUneven)
          throw new Error('Too many rows have another number of cells than the first line')
        count += 1
        onRow(Array.isArray(record) ? record : [], lines - 1)
        return null
      },
    })
  } catch (error) {
    return (error instanceof Error ? error.message : 'The table is no CSV').replace(/\.$/, '').slice(0, 200)
  }
  return count >= mostRows ? `Only the first ${mostRows} rows were read` : undefined
}
