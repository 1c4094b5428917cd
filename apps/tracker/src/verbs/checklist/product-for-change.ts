import { eq } from 'drizzle-orm'
import { isvs, products } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
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
  const [product] = await transaction.select().from(products).where(eq(products.id, productId)).for('update')
  if (product === undefined) throw notFound()
  const [isv] = await transaction.select().from(isvs).where(eq(isvs.id, product.isvId))
  if (isv === undefined) throw notFound()
  refuseArchived(isv)
  return { product, isv }
}

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
