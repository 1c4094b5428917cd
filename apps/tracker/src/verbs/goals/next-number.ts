import { eq, sql } from 'drizzle-orm'
import { goalSets } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'

/** The number of the next set of answers of a product; the product's row has to be locked. */
export async function nextNumber(transaction: Transaction, productId: string): Promise<number> {
  const [row] = await transaction
    .select({ last: sql<number>`coalesce(max(${goalSets.number}), 0)::int` })
    .from(goalSets)
    .where(eq(goalSets.productId, productId))
  return (row?.last ?? 0) + 1
}
