import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { auditEvents, auditHeads, isvs, memberships, products } from '../../db/schema/index.ts'
import type { Database, Transaction } from '../../db/scope.ts'
import type { Place } from '../../domain/principal.ts'
import type { Role } from '../../domain/roles.ts'
import { scopeOfPlace } from '../members/read-members.ts'
import { conditionsOf } from './audit-conditions.ts'
import { type AuditCursor, type AuditQuestion, isNarrowed } from './audit-question.ts'

/** Events of one page. */
const pageSize = 50
/** Matches are counted up to here; beyond it the page says "more than". */
export const countLimit = 1000

/** One event with what its sentence needs beside it. */
export interface AuditLine {
  readonly event: typeof auditEvents.$inferSelect
  /** What the actor was there when it happened; absent where the memberships do not tell. */
  readonly role?: Role
  readonly isvName?: string
  /** Where the subject can be looked at, if it has a page. */
  readonly href?: string
}

/** One page of the record, and how its chains stand. */
export interface Audit {
  readonly lines: readonly AuditLine[]
  /** How many match; `countLimit` + 1 where there are more. */
  readonly matching: number
  /** Events and chains that there are in all, without any filter. */
  readonly events: number
  readonly chains: number
  readonly newer?: AuditCursor
  readonly older?: AuditCursor
}

/**
 * Reads one page of the record of a place: an ISV's own chain, or every chain of the programme. Pages are found by time
 * and id, so that the thousandth costs what the first does.
 */
export async function readAudit(
  { database }: { readonly database: Database },
  place: Place,
  question: AuditQuestion,
  timeZone: string,
): Promise<Audit> {
  return database.within(scopeOfPlace(place), async (transaction) => {
    const matching = and(inRecord(place), conditionsOf(transaction, question, timeZone))
    const { events, more } = await readEvents(transaction, matching, question.cursor, pageSize)
    const [heads] = await transaction
      .select({
        chains: sql<number>`count(*)::int`,
        events: sql<number>`coalesce(sum(${auditHeads.sequence}), 0)::int`,
      })
      .from(auditHeads)
    const total = heads?.events ?? 0
    return {
      lines: await linesOf(transaction, events),
      matching: isNarrowed(question) ? await countUpToLimit(transaction, matching) : total,
      events: total,
      chains: heads?.chains ?? 0,
      ...neighbours(events, more, question.cursor),
    }
  })
}

/** Every event that a place's record holds. */
export function inRecord({ organizationId, isvId }: Place): SQL | undefined {
  return isvId === null ? eq(auditEvents.organizationId, organizationId) : eq(auditEvents.isvId, isvId)
}

/** Reads events beside a cursor, newest first; `more` where the far side has others. */
export async function readEvents(
  transaction: Transaction,
  matching: SQL | undefined,
  cursor: AuditCursor | undefined,
  size: number,
) {
  const isBack = cursor?.direction === 'newer'
  const order = isBack ? asc : desc
  const beyond =
    cursor === undefined
      ? undefined
      : isBack
        ? sql`(${auditEvents.at}, ${auditEvents.id}) > (${cursor.at}::timestamptz, ${cursor.id}::text)`
        : sql`(${auditEvents.at}, ${auditEvents.id}) < (${cursor.at}::timestamptz, ${cursor.id}::text)`
  const rows = await transaction
    .select()
    .from(auditEvents)
    .where(and(matching, beyond))
    .orderBy(order(auditEvents.at), order(auditEvents.id))
    .limit(size + 1)
  const events = rows.slice(0, size)
  return { events: isBack ? events.reverse() : events, more: rows.length > size }
}

async function countUpToLimit(transaction: Transaction, matching: SQL | undefined): Promise<number> {
  const some = transaction
    .select({ id: auditEvents.id })
    .from(auditEvents)
    .where(matching)
    .limit(countLimit + 1)
    .as('some')
  const [counted] = await transaction.select({ count: sql<number>`count(*)::int` }).from(some)
  return counted?.count ?? 0
}

