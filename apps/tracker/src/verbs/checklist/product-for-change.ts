import { eq, sql } from 'drizzle-orm'
import { isvs, products } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { prepared } from '../../db/transaction.ts'
import { notFound, stateConflict } from '../../domain/failure.ts'

/** A product that is about to be changed. */
export interface ProductForChange {
  readonly product: typeof products.$inferSelect
  readonly isv: typeof isvs.$inferSelect
}

/**
 * The product with its ISV; its row stays locked until the transaction ends, so that changes of one product take turns.
 *
 * @throws Failure `not-found`, or `state-conflict` where the ISV is archived and can only be read.
 */
export async function productForChange(transaction: Transaction, productId: string): Promise<ProductForChange> {
  const [found] = await lockedProduct(transaction, { productId })
  if (found === undefined) throw notFound()
  refuseArchived(found.isv)
  return found
}

const lockedProduct = prepared<{ productId: string }, ProductForChange[]>('product-for-change', (transaction) =>
  transaction
    .select({ product: products, isv: isvs })
    .from(products)
    .innerJoin(isvs, eq(isvs.id, products.isvId))
    .where(eq(products.id, sql.placeholder('productId')))
    .for('update', { of: products }),
)

/** @throws Failure `state-conflict` where the ISV is archived. */
export function refuseArchived({ state, name }: Pick<typeof isvs.$inferSelect, 'state' | 'name'>): void {
  if (state !== 'archived') return
  throw stateConflict(
    { en: `${name} is archived; nothing was changed.`, nl: `${name} is gearchiveerd; er is niets gewijzigd.` },
    {
      en: 'Ask the partner programme to bring it back first.',
      nl: 'Vraag het partnerprogramma om de ISV eerst terug te halen.',
    },
  )
}
