import type { ItemId } from '@sevenstep/onboarding'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { reviewRequests } from '../../db/schema/index.ts'
import { notFound, stateConflict } from '../../domain/failure.ts'
import { productForChange } from '../checklist/product-for-change.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'

const input = z.strictObject({ productId: z.string(), reviewId: z.string(), version: z.int() })

/** Takes a request for a review back before it is decided; nothing that was handed in is lost. */
export const withdrawReview = defineVerb({
  name: 'review.withdraw',
  where: 'isv',
  allowed: ['review.submit'],
  input,
  run: async ({ transaction, now }, { productId, reviewId, version }) => {
    const { product } = await productForChange(transaction, productId)
    const [request] = await transaction.select().from(reviewRequests).where(eq(reviewRequests.id, reviewId))
    if (request === undefined || request.productId !== productId) throw notFound()
    if (request.state === 'withdrawn') return unchanged({ reviewId })
    if (request.state !== 'open' && request.state !== 'claimed') throw decidedAlready()
    await updateVersioned(
      transaction,
      reviewRequests,
      { id: reviewId, version },
      { state: 'withdrawn', decidedAt: now, claimedBy: null, claimedUntil: null, draft: null },
    )
    // The keys of a snapshot are item ids; JSON keeps them as plain text.
    const items = Object.keys(request.snapshot) as ItemId[]
    return changed(
      { reviewId },
      {
        action: 'review.withdrawn',
        subjectType: 'review',
        subjectId: reviewId,
        sentence: {
          en: `withdrew the request for a review of step ${request.step} of ${product.name}`,
          nl: `trok het verzoek om een beoordeling van stap ${request.step} van ${product.name} in`,
        },
        detail: { productId, step: request.step },
      },
      { touched: [{ productId, items }] },
    )
  },
})

function decidedAlready() {
  return stateConflict(
    { en: 'This review is already decided.', nl: 'Over deze beoordeling is al beslist.' },
    { en: 'Open the step to read the decision.', nl: 'Open de stap om de beslissing te lezen.' },
  )
}
