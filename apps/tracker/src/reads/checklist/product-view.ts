import {
  deriveProduct,
  type Instant,
  type ItemId,
  type ItemRecord,
  type ProductInput,
  type ProductState,
} from '@sevenstep/onboarding'
import type { products } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { readProductInput } from '../../product/product-input.ts'

/** A product as its pages see it. */
export interface ProductView {
  readonly product: Pick<
    typeof products.$inferSelect,
    'id' | 'name' | 'version' | 'kind' | 'edition' | 'publisher' | 'goals' | 'targets' | 'stuck'
  >
  readonly isv: { readonly id: string; readonly name: string; readonly archived: boolean; readonly timeZone: string }
  readonly input: ProductInput
  readonly state: ProductState
  readonly records: Readonly<Record<ItemId, ItemRecord>>
  /** Since when the present party has to act; absent where nothing was logged yet. */
  readonly ballSince?: Instant
  readonly now: Instant
}

/**
 * Reads a product and works out its state.
 *
 * @throws Failure `not-found` where the transaction's scope holds no such product.
 */
export async function readProductView(transaction: Transaction, productId: string, now: Date): Promise<ProductView> {
  const { product, isv, input } = await readProductInput(transaction, productId, now)
  const state = deriveProduct(input)
  const since = input.ballLog.at(-1)?.since
  return {
    product,
    isv: { id: isv.id, name: isv.name, archived: isv.state === 'archived', timeZone: isv.timeZone },
    input,
    state,
    records: input.records,
    ...(since !== undefined && { ballSince: since }),
    now: now.toISOString(),
  }
}
