import { eq } from 'drizzle-orm'
import { isvs, products } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { notFound } from '../../domain/failure.ts'
import type { Touched } from '../define-verb.ts'

/** An ISV as it is stored. */
export type IsvRecord = typeof isvs.$inferSelect

/**
 * The ISV that a verb is about, kept from other changes until the transaction ends.
 *
 * @throws Failure `not-found`
 */
export async function isvForChange(transaction: Transaction, isvId: string): Promise<IsvRecord> {
  const [isv] = await transaction.select().from(isvs).where(eq(isvs.id, isvId)).for('update')
  if (isv === undefined) throw notFound()
  return isv
}

/** Every product of an ISV, to be brought up to date after the ISV's name, owner, zone or state changed. */
export async function productsTouched(transaction: Transaction, isvId: string): Promise<Touched[]> {
  const rows = await transaction.select({ productId: products.id }).from(products).where(eq(products.isvId, isvId))
  // In one order everywhere, so that two changes never wait for each other.
  return rows
    .map(({ productId }) => ({ productId, items: [] as const }))
    .sort((a, b) => (a.productId < b.productId ? -1 : 1))
}
