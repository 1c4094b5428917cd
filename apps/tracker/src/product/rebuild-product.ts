import { deriveProduct, type ItemId, type ItemRecord } from '@sevenstep/onboarding'
import canonicalize from 'canonicalize'
import { eq } from 'drizzle-orm'
import { productSummaries } from '../db/schema/index.ts'
import type { Transaction } from '../db/scope.ts'
import { recordFrom } from './item-record.ts'
import { readProductSources } from './item-sources.ts'
import { summaryRow } from './summary-row.ts'

/** Where the stored state of a product differs from what its sources say. */
export interface Difference {
  readonly productId: string
  /** `summary.health` or `item 2.redirect`, say. */
  readonly place: string
  readonly stored: unknown
  readonly expected: unknown
}

/**
 * Works out the state of a product from its sources alone, as of the moment it was last refreshed, and compares it with
 * what is stored. No difference means the cache is true.
 */
export async function compareProduct(transaction: Transaction, productId: string): Promise<Difference[]> {
  const [stored] = await transaction.select().from(productSummaries).where(eq(productSummaries.productId, productId))
  const read = await readProductSources(transaction, productId, 'all', stored?.updatedAt ?? new Date(0))
  const records: Record<ItemId, ItemRecord> = {}
  for (const [itemId, itemSources] of read.sources) {
    const record = recordFrom(itemId, itemSources)
    if (Object.keys(record).length > 0 || read.items.has(itemId)) records[itemId] = record
  }
  const input = { ...read.input, records }
  const state = deriveProduct(input)
  const differences: Difference[] = []
  const compare = (place: string, left: unknown, right: unknown) => {
    if (canonicalize(left) === canonicalize(right)) return
    differences.push({ productId, place, stored: left, expected: right })
  }
  for (const item of state.items) {
    const known = read.items.get(item.id)
    if (known === undefined && !(item.id in records)) continue
    compare(`item ${item.id} record`, known?.record, records[item.id])
    compare(`item ${item.id} verdict`, known?.verdict, item.verdict)
    compare(`item ${item.id} ball`, known?.ball, item.ball)
    compare(`item ${item.id} regressed`, known?.regressed, item.regressed)
  }
  const expected: Readonly<Record<string, unknown>> = {
    ...summaryRow(read, input, state, stored?.updatedAt ?? new Date(0)),
  }
  const row: Readonly<Record<string, unknown>> = stored ?? {}
  for (const [name, value] of Object.entries(expected)) compare(`summary ${name}`, plain(row[name]), plain(value))
  return differences
}

function plain(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value
}
