import { type Instant, type ItemDefinition, itemById } from '@sevenstep/onboarding'
import { and, asc, desc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { isvs, products, users, waivers } from '../../db/schema/index.ts'
import type { Database, Transaction } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'
import { notFound } from '../../domain/failure.ts'
import { expiringSoon, type ResponseDue, responseDue } from '../../domain/response-targets.ts'
import { readCalendar } from '../reviews/read-calendar.ts'

/** Which waivers are looked at: asked for, in force, out of time, or ended otherwise. */
export type WaiverFilter = 'asked' | 'running' | 'expired' | 'ended'

/** A waiver with the names of what and whom it is about. */
export interface WaiverEntry {
  readonly waiver: typeof waivers.$inferSelect
  readonly item: ItemDefinition | undefined
  readonly isvName: string
  readonly productName: string
  readonly requestedBy: string | null
  readonly decidedBy: string | null
  readonly due: ResponseDue
  /** Time left of a waiver in force, in milliseconds; undefined where it has no end or is not in force. */
  readonly left: number | undefined
  readonly expiringSoon: boolean
}

/** What the page of waivers is made from. */
export interface Waivers {
  readonly filter: WaiverFilter
  readonly counts: Readonly<Record<WaiverFilter | 'expiring', number>>
  readonly entries: readonly WaiverEntry[]
  readonly page: number
  readonly pageSize: number
  readonly now: Instant
}

const pageSize = 50
const day = 86_400_000

/**
 * Reads the waivers of a programme: asked ones oldest first, running ones by what ends first, the rest newest first.
 *
 * @param page from 1
 */
export function readWaivers(
  services: { readonly database: Database; readonly clock: Clock },
  organizationId: string,
  { filter, page }: { readonly filter: WaiverFilter; readonly page: number },
): Promise<Waivers> {
  return services.database.within({ kind: 'programme', organizationId }, async (transaction) => {
    const now = services.clock.now()
    const calendar = await readCalendar(transaction, organizationId)
    const counts = await readCounts(transaction, organizationId, now)
    const rows = await rowsOf(transaction, and(eq(waivers.organizationId, organizationId), filterOf(filter, now)))
      .orderBy(...orderOf(filter))
      .limit(pageSize)
      .offset((page - 1) * pageSize)
    return {
      filter,
      counts,
      entries: rows.map((row) => ({
        ...row,
        ...timeOf(row.waiver, now),
        item: itemById(row.waiver.itemId),
        due: responseDue('waiver', row.waiver.requestedAt, calendar, now.toISOString()),
      })),
      page,
      pageSize,
      now: now.toISOString(),
    }
  })
}

/**
 * Reads one waiver.
 *
 * @throws Failure `not-found`
 */
export function readWaiver(
  services: { readonly database: Database; readonly clock: Clock },
  place: { readonly organizationId: string; readonly isvId: string },
  waiverId: string,
): Promise<WaiverEntry & { readonly timeZone: string; readonly archived: boolean; readonly now: Instant }> {
  return services.database.within({ kind: 'isv', ...place }, async (transaction) => {
    const now = services.clock.now()
    const calendar = await readCalendar(transaction, place.organizationId)
    const [row] = await rowsOf(transaction, eq(waivers.id, waiverId))
    if (row === undefined) throw notFound()
    const [isv] = await transaction
      .select({ timeZone: isvs.timeZone, state: isvs.state })
      .from(isvs)
      .where(eq(isvs.id, place.isvId))
    if (isv === undefined) throw notFound()
    return {
      ...row,
      ...timeOf(row.waiver, now),
      item: itemById(row.waiver.itemId),
      due: responseDue('waiver', row.waiver.requestedAt, calendar, now.toISOString()),
      timeZone: isv.timeZone,
      archived: isv.state === 'archived',
      now: now.toISOString(),
    }
  })
}

function rowsOf(transaction: Transaction, where: SQL | undefined) {
  const asker = alias(users, 'asker')
  const decider = alias(users, 'decider')
  return transaction
    .select({
      waiver: waivers,
      isvName: isvs.name,
      productName: products.name,
      requestedBy: asker.name,
      decidedBy: decider.name,
    })
    .from(waivers)
    .innerJoin(products, eq(products.id, waivers.productId))
    .innerJoin(isvs, eq(isvs.id, waivers.isvId))
    .leftJoin(asker, eq(asker.id, waivers.requestedBy))
    .leftJoin(decider, eq(decider.id, waivers.decidedBy))
    .where(where)
}

/** Out of time counts from the moment itself, not from when the tracker marked it. */
function filterOf(filter: WaiverFilter, now: Date): SQL | undefined {
  const { state, expiresAt } = waivers
  const inForce = or(isNull(expiresAt), gt(expiresAt, now))
  switch (filter) {
    case 'asked':
      return eq(state, 'requested')
    case 'running':
      return and(eq(state, 'approved'), inForce)
    case 'expired':
      return or(eq(state, 'expired'), and(eq(state, 'approved'), lte(expiresAt, now)))
    case 'ended':
      return inArray(state, ['denied', 'revoked'])
  }
}

function orderOf(filter: WaiverFilter): SQL[] {
  const { requestedAt, expiresAt, decidedAt, id } = waivers
  if (filter === 'asked') return [asc(requestedAt), asc(id)]
  if (filter === 'running') return [sql`${expiresAt} asc nulls last`, asc(id)]
  return filter === 'expired' ? [desc(expiresAt), desc(id)] : [sql`${decidedAt} desc nulls last`, desc(id)]
}

async function readCounts(transaction: Transaction, organizationId: string, now: Date) {
  const count = (where: SQL | undefined) => sql<number>`(count(*) filter (where ${where}))::int`
  const soon = new Date(now.getTime() + expiringSoon * day)
  const [row] = await transaction
    .select({
      asked: count(filterOf('asked', now)),
      running: count(filterOf('running', now)),
      expired: count(filterOf('expired', now)),
      ended: count(filterOf('ended', now)),
      expiring: count(and(filterOf('running', now), lte(waivers.expiresAt, soon))),
    })
    .from(waivers)
    .where(eq(waivers.organizationId, organizationId))
  return row ?? { asked: 0, running: 0, expired: 0, ended: 0, expiring: 0 }
}

function timeOf({ state, expiresAt }: typeof waivers.$inferSelect, now: Date) {
  const left = state === 'approved' && expiresAt !== null ? expiresAt.getTime() - now.getTime() : undefined
  return { left, expiringSoon: left !== undefined && left > 0 && left <= expiringSoon * day }
}
