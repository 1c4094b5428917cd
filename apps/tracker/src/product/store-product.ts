import { sql } from 'drizzle-orm'
import { asInserted, jsonOf, rowsFromJson } from '../db/json-rows.ts'
import { ballLog, itemStates, productSummaries } from '../db/schema/index.ts'
import type { Transaction } from '../db/scope.ts'
import { prepared } from '../db/transaction.ts'
import { summaryVersion } from './remembered-items.ts'

/** What a refresh writes: the items that changed, the ball if it moved, and the summary. */
export interface ProductChanges {
  readonly items: readonly (typeof itemStates.$inferSelect)[]
  readonly moves: readonly (typeof ballLog.$inferSelect)[]
  readonly summary: typeof productSummaries.$inferSelect
}

type Values = { items: string; moves: string; summaries: string }

const store = prepared<Values, { version: string }[]>('store-product', (transaction) => {
  const items = transaction.$with('stored_items').as(
    transaction
      .insert(itemStates)
      .select(rowsFromJson(itemStates, 'items'))
      .onConflictDoUpdate({
        target: [itemStates.productId, itemStates.itemId],
        set: {
          ...asInserted(itemStates, 'productId', 'itemId', 'isvId', 'organizationId'),
          version: sql`${itemStates.version} + 1`,
        },
      })
      .returning({ itemId: itemStates.itemId }),
  )
  const moves = transaction
    .$with('stored_moves')
    .as(transaction.insert(ballLog).select(rowsFromJson(ballLog, 'moves')).returning({ id: ballLog.id }))
  return transaction
    .with(items, moves)
    .insert(productSummaries)
    .select(rowsFromJson(productSummaries, 'summaries'))
    .onConflictDoUpdate({ target: productSummaries.productId, set: asInserted(productSummaries, 'productId') })
    .returning({ version: summaryVersion })
})

/** Writes the derived state of a product, in one query, and gives back the version of its summary. */
export async function storeProduct(
  transaction: Transaction,
  { items, moves, summary }: ProductChanges,
): Promise<string> {
  const [stored] = await store(transaction, {
    items: jsonOf(itemStates, items),
    moves: jsonOf(ballLog, moves),
    summaries: jsonOf(productSummaries, [summary]),
  })
  if (stored === undefined) throw new Error('The summary of a product was not stored.')
  return stored.version
}
