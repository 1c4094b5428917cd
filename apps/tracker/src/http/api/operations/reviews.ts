import { z } from 'zod'
import { readReviewDecisions } from '../../../reads/api/read-review-decisions.ts'
import type { RowOf } from '../../../reads/api/read-rows.ts'
import { claimReview } from '../../../verbs/reviews/claim-review.ts'
import { decideReview } from '../../../verbs/reviews/decide-review.ts'
import { draftReview } from '../../../verbs/reviews/draft-review.ts'
import { releaseReview } from '../../../verbs/reviews/release-review.ts'
import { apiChange } from '../change.ts'
import type { Operation } from '../operation.ts'
import { apiList, apiRead } from '../read.ts'
import { oneOf, pageOf, personIn, scopeFor } from '../rows.ts'
import { moment, named, person, version } from '../schemas.ts'

const states = ['open', 'claimed', 'approved', 'changes-requested', 'rejected', 'deprecated', 'withdrawn'] as const
const fields = {
  id: z.string(),
  version,
  productId: z.string(),
  step: z.int(),
  state: z.enum(states),
  message: z.string().nullable(),
  requestedBy: person,
  requestedAt: moment,
  claimedBy: person.nullable(),
  claimedUntil: moment.nullable(),
  decidedBy: person.nullable(),
  decidedAt: moment.nullable(),
  note: z.string().nullable(),
}
const entry = named('ReviewEntry', z.object(fields))
const review = named(
  'Review',
  z.object({
    ...fields,
    snapshot: z.record(z.string(), z.string()).meta({
      description: 'The items to be judged, each with the hash of its facts when the review was asked for.',
    }),
    decisions: z.array(
      z.object({
        itemId: z.string(),
        decision: z.enum(['approved', 'changes-requested', 'rejected']),
        note: z.string().nullable(),
        decidedBy: z.string(),
        decidedAt: moment,
        deprecatedAt: moment.nullable(),
      }),
    ),
  }),
)
const changed = named('DecidedReview', z.object({ reviewId: z.string() }))
const people = ['requestedBy', 'claimedBy', 'decidedBy'] as const

const tell = (row: RowOf<'reviews'>, names: ReadonlyMap<string, string>) => ({
  ...row,
  requestedBy: personIn(names, row.requestedBy),
  claimedBy: personIn(names, row.claimedBy),
  decidedBy: personIn(names, row.decidedBy),
})

/** Requests for a review, and a reviewer's word on them. */
export const reviewOperations: readonly Operation[] = [
  apiList({
    id: 'listReviews',
    path: '/reviews',
    tag: 'Reviews',
    summary: 'Requests for a review that you can see, oldest first',
    place: 'home',
    allowed: ['product.read'],
    query: z.strictObject({ state: z.enum(states).optional() }),
    page: 'ReviewPage',
    row: entry,
    read: (asked) =>
      pageOf(asked, 'reviews', {
        order: 'oldest-first',
        where: { state: asked.query.state },
        people,
        tell,
      }),
  }),
  apiRead({
    id: 'readReview',
    path: '/reviews/{reviewId}',
    tag: 'Reviews',
    summary: 'One request, with the words given on its items',
    place: 'review',
    allowed: ['product.read'],
    answer: review,
    version: (answer) => answer.version,
    read: async (asked) => {
      const reviewId = asked.params.reviewId ?? ''
      const told = await oneOf(asked, 'reviews', { where: { id: reviewId }, people, tell })
      return { ...told, decisions: await readReviewDecisions(asked.services.database, scopeFor(asked), reviewId) }
    },
  }),
  apiChange(claimReview, {
    id: 'claimReview',
    method: 'put',
    path: '/reviews/{reviewId}/claim',
    tag: 'Reviews',
    summary: 'Takes a review on, or keeps it for longer; for people, not tokens',
    place: 'review',
    answer: changed,
  }),
  apiChange(releaseReview, {
    id: 'releaseReview',
    method: 'delete',
    path: '/reviews/{reviewId}/claim',
    tag: 'Reviews',
    summary: 'Gives a review back to the queue; for people, not tokens',
    place: 'review',
    answer: changed,
  }),
  apiChange(draftReview, {
    id: 'draftReview',
    method: 'put',
    path: '/reviews/{reviewId}/draft',
    tag: 'Reviews',
    summary: 'Keeps words not yet given; for people, not tokens',
    place: 'review',
    answer: changed,
  }),
  apiChange(decideReview, {
    id: 'decideReview',
    method: 'post',
    path: '/reviews/{reviewId}/decision',
    tag: 'Reviews',
    summary: 'Gives a word on every item and on the step; for people, not tokens',
    place: 'review',
    answer: changed,
  }),
]
