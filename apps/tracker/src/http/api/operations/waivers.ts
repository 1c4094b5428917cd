import { z } from 'zod'
import { approveWaiver } from '../../../verbs/waivers/approve-waiver.ts'
import { denyWaiver } from '../../../verbs/waivers/deny-waiver.ts'
import { requestWaiver } from '../../../verbs/waivers/request-waiver.ts'
import { revokeWaiver } from '../../../verbs/waivers/revoke-waiver.ts'
import { withdrawWaiverRequest } from '../../../verbs/waivers/withdraw-waiver-request.ts'
import { apiChange } from '../change.ts'
import type { Operation } from '../operation.ts'
import { tellWaiver, waiverSchema } from '../proof-schemas.ts'
import { apiList, apiRead } from '../read.ts'
import { oneOf, pageOf } from '../rows.ts'
import { named } from '../schemas.ts'

const changed = named('ChangedWaiver', z.object({ waiverId: z.string() }))
const people = ['requestedBy', 'decidedBy'] as const

/** Items that are let pass for a while. */
export const waiverOperations: readonly Operation[] = [
  apiList({
    id: 'listWaivers',
    path: '/waivers',
    tag: 'Waivers',
    summary: 'Waivers you can see, newest first',
    place: 'home',
    allowed: ['product.read'],
    query: z.strictObject({ state: z.enum(['requested', 'approved', 'denied', 'revoked', 'expired']).optional() }),
    page: 'WaiverPage',
    row: waiverSchema,
    read: (asked) =>
      pageOf(asked, 'waivers', {
        order: 'newest-first',
        where: { state: asked.query.state },
        people,
        tell: tellWaiver,
      }),
  }),
  apiRead({
    id: 'readWaiver',
    path: '/waivers/{waiverId}',
    tag: 'Waivers',
    summary: 'One waiver',
    place: 'waiver',
    allowed: ['product.read'],
    answer: waiverSchema,
    version: (answer) => answer.version,
    read: (asked) => oneOf(asked, 'waivers', { where: { id: asked.params.waiverId ?? '' }, people, tell: tellWaiver }),
  }),
  apiChange(requestWaiver, {
    id: 'requestWaiver',
    method: 'post',
    path: '/products/{productId}/items/{itemId}/waivers',
    tag: 'Waivers',
    summary: 'Asks for a waiver of an item',
    place: 'product',
    answer: changed,
    location: ({ waiverId }) => `/waivers/${waiverId}`,
  }),
  apiChange(withdrawWaiverRequest, {
    id: 'withdrawWaiverRequest',
    method: 'post',
    path: '/products/{productId}/items/{itemId}/waivers/{waiverId}/withdrawal',
    tag: 'Waivers',
    summary: 'Takes back a request that nobody has decided yet',
    place: 'product',
    answer: changed,
  }),
  apiChange(approveWaiver, {
    id: 'approveWaiver',
    method: 'post',
    path: '/waivers/{waiverId}/approval',
    tag: 'Waivers',
    summary: 'Lets the item pass for a while; for people, not tokens',
    place: 'waiver',
    answer: changed,
  }),
  apiChange(denyWaiver, {
    id: 'denyWaiver',
    method: 'post',
    path: '/waivers/{waiverId}/denial',
    tag: 'Waivers',
    summary: 'Refuses a request; for people, not tokens',
    place: 'waiver',
    answer: changed,
  }),
  apiChange(revokeWaiver, {
    id: 'revokeWaiver',
    method: 'post',
    path: '/waivers/{waiverId}/revocation',
    tag: 'Waivers',
    summary: 'Ends a waiver before its time; for people, not tokens',
    place: 'waiver',
    answer: changed,
  }),
]
