import { type Instant, type ItemDefinition, itemById } from '@sevenstep/onboarding'
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RuleFindings } from '../../checks/run-view.ts'
import { disputes, isvs, itemStates, products, users } from '../../db/schema/index.ts'
import type { Database, Transaction } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'
import { notFound } from '../../domain/failure.ts'
import { type ResponseDue, responseDue } from '../../domain/response-targets.ts'
import { readItemRun } from '../items/read-item-run.ts'
import { readCalendar } from '../reviews/read-calendar.ts'

/** Which objections are looked at. */
export type DisputeFilter = 'open' | 'answered'

/** An objection with the names of what and whom it is about. */
export interface DisputeEntry {
  readonly dispute: typeof disputes.$inferSelect
  readonly item: ItemDefinition | undefined
  readonly isvName: string
  readonly isvState: (typeof isvs.$inferSelect)['state']
  readonly productName: string
  readonly openedBy: string | null
  readonly answeredBy: string | null
  readonly due: ResponseDue
}

/** What the page of objections is made from. */
export interface Disputes {
  readonly filter: DisputeFilter
  readonly counts: Readonly<Record<DisputeFilter, number>>
  readonly entries: readonly DisputeEntry[]
  readonly page: number
  readonly pageSize: number
  readonly now: Instant
}

const pageSize = 50

/**
 * Reads the objections of a programme: open ones oldest first, answered ones newest first.
 *
 * @param page from 1
 */
export function readDisputes(
  services: { readonly database: Database; readonly clock: Clock },
  organizationId: string,
  { filter, page }: { readonly filter: DisputeFilter; readonly page: number },
): Promise<Disputes> {
  return services.database.within({ kind: 'programme', organizationId }, async (transaction) => {
    const now = services.clock.now().toISOString()
    const calendar = await readCalendar(transaction, organizationId)
    const { state, openedAt, answeredAt, id } = disputes
    const isOpen = eq(state, 'open')
    const [counts] = await transaction
      .select({
        open: sql<number>`(count(*) filter (where ${isOpen}))::int`,
        answered: sql<number>`(count(*) filter (where not ${isOpen}))::int`,
      })
      .from(disputes)
      .where(eq(disputes.organizationId, organizationId))
    const wanted = filter === 'open' ? isOpen : inArray(state, ['upheld', 'declined'])
    const rows = await rowsOf(transaction, and(eq(disputes.organizationId, organizationId), wanted))
      .orderBy(...(filter === 'open' ? [asc(openedAt), asc(id)] : [desc(answeredAt), desc(id)]))
      .limit(pageSize)
      .offset((page - 1) * pageSize)
    return {
      filter,
      counts: counts ?? { open: 0, answered: 0 },
      entries: rows.map((row) => ({
        ...row,
        item: itemById(row.dispute.itemId),
        due: responseDue('dispute', row.dispute.openedAt, calendar, now),
      })),
      page,
      pageSize,
      now,
    }
  })
}

/** One objection with the finding it is about, as far as the latest check that counts still finds it. */
export interface DisputeView extends DisputeEntry {
  readonly finding: RuleFindings | undefined
  readonly now: Instant
}

/**
 * Reads one objection.
 *
 * @throws Failure `not-found`
 */
export function readDispute(
  services: { readonly database: Database; readonly clock: Clock },
  place: { readonly organizationId: string; readonly isvId: string },
  disputeId: string,
): Promise<DisputeView> {
  return services.database.within({ kind: 'isv', ...place }, async (transaction) => {
    const now = services.clock.now().toISOString()
    const calendar = await readCalendar(transaction, place.organizationId)
    const [row] = await rowsOf(transaction, eq(disputes.id, disputeId))
    if (row === undefined) throw notFound()
    const { dispute } = row
    const item = itemById(dispute.itemId)
    const [stored] = await transaction
      .select({ record: itemStates.record })
      .from(itemStates)
      .where(and(eq(itemStates.productId, dispute.productId), eq(itemStates.itemId, dispute.itemId)))
    const verification = stored?.record.verification
    const run = item === undefined ? undefined : await readItemRun(transaction, dispute.productId, item, verification)
    return {
      ...row,
      item,
      due: responseDue('dispute', dispute.openedAt, calendar, now),
      finding: findingOf(run?.findings ?? [], dispute),
      now,
    }
  })
}

/** The one place that is disputed, with its rule. */
function findingOf(
  groups: readonly RuleFindings[],
  { rule, fingerprint }: typeof disputes.$inferSelect,
): RuleFindings | undefined {
  const group = groups.find((candidate) => candidate.rule === rule)
  if (group === undefined) return undefined
  const place = [group.first, ...group.more].find(({ finding }) => finding.fingerprint === fingerprint)
  return place === undefined ? undefined : { ...group, first: place, more: [] }
}

function rowsOf(transaction: Transaction, where: SQL | undefined) {
  const opener = alias(users, 'opener')
  const answerer = alias(users, 'answerer')
  return transaction
    .select({
      dispute: disputes,
      isvName: isvs.name,
      isvState: isvs.state,
      productName: products.name,
      openedBy: opener.name,
      answeredBy: answerer.name,
    })
    .from(disputes)
    .innerJoin(products, eq(products.id, disputes.productId))
    .innerJoin(isvs, eq(isvs.id, disputes.isvId))
    .leftJoin(opener, eq(opener.id, disputes.openedBy))
    .leftJoin(answerer, eq(answerer.id, disputes.answeredBy))
    .where(where)
}
