import { z } from 'zod'
import { answerDispute } from '../../../verbs/disputes/answer-dispute.ts'
import { openDispute } from '../../../verbs/disputes/open-dispute.ts'
import { apiChange } from '../change.ts'
import type { Operation } from '../operation.ts'
import { disputeSchema, tellDispute } from '../proof-schemas.ts'
import { apiList, apiRead } from '../read.ts'
import { oneOf, pageOf } from '../rows.ts'
import { named } from '../schemas.ts'

const changed = named('ChangedDispute', z.object({ disputeId: z.string() }))
const people = ['openedBy', 'answeredBy'] as const

/** Objections to findings. */
export const disputeOperations: readonly Operation[] = [
  apiList({
    id: 'listDisputes',
    path: '/disputes',
    tag: 'Disputes',
    summary: 'Objections you can see, newest first',
    place: 'home',
    allowed: ['product.read'],
    query: z.strictObject({ state: z.enum(['open', 'upheld', 'declined']).optional() }),
    page: 'DisputePage',
    row: disputeSchema,
    read: (asked) =>
      pageOf(asked, 'disputes', {
        order: 'newest-first',
        where: { state: asked.query.state },
        people,
        tell: tellDispute,
      }),
  }),
  apiRead({
    id: 'readDispute',
    path: '/disputes/{disputeId}',
    tag: 'Disputes',
    summary: 'One objection',
    place: 'dispute',
    allowed: ['product.read'],
    answer: disputeSchema,
    version: (answer) => answer.version,
    read: (asked) =>
      oneOf(asked, 'disputes', { where: { id: asked.params.disputeId ?? '' }, people, tell: tellDispute }),
  }),
  apiChange(openDispute, {
    id: 'openDispute',
    method: 'post',
    path: '/products/{productId}/items/{itemId}/disputes',
    tag: 'Disputes',
    summary: 'Objects to a finding',
    place: 'product',
    answer: changed,
    location: ({ disputeId }) => `/disputes/${disputeId}`,
  }),
  apiChange(answerDispute, {
    id: 'answerDispute',
    method: 'post',
    path: '/disputes/{disputeId}/answer',
    tag: 'Disputes',
    summary: 'Upholds or declines an objection; for people, not tokens',
    place: 'dispute',
    answer: changed,
  }),
]
