import { z } from 'zod'
import { reviewRequests } from '../../db/schema/index.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { demandClaim, refuseOver } from './claim-rules.ts'
import { reviewAtHand, reviewEntry } from './review-at-hand.ts'

/** Gives a review back to the queue. The words begun stay with it, for whoever had written them. */
export const releaseReview = defineVerb({
  name: 'review.release',
  where: 'isv',
  allowed: ['review.decide'],
  input: z.strictObject({ reviewId: z.string().min(1).max(80), version: z.int() }),
  async run(context, { reviewId, version }) {
    const at = await reviewAtHand(context, reviewId)
    refuseOver(at)
    const { request, words, items } = at
    if (request.state === 'open') return unchanged({ reviewId })
    demandClaim(at, context.now)
    await updateVersioned(
      context.transaction,
      reviewRequests,
      { id: reviewId, version },
      { state: 'open', claimedUntil: null },
    )
    const sentence = { en: `released ${words.en}`, nl: `gaf ${words.nl} vrij` }
    return changed({ reviewId }, reviewEntry(at, 'review.released', sentence), {
      touched: [{ productId: request.productId, items }],
    })
  },
})
