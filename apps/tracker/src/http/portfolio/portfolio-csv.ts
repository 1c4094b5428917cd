import { cellsOf, type Language, stepIds } from '@sevenstep/onboarding'
import { stringify } from 'csv-stringify/sync'
import type { ExportedProduct } from '../../reads/portfolio/read-portfolio-export.ts'

/** The columns that an import reads back; the others are for reading only. */
const importedColumns = [
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

/** Every column of the export. */
const exportColumns: readonly string[] = [
  ...importedColumns,
  'status',
  'health',
  'because',
  'turn',
  'days_in_stage',
  'next_due',
  'required_proved',
  'required_total',
  ...stepIds.map((step) => `step_${step}`),
]

/**
 * Rows as RFC 4180: commas, quotes where needed, CRLF. A value that a spreadsheet would run as a formula gets an
 * apostrophe before it; one that has apostrophes there of its own gets another, so that reading takes away the right one.
 *
 * @param first with the mark that tells a spreadsheet it is UTF-8
 */
export function csvOf(rows: readonly (readonly (string | number)[])[], first: boolean): string {
  return stringify(
    rows.map((row) => row.map((value) => (isLikeMarked(value) ? `'${value}` : value))),
    { bom: first, record_delimiter: 'windows', escape_formulas: true },
  )
}

function isLikeMarked(value: string | number): boolean {
  return typeof value === 'string' && /^'+[=+\-@\t\r＝＋－＠]/.test(value)
}

/** One product as a row of {@link exportColumns}. */
function exportRow(product: ExportedProduct, language: Language, now: Date): (string | number)[] {
  return [
    product.isvName,
    product.isvExternalId ?? '',
    product.ownerUsername ?? '',
    product.timeZone,
    product.productName,
    product.productExternalId ?? '',
    product.kind,
    product.edition,
    product.publisher,
    product.status,
    product.health,
    product.because[language],
    product.ball,
    Math.max(0, Math.floor((now.getTime() - product.stageSince.getTime()) / 86_400_000)),
    product.nextDue ?? '',
    product.proved,
    product.total,
    ...cellsOf(product.cells),
  ]
}

/** The file as it comes into being: never more than one batch is held. */
export function streamCsv(
  batches: AsyncIterable<readonly ExportedProduct[]>,
  language: Language,
  now: Date,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  const source = batches[Symbol.asyncIterator]()
  let begun = false
  return new ReadableStream({
    async pull(controller) {
      if (!begun) {
        begun = true
        controller.enqueue(encoder.encode(csvOf([exportColumns], true)))
        return
      }
      const { done, value } = await source.next()
      if (done === true) controller.close()
      else {
        const rows = value.map((product) => exportRow(product, language, now))
        controller.enqueue(encoder.encode(csvOf(rows, false)))
      }
    },
    async cancel() {
      await source.return?.()
    },
  })
}
