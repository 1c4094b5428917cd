import type { ItemId } from '@sevenstep/onboarding'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { type ItemDecision, reviewRequests } from '../../db/schema/index.ts'
import { versionConflict } from '../../domain/failure.ts'
import { defineVerb, unchanged } from '../define-verb.ts'
import { demandClaim } from './claim-rules.ts'
import { refuseOwnIsv } from './refuse-own-isv.ts'
import { reviewAtHand } from './review-at-hand.ts'
import { wordsGiven } from './words-given.ts'

/**
 * Keeps words that are not given yet, so that leaving the page loses nothing. Nobody else reads them and nothing follows
 * from them: there is no entry in the record, and the request keeps its version.
 */
export const draftReview = defineVerb({
  name: 'review.draft',
  where: 'isv',
  allowed: ['review.decide'],
  input: z.strictObject(wordsGiven),
  async run(context, { reviewId, version, note, items }) {
    const at = await reviewAtHand(context, reviewId)
    demandClaim(at, context.now)
    refuseOwnIsv(context)
    if (at.request.version !== version) throw versionConflict({ id: reviewId, version: at.request.version })
    const kept: Record<ItemId, { decision?: ItemDecision; note?: string }> = {}
    for (const itemId of at.items) {
      const said = items[itemId]
      if (said === undefined) continue
      const { decision } = said
      kept[itemId] = {
        ...(decision !== undefined && decision !== 'later' && { decision }),
        ...(said.note !== undefined && said.note !== '' && { note: said.note }),
      }
    }
    await context.transaction
      .update(reviewRequests)
      .set({ draft: { ...(note !== undefined && note !== '' && { note }), items: kept } })
      .where(eq(reviewRequests.id, reviewId))
    return unchanged({ reviewId })
  },
})
