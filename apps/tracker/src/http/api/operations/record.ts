import { z } from 'zod'
import type { Operation } from '../operation.ts'
import { apiList } from '../read.ts'
import { pageOf } from '../rows.ts'
import { moment, named, text } from '../schemas.ts'

const event = named(
  'AuditEvent',
  z.object({
    id: z.string(),
    isvId: z.string().nullable(),
    chain: z.string(),
    sequence: z.int(),
    at: moment,
    actorId: z.string(),
    actorName: z.string(),
    actorKind: z.enum(['person', 'token', 'tracker']),
    action: z.string(),
    subjectType: z.string(),
    subjectId: z.string(),
    sentence: text,
    detail: z.record(z.string(), z.unknown()),
    requestId: z.string().nullable(),
    previousHash: z.string(),
    hash: z.string(),
  }),
)

/** What happened. */
export const recordOperations: readonly Operation[] = [
  apiList({
    id: 'listAuditEvents',
    path: '/audit-events',
    tag: 'Record',
    summary: 'The record, newest first, with the hashes that chain it',
    place: 'home',
    allowed: ['audit.read'],
    query: z.strictObject({
      isvId: z.string().max(80).optional(),
      subjectId: z.string().max(80).optional(),
      actorId: z.string().max(80).optional(),
      action: z.string().max(80).optional(),
    }),
    page: 'AuditEventPage',
    row: event,
    read: (asked) => {
      const { isvId, subjectId, actorId, action } = asked.query
      return pageOf(asked, 'events', {
        order: 'newest-first',
        where: { isvId, subjectId, actorId, action },
        people: [],
        tell: (row) => row,
      })
    },
  }),
]
