import type { JudgedFile, Place } from '@sevenstep/rule-engine'
import { type Catalogue, plainName, skusByName } from '../catalogue/catalogue.ts'
import type { ReadLicenceFile, ReadProblem, Subscription } from './licence-list.ts'
import { cleanCell, columnPlaces, headOf, readRows, type TableRow } from './read-table.ts'

const mostProblems = 100

/** The columns of the admin centre's list of products (Billing > Licenses), as its English export names them. */
const columnNames = {
  product: ['producttitle', 'productname'],
  total: ['totallicenses', 'totallicences'],
  expired: ['expiredlicenses', 'expiredlicences'],
  assigned: ['assignedlicenses', 'assignedlicences'],
  message: ['statusmessage'],
} as const

type Column = keyof typeof columnNames

/** Whether a text is the admin centre's table of products and their seats, by its first line. */
export function looksLikeProductTable(text: string): boolean {
  const places = columnPlaces(headOf(text), columnNames)
  return places.product !== undefined && places.total !== undefined && places.assigned !== undefined
}

/**
 * Reads the admin centre's table of products and their seats. Products stand in it by their titles alone: those that
 * the catalogue has once are recognised. Never throws; what cannot be used is a problem with its line.
 */
export function readCsvProducts(
  file: JudgedFile,
  catalogue: Catalogue,
): Omit<ReadLicenceFile, 'file' | 'format' | 'secrets'> {
  const problems: ReadProblem[] = []
  const say = (what: string, at: Place): void => {
    if (problems.length < mostProblems) problems.push({ what, at })
  }
  const { head, rows } = readRows(file, say)
  const places = columnPlaces(head, columnNames)
  const subscriptions = rows.flatMap((row) => readProduct(row, places, { catalogue, say }))
  return { subscriptions, purchases: [], users: [], flows: [], problems }
}

interface Reading {
  readonly catalogue: Catalogue
  readonly say: (what: string, at: Place) => void
}

function readProduct(
  { cells, at }: TableRow,
  places: Readonly<Partial<Record<Column, number>>>,
  { catalogue, say }: Reading,
): readonly Subscription[] {
  const cell = (column: Column): string => cleanCell(cells[places[column] ?? -1] ?? '')
  const name = cell('product')
  const skus = skusByName(catalogue).get(plainName(name)) ?? []
  const [sku, ...others] = skus
  if (name === '') say('This row names no product', at)
  else if (others.length > 0) say(`"${name}" stands for several products, and the table has no ids`, at)
  else if (sku === undefined && bringsFlowByName.test(name)) say(`"${name}" is the title of no product we know`, at)
  // Most products have nothing to do with Power Automate and are in no catalogue of ours.
  if (sku === undefined || others.length > 0) return []
  const counts = { total: 0, expired: 0, assigned: 0 }
  for (const column of ['total', 'expired', 'assigned'] as const) {
    const count = countIn(cell(column))
    if (count === undefined) {
      say(`"${cell(column).slice(0, 60)}" is no number of licences`, at)
      return []
    }
    counts[column] = count
  }
  // Whether the total has the expired ones in it no page says: seats that may have ended are not counted on.
  const seats = Math.max(0, counts.total - counts.expired)
  const status = statusOf(cell('message'), counts)
  return [{ skuId: sku.id, name, status, seats, used: counts.assigned, isByName: true, at }]
}

const bringsFlowByName = /power ?automate|\bflow\b/i

/** An empty cell counts as none; signs between the thousands are left out. */
function countIn(text: string): number | undefined {
  const digits = text.replaceAll(/[.,\s](?=\d{3}(?:\D|$))/g, '')
  return /^\d{0,12}$/.test(digits) ? Number(digits) : undefined
}

/** In Graph's words what the message of the admin centre says; no message is no problem. */
function statusOf(message: string, { total, expired }: { readonly total: number; readonly expired: number }): string {
  if (expired > 0 && expired >= total) return 'Suspended'
  if (/disabled|suspended|\bdeleted\b/i.test(message)) return 'Suspended'
  return expired > 0 || /\bexpired\b|grace/i.test(message) ? 'Warning' : 'Enabled'
}