function neighbours(
  events: readonly (typeof auditEvents.$inferSelect)[],
  more: boolean,
  cursor: AuditCursor | undefined,
): Pick<Audit, 'newer' | 'older'> {
  const [first, last] = [events[0], events.at(-1)]
  if (first === undefined || last === undefined) return {}
  const isBack = cursor?.direction === 'newer'
  const beside = (direction: AuditCursor['direction'], { at, id }: typeof first): AuditCursor => ({
    direction,
    at: at.toISOString(),
    id,
  })
  return {
    ...((isBack ? more : cursor !== undefined) && { newer: beside('newer', first) }),
    ...((isBack || more) && { older: beside('older', last) }),
  }
}

/** Adds to each event the actor's role at its time, the ISV's name and the subject's page, in three queries. */
export async function linesOf(
  transaction: Transaction,
  events: readonly (typeof auditEvents.$inferSelect)[],
): Promise<AuditLine[]> {
  if (events.length === 0) return []
  const held = await transaction
    .select()
    .from(memberships)
    .where(inArray(memberships.userId, [...new Set(events.map(({ actorId }) => actorId))]))
    .orderBy(desc(memberships.createdAt))
  const isvIds = events.flatMap(({ isvId }) => (isvId === null ? [] : [isvId]))
  const names = new Map(
    isvIds.length === 0
      ? []
      : (
          await transaction
            .select({ id: isvs.id, name: isvs.name })
            .from(isvs)
            .where(inArray(isvs.id, [...new Set(isvIds)]))
        ).map(({ id, name }) => [id, name]),
  )
  const productIds = [...new Set(events.flatMap((event) => productOf(event) ?? []))]
  const known = new Set(
    productIds.length === 0
      ? []
      : (await transaction.select({ id: products.id }).from(products).where(inArray(products.id, productIds))).map(
          ({ id }) => id,
        ),
  )
  return events.map((event) => {
    const role = held.find((one) => holdsAt(one, event))?.role
    const isvName = event.isvId === null ? undefined : names.get(event.isvId)
    const href = addressOf(event, known)
    return {
      event,
      ...(role !== undefined && { role }),
      ...(isvName !== undefined && { isvName }),
      ...(href !== undefined && { href }),
    }
  })
}

function holdsAt(
  membership: typeof memberships.$inferSelect,
  { actorId, at, isvId, organizationId }: typeof auditEvents.$inferSelect,
): boolean {
  return (
    membership.userId === actorId &&
    membership.organizationId === organizationId &&
    (membership.isvId === null || membership.isvId === isvId) &&
    membership.createdAt <= at &&
    (membership.revokedAt === null || membership.revokedAt >= at)
  )
}

type Event = typeof auditEvents.$inferSelect

/** The product that an event is about, by its subject or its detail. */
function productOf({ subjectType, subjectId, detail }: Event): string | undefined {
  if (subjectType === 'product') return subjectId
  return typeof detail.productId === 'string' ? detail.productId : undefined
}

/** The page of an event's subject; what has none of its own is looked at on its item or product. */
function addressOf(event: Event, products: ReadonlySet<string>): string | undefined {
  const { subjectType, subjectId, detail, isvId } = event
  if (subjectType === 'isv') return `/isvs/${subjectId}`
  if (['member', 'invitation', 'token'].includes(subjectType))
    return isvId === null ? '/members' : `/isvs/${isvId}/members`
  const productId = productOf(event)
  if (productId === undefined || !products.has(productId)) return undefined
  const base = `/products/${productId}`
  if (subjectType === 'run') return `${base}/checks/${subjectId}`
  if (typeof detail.itemId === 'string') return `${base}/items/${detail.itemId}`
  if (typeof detail.step === 'number') return `${base}/steps/${detail.step}`
  return event.action.startsWith('goals.') ? `${base}/goals` : base
}
