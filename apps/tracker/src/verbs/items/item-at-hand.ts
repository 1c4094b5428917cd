import { type EvidenceRequest, type ItemDefinition, itemById, type Text } from '@sevenstep/onboarding'
import { z } from 'zod'
import type { isvs, products } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { notFound } from '../../domain/failure.ts'
import { productForChange } from '../checklist/product-for-change.ts'

/** The fields by which a request names an item of a product. */
export const itemFields = { productId: z.string().min(1).max(80), itemId: z.string().min(1).max(120) }

/** An item of a product, at hand for a change. */
export interface ItemAtHand {
  readonly product: typeof products.$inferSelect
  readonly isv: typeof isvs.$inferSelect
  readonly item: ItemDefinition
  /** Named in a sentence of the record. */
  readonly words: Text
}

/**
 * The item that a change is about. Changes to the items of one product take turns from here on, so that "only one open at
 * a time" holds.
 *
 * @throws Failure `not-found`, or `state-conflict` where the ISV is archived
 */
export async function itemAtHand(
  transaction: Transaction,
  { productId, itemId }: { readonly productId: string; readonly itemId: string },
): Promise<ItemAtHand> {
  const item = itemById(itemId)
  if (item === undefined) throw notFound()
  const { product, isv } = await productForChange(transaction, productId)
  const words = {
    en: `“${item.title.en}” of ${product.name}`,
    nl: `“${item.title.nl}” van ${product.name}`,
  }
  return { product, isv, item, words }
}

/** What may be handed in for an item; undefined where nothing is asked for. */
export function evidenceRequestOf({ verification }: Pick<ItemDefinition, 'verification'>): EvidenceRequest | undefined {
  return verification.by === 'evidence' || verification.by === 'probe' ? verification.evidence : undefined
}
