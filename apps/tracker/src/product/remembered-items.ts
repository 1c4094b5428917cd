import type { ItemId } from '@sevenstep/onboarding'
import { sql } from 'drizzle-orm'
import { productSummaries } from '../db/schema/index.ts'
import type { Transaction } from '../db/scope.ts'
import { databaseOf } from '../db/transaction.ts'
import type { StoredItem } from './product-input.ts'

/** The items of a product as they were stored together with one version of its summary. */
export interface RememberedItems {
  readonly version: string
  readonly items: ReadonlyMap<ItemId, StoredItem>
}

/**
 * Which version of its row a summary is: the transaction that wrote it and the place it was written to, which
 * PostgreSQL gives to no two versions. Items change only together with the summary, so items of the same version are
 * the same, whichever process wrote them last; what a rolled-back transaction left behind is never met again.
 */
export const summaryVersion = sql<string>`(${productSummaries}.xmin::text || ${productSummaries}.ctid::text)`

/** Products remembered at once; one takes some 150 kB. */
const limit = 100

const perDatabase = new WeakMap<object, Map<string, RememberedItems>>()

/**
 * The items of a product as this process last knew them, which hold only while the summary has the same version. Hundreds
 * of them are read for every change of one otherwise, which took longer than everything else a change does.
 */
export function rememberedItems(transaction: Transaction, productId: string): RememberedItems | undefined {
  return perDatabase.get(databaseOf(transaction))?.get(productId)
}

/** Keeps the items of a product for its next change; the product that was changed longest ago makes room. */
export function rememberItems(transaction: Transaction, productId: string, remembered: RememberedItems): void {
  const database = databaseOf(transaction)
  const known = perDatabase.get(database) ?? new Map<string, RememberedItems>()
  perDatabase.set(database, known)
  known.delete(productId)
  known.set(productId, remembered)
  for (const oldest of known.keys()) {
    if (known.size <= limit) break
    known.delete(oldest)
  }
}
