import type { Instant, StepId } from '@sevenstep/onboarding'
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { isvs, products, reviewRequests, users } from '../../db/schema/index.ts'
import type { Database, Transaction } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'
import { type ResponseDue, responseDue } from '../../domain/response-targets.ts'
import { readCalendar } from './read-calendar.ts'

/** Which reviews are looked at: those that wait, those the reader holds, those that are over. */
export type QueueFilter = 'open' | 'mine' | 'decided'

/** One request in the queue. */
export interface QueueEntry {
  readonly id: string
  readonly isvName: string
  readonly productName: string
  readonly step: StepId
  readonly state: (typeof reviewRequests.$inferSelect)['state']
  readonly requestedAt: Date
  readonly requestedBy: string | null
  readonly claimedById: string | null
  readonly claimedBy: string | null
  /** Somebody holds it, and nobody else may take it. */
  readonly held: boolean
  readonly decidedBy: string | null
  readonly decidedAt: Date | null
  readonly items: number
  /** Items that are new or other than at the last review of the step; undefined where there was none. */
  readonly changedItems: number | undefined
  readonly due: ResponseDue
}

/** What the page of the queue is made from. */
export interface ReviewQueue {
  readonly filter: QueueFilter
  readonly counts: Readonly<Record<QueueFilter, number>>
  /** Oldest first; those that are over newest first. */
  readonly entries: readonly QueueEntry[]
  readonly oldest: Date | undefined
  readonly page: number
  readonly pageSize: number
  readonly now: Instant
}

const pageSize = 50
const waiting = ['open', 'claimed'] as const
const over = ['approved', 'changes-requested', 'rejected', 'deprecated'] as const

/**
 * Reads the queue of a programme, in one transaction of three queries.
 *
 * @param page from 1
 */
export function readReviewQueue(
  services: { readonly database: Database; readonly clock: Clock },
  organizationId: string,
  asked: { readonly userId: string; readonly filter: QueueFilter; readonly page: number },
): Promise<ReviewQueue> {
  return services.database.within({ kind: 'programme', organizationId }, async (transaction) => {
    const now = services.clock.now()
    const calendar = await readCalendar(transaction, organizationId)
    const { oldest, ...counts } = await readCounts(transaction, organizationId, asked.userId)
    const rows = await readRows(transaction, organizationId, asked)
    return {
      filter: asked.filter,
      counts,
      oldest: oldest === null ? undefined : new Date(oldest),
      entries: rows.map(({ snapshot, previous, ...row }) => ({
        ...row,
        held: row.state === 'claimed' && row.claimedUntil !== null && row.claimedUntil > now,
        items: Object.keys(snapshot).length,
        changedItems: previous === null ? undefined : countChanges(snapshot, previous),
        due: responseDue('review', row.requestedAt, calendar, now.toISOString()),
      })),
      page: asked.page,
      pageSize,
      now: now.toISOString(),
    }
  })
}

async function readCounts(transaction: Transaction, organizationId: string, userId: string) {
  const { state, claimedBy, requestedAt } = reviewRequests
  const isOpen = inArray(state, waiting)
  const [row] = await transaction
    .select({
      open: sql<number>`(count(*) filter (where ${isOpen}))::int`,
      mine: sql<number>`(count(*) filter (where ${isOpen} and ${claimedBy} = ${userId}))::int`,
      decided: sql<number>`(count(*) filter (where ${inArray(state, over)}))::int`,
      oldest: sql<string | null>`min(${requestedAt}) filter (where ${isOpen})`,
    })
    .from(reviewRequests)
    .where(eq(reviewRequests.organizationId, organizationId))
  return row ?? { open: 0, mine: 0, decided: 0, oldest: null }
}

function readRows(
  transaction: Transaction,
  organizationId: string,
  { userId, filter, page }: { readonly userId: string; readonly filter: QueueFilter; readonly page: number },
) {
  const asker = alias(users, 'asker')
  const claimer = alias(users, 'claimer')
  const decider = alias(users, 'decider')
  const { id, requestedAt, decidedAt } = reviewRequests
  return transaction
    .select({
      id,
      isvName: isvs.name,
      productName: products.name,
      step: reviewRequests.step,
      state: reviewRequests.state,
      requestedAt,
      requestedBy: asker.name,
      claimedById: reviewRequests.claimedBy,
      claimedBy: claimer.name,
      claimedUntil: reviewRequests.claimedUntil,
      decidedBy: decider.name,
      decidedAt,
      snapshot: reviewRequests.snapshot,
      previous: previousSnapshot(),
    })
    .from(reviewRequests)
    .innerJoin(products, eq(products.id, reviewRequests.productId))
    .innerJoin(isvs, eq(isvs.id, reviewRequests.isvId))
    .leftJoin(asker, eq(asker.id, reviewRequests.requestedBy))
    .leftJoin(claimer, eq(claimer.id, reviewRequests.claimedBy))
    .leftJoin(decider, eq(decider.id, reviewRequests.decidedBy))
    .where(and(eq(reviewRequests.organizationId, organizationId), filterOf(filter, userId)))
    .orderBy(...(filter === 'decided' ? [desc(decidedAt), desc(id)] : [asc(requestedAt), asc(id)]))
    .limit(pageSize)
    .offset((page - 1) * pageSize)
}

function filterOf(filter: QueueFilter, userId: string): SQL | undefined {
  const { state, claimedBy } = reviewRequests
  if (filter === 'decided') return inArray(state, over)
  return and(inArray(state, waiting), filter === 'mine' ? eq(claimedBy, userId) : undefined)
}

/** What was judged when this step of this product was last decided, before the request was made. */
function previousSnapshot() {
  return sql<Readonly<Record<string, string>> | null>`(
    select p.snapshot from ${reviewRequests} p
    where p.product_id = ${reviewRequests}.product_id and p.step = ${reviewRequests}.step
      and p.state in ('approved', 'changes-requested', 'rejected', 'deprecated')
      and p.decided_at <= ${reviewRequests}.requested_at and p.id <> ${reviewRequests}.id
    order by p.decided_at desc limit 1)`
}

function countChanges(snapshot: Readonly<Record<string, string>>, previous: Readonly<Record<string, string>>): number {
  return Object.entries(snapshot).filter(([item, hash]) => previous[item] !== hash).length
}
