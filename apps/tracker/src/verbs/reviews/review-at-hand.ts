import type { ItemId, Text } from '@sevenstep/onboarding'
import { eq } from 'drizzle-orm'
import type { AuditEntry } from '../../audit/event.ts'
import { type products, reviewRequests } from '../../db/schema/index.ts'
import { notAllowed, notFound } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import { productForChange } from '../checklist/product-for-change.ts'
import type { IsvContext } from '../define-verb.ts'

/** A request for a review that is about to be changed, and the person who does so. */
export interface ReviewAtHand {
  readonly request: typeof reviewRequests.$inferSelect
  readonly product: typeof products.$inferSelect
  readonly person: string
  readonly items: readonly ItemId[]
  /** Named in a sentence of the record. */
  readonly words: Text
}

/**
 * The request a change is about. Changes of its product take turns from here on, so that of two reviewers who decide at
 * once exactly one does.
 *
 * @throws Failure `not-found`; `not-allowed` for the tracker itself, since judging stays with people
 */
export async function reviewAtHand(context: IsvContext, reviewId: string): Promise<ReviewAtHand> {
  const { transaction, principal } = context
  const person = personOf(principal)
  if (person === undefined || principal.kind === 'token') throw notAllowed()
  const [named] = await transaction
    .select({ productId: reviewRequests.productId })
    .from(reviewRequests)
    .where(eq(reviewRequests.id, reviewId))
  if (named === undefined) throw notFound()
  const { product } = await productForChange(transaction, named.productId)
  const [request] = await transaction.select().from(reviewRequests).where(eq(reviewRequests.id, reviewId))
  if (request === undefined) throw notFound()
  return {
    request,
    product,
    person,
    // The keys of a snapshot are item ids; JSON keeps them as plain text.
    items: Object.keys(request.snapshot) as ItemId[],
    words: {
      en: `the review of step ${request.step} of ${product.name}`,
      nl: `de beoordeling van stap ${request.step} van ${product.name}`,
    },
  }
}

/** An entry of the record about a review. */
export function reviewEntry(
  { request, product }: ReviewAtHand,
  action: string,
  sentence: Text,
  detail: Readonly<Record<string, unknown>> = {},
): AuditEntry {
  return {
    action,
    subjectType: 'review',
    subjectId: request.id,
    sentence,
    detail: { productId: product.id, step: request.step, ...detail },
  }
}
