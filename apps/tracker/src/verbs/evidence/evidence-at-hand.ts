import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { evidence, evidenceVersions } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { notFound } from '../../domain/failure.ts'
import { type ItemAtHand, itemAtHand, itemFields } from '../items/item-at-hand.ts'

/** The fields by which a request names a piece of evidence, with the version of its row that was seen. */
export const evidenceFields = { ...itemFields, evidenceId: z.string().min(1).max(80), version: z.int() }

/** A piece of evidence, at hand for a change. */
export interface EvidenceAtHand extends ItemAtHand {
  readonly piece: typeof evidence.$inferSelect
  readonly latest: typeof evidenceVersions.$inferSelect
}

/**
 * The piece of evidence that a change is about, with its version that counts.
 *
 * @throws Failure `not-found`
 */
export async function evidenceAtHand(
  transaction: Transaction,
  named: { readonly productId: string; readonly itemId: string; readonly evidenceId: string },
): Promise<EvidenceAtHand> {
  const at = await itemAtHand(transaction, named)
  const [found] = await transaction
    .select({ piece: evidence, latest: evidenceVersions })
    .from(evidence)
    .innerJoin(evidenceVersions, eq(evidenceVersions.evidenceId, evidence.id))
    .where(
      and(eq(evidence.id, named.evidenceId), eq(evidence.productId, at.product.id), eq(evidence.itemId, at.item.id)),
    )
    .orderBy(desc(evidenceVersions.number))
    .limit(1)
  if (found === undefined) throw notFound()
  return { ...at, ...found }
}
