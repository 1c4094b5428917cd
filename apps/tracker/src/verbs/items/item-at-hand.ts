import { type EvidenceRequest, type ItemDefinition, itemById, type Text } from '@sevenstep/onboarding'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { products } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { notFound } from '../../domain/failure.ts'

/** The fields by which a request names an item of a product. */
export const itemFields = { productId: z.string().min(1).max(80), itemId: z.string().min(1).max(120) }

/** An item of a product, at hand for a change. */
export interface ItemAtHand {
  readonly product: typeof products.$inferSelect
  readonly item: ItemDefinition
  /** Named in a sentence of the record. */
  readonly words: Text
}

/**
 * The item that a change is about. Changes to the items of one product take turns from here on, so that "only one open at
 * a time" holds.
 *
 * @throws Failure `not-found`
 */
export async function itemAtHand(
  transaction: Transaction,
  { productId, itemId }: { readonly productId: string; readonly itemId: string },
): Promise<ItemAtHand> {
  const item = itemById(itemId)
  const [product] = await transaction.select().from(products).where(eq(products.id, productId)).for('no key update')
  if (item === undefined || product === undefined) throw notFound()
  const words = {
    en: `“${item.title.en}” of ${product.name}`,
    nl: `“${item.title.nl}” van ${product.name}`,
  }
  return { product, item, words }
}

/** What may be handed in for an item; undefined where nothing is asked for. */
export function evidenceRequestOf({ verification }: ItemDefinition): EvidenceRequest | undefined {
  return verification.by === 'evidence' || verification.by === 'probe' ? verification.evidence : undefined
}
