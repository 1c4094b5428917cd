import { z } from 'zod'
import { reviewRequests } from '../../db/schema/index.ts'
import { reviewLease } from '../../domain/response-targets.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { heldByOther, leaseHeld, refuseOver, refuseOwnRequest } from './claim-rules.ts'
import { refuseOwnIsv } from './refuse-own-isv.ts'
import { reviewAtHand, reviewEntry } from './review-at-hand.ts'

/**
 * Takes up a review for some hours, or keeps it for as long again. Another reviewer's claim can be taken over once its
 * time is over; the words they had begun go with it.
 */
export const claimReview = defineVerb({
  name: 'review.claim',
  where: 'isv',
  allowed: ['review.decide'],
  input: z.strictObject({ reviewId: z.string().min(1).max(80), version: z.int() }),
  async run(context, { reviewId, version }) {
    const { transaction, now } = context
    const at = await reviewAtHand(context, reviewId)
    refuseOver(at)
    refuseOwnRequest(at)
    refuseOwnIsv(context)
    if (heldByOther(at, now)) throw leaseHeld()
    const { request, person, words, items } = at
    const claimedUntil = new Date(now.getTime() + reviewLease)
    await updateVersioned(
      transaction,
      reviewRequests,
      { id: reviewId, version },
      {
        state: 'claimed',
        claimedBy: person,
        claimedUntil,
        // Another's unfinished words are theirs.
        ...(request.claimedBy !== person && request.claimedBy !== null && { draft: null }),
      },
    )
    const until = { claimedUntil: claimedUntil.toISOString() }
    const touched = [{ productId: request.productId, items }]
    if (request.state === 'claimed' && request.claimedBy === person) {
      const sentence = { en: `keeps ${words.en} for longer`, nl: `houdt ${words.nl} langer bij zich` }
      return changed({ reviewId }, reviewEntry(at, 'review.kept', sentence, until), { touched })
    }
    if (request.state === 'claimed') {
      const sentence = { en: `took over ${words.en}`, nl: `nam ${words.nl} over` }
      return changed(
        { reviewId },
        reviewEntry(at, 'review.taken-over', sentence, { ...until, before: request.claimedBy }),
        { touched },
      )
    }
    const sentence = { en: `took up ${words.en}`, nl: `pakte ${words.nl} op` }
    return changed({ reviewId }, reviewEntry(at, 'review.claimed', sentence, until), { touched })
  },
})
