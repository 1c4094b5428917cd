import { asc, eq } from 'drizzle-orm'
import { reviewDecisions } from '../../db/schema/index.ts'
import type { Database, Scope } from '../../db/scope.ts'

/** The words given on the items of a review. */
export function readReviewDecisions(
  database: Database,
  scope: Scope,
  reviewId: string,
): Promise<readonly (typeof reviewDecisions.$inferSelect)[]> {
  return database.within(scope, (transaction) =>
    transaction
      .select()
      .from(reviewDecisions)
      .where(eq(reviewDecisions.reviewId, reviewId))
      .orderBy(asc(reviewDecisions.itemId)),
  )
}
