import { asc, eq } from 'drizzle-orm'
import { products } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'
import { type ProductView, readProductView } from './product-view.ts'

/** What the checklist of a product is made from. */
export interface Checklist extends ProductView {
  /** All products of the ISV, oldest first; to switch between. */
  readonly siblings: readonly { readonly id: string; readonly name: string }[]
}

/** Reads the checklist of a product, in one transaction. */
export function readChecklist(
  services: { readonly database: Database; readonly clock: Clock },
  place: { readonly organizationId: string; readonly isvId: string },
  productId: string,
): Promise<Checklist> {
  return services.database.within({ kind: 'isv', ...place }, async (transaction) => {
    const view = await readProductView(transaction, productId, services.clock.now())
    const siblings = await transaction
      .select({ id: products.id, name: products.name })
      .from(products)
      .where(eq(products.isvId, place.isvId))
      .orderBy(asc(products.createdAt), asc(products.id))
    return { ...view, siblings }
  })
}
