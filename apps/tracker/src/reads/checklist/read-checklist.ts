import { type StepId, stepIds } from '@sevenstep/onboarding'
import { and, asc, eq, inArray } from 'drizzle-orm'
import { products, reviewRequests } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'
import { reviewScope } from '../../product/review-scope.ts'
import { type ProductView, readProductView } from './product-view.ts'

/** What the checklist of a product is made from. */
export interface Checklist extends ProductView {
  /** All products of the ISV, oldest first; to switch between. */
  readonly siblings: readonly { readonly id: string; readonly name: string }[]
  /** Steps in which everything is handed in and nobody has asked for a review yet. */
  readonly readyForReview: readonly StepId[]
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
    const open = await transaction
      .select({ step: reviewRequests.step })
      .from(reviewRequests)
      .where(and(eq(reviewRequests.productId, productId), inArray(reviewRequests.state, ['open', 'claimed'])))
    return { ...view, siblings, readyForReview: readySteps(view, new Set(open.map(({ step }) => step))) }
  })
}

function readySteps({ state }: ProductView, asked: ReadonlySet<StepId>): readonly StepId[] {
  return stepIds.filter((step) => {
    if (asked.has(step)) return false
    const { toJudge, missing } = reviewScope(state, step)
    return missing.length === 0 && toJudge.length > 0
  })
}
