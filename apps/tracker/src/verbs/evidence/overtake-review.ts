import type { ItemId } from '@sevenstep/onboarding'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { reviewDecisions, reviewRequests } from '../../db/schema/index.ts'
import type { IsvContext } from '../define-verb.ts'

/**
 * What was handed in for an item has changed, so no reviewer's word on what was there before counts any more: words given
 * are marked, words being written on an open request are taken out, and the request's version is counted up so that
 * whoever is deciding it sees the change first.
 */
export async function overtakeReview(context: IsvContext, productId: string, itemId: ItemId): Promise<void> {
  const { transaction, now } = context
  const words = transaction.$with('words').as(
    transaction
      .update(reviewDecisions)
      .set({ deprecatedAt: now })
      .where(
        and(
          eq(reviewDecisions.productId, productId),
          eq(reviewDecisions.itemId, itemId),
          isNull(reviewDecisions.deprecatedAt),
        ),
      )
      .returning({ itemId: reviewDecisions.itemId }),
  )
  await transaction
    .with(words)
    .update(reviewRequests)
    .set({
      draft: sql`${reviewRequests.draft} #- array['items', ${itemId}]`,
      version: sql`${reviewRequests.version} + 1`,
    })
    .where(
      and(
        eq(reviewRequests.productId, productId),
        inArray(reviewRequests.state, ['open', 'claimed']),
        sql`${reviewRequests.snapshot} ? ${itemId}`,
      ),
    )
}
