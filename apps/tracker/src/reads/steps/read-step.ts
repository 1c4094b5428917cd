import { type ItemId, type StepId, stepIds, type Text } from '@sevenstep/onboarding'
import { and, desc, eq, inArray, like, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type FoundCounts, foundIn } from '../../checks/counts-of-steps.ts'
import { roomsOfStep } from '../../checks/step-of-room.ts'
import {
  auditEvents,
  disputes,
  evidence,
  reviewRequests,
  submissions,
  users,
  verificationRuns,
  waivers,
} from '../../db/schema/index.ts'
import type { Database, Transaction } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'
import { notFound } from '../../domain/failure.ts'
import { type ReviewScope, reviewScope } from '../../product/review-scope.ts'
import { type ProductView, readProductView } from '../checklist/product-view.ts'

/** The latest request for a review of a step. */
export interface StepReview
  extends Pick<
    typeof reviewRequests.$inferSelect,
    'id' | 'state' | 'version' | 'requestedAt' | 'message' | 'claimedUntil' | 'decidedAt' | 'note'
  > {
  readonly requestedBy: string | null
  readonly claimedBy: string | null
  readonly decidedBy: string | null
  readonly items: readonly ItemId[]
}

/** One thing that happened in a step. */
export interface StepEvent {
  readonly at: Date
  readonly actorId: string
  readonly actorName: string
  readonly sentence: Text
}

/** What the page of a step is made from. */
export interface StepView extends ProductView {
  readonly step: StepId
  readonly scope: ReviewScope
  readonly review: StepReview | undefined
  /** Newest first. */
  readonly history: readonly StepEvent[]
}

const historyLength = 15

/**
 * Reads one step of a product, in one transaction.
 *
 * @throws Failure `not-found` where there is no such step or product.
 */
export function readStep(
  services: { readonly database: Database; readonly clock: Clock },
  place: { readonly organizationId: string; readonly isvId: string },
  productId: string,
  number: string,
): Promise<StepView> {
  const step = stepIds.find((id) => String(id) === number)
  if (step === undefined) throw notFound()
  return services.database.within({ kind: 'isv', ...place }, async (transaction) => {
    const view = await readProductView(transaction, productId, services.clock.now())
    return {
      ...view,
      step,
      scope: reviewScope(view.state, step),
      review: await readReview(transaction, productId, step),
      history: await readHistory(transaction, view.product, step),
    }
  })
}

async function readReview(transaction: Transaction, productId: string, step: StepId): Promise<StepReview | undefined> {
  const asker = alias(users, 'asker')
  const claimer = alias(users, 'claimer')
  const decider = alias(users, 'decider')
  const [row] = await transaction
    .select({ request: reviewRequests, asker: asker.name, claimer: claimer.name, decider: decider.name })
    .from(reviewRequests)
    .leftJoin(asker, eq(asker.id, reviewRequests.requestedBy))
    .leftJoin(claimer, eq(claimer.id, reviewRequests.claimedBy))
    .leftJoin(decider, eq(decider.id, reviewRequests.decidedBy))
    .where(and(eq(reviewRequests.productId, productId), eq(reviewRequests.step, step)))
    .orderBy(desc(reviewRequests.requestedAt), desc(reviewRequests.id))
    .limit(1)
  if (row === undefined) return undefined
  const { id, state, version, requestedAt, message, claimedUntil, decidedAt, note, snapshot } = row.request
  return {
    id,
    state,
    version,
    requestedAt,
    message,
    claimedUntil,
    decidedAt,
    note,
    requestedBy: row.asker,
    claimedBy: row.claimer,
    decidedBy: row.decider,
    // The keys of a snapshot are item ids; JSON keeps them as plain text.
    items: Object.keys(snapshot) as ItemId[],
  }
}

/** Whatever the record tells of the step itself, of its items and of what was handed in, asked or decided for them. */
async function readHistory(
  transaction: Transaction,
  { id: productId, name }: ProductView['product'],
  step: StepId,
): Promise<StepEvent[]> {
  const ofItem = `${step}.%`
  const { detail } = auditEvents
  const subjects = [
    transaction
      .select({ id: reviewRequests.id })
      .from(reviewRequests)
      .where(and(eq(reviewRequests.productId, productId), eq(reviewRequests.step, step))),
    transaction
      .select({ id: submissions.id })
      .from(submissions)
      .where(and(eq(submissions.productId, productId), eq(submissions.step, step))),
    // Runs whose rules judge the step, as far as its items rest on them.
    transaction
      .select({ id: verificationRuns.id })
      .from(verificationRuns)
      .where(
        and(
          eq(verificationRuns.productId, productId),
          eq(verificationRuns.counts, true),
          or(...roomsOfStep(step).map((room) => sql`${verificationRuns.rooms} @> ${JSON.stringify([room])}::jsonb`)),
        ),
      ),
    ...[evidence, waivers, disputes].map((table) =>
      transaction
        .select({ id: table.id })
        .from(table)
        .where(and(eq(table.productId, productId), like(table.itemId, ofItem))),
    ),
  ]
  const rows = await transaction
    .select({
      at: auditEvents.at,
      actorId: auditEvents.actorId,
      actorName: auditEvents.actorName,
      sentence: auditEvents.sentence,
      found: sql<FoundCounts | null>`${detail} -> 'steps' -> ${String(step)}`,
    })
    .from(auditEvents)
    .where(
      and(
        // What was said between people has its own place, and part of it is not for everybody.
        sql`${auditEvents.action} not like 'comment%'`,
        // How a check ended says that it began.
        ne(auditEvents.action, 'check.started'),
        or(
          and(
            sql`${detail} ->> 'productId' = ${productId}`,
            or(sql`${detail} ->> 'step' = ${String(step)}`, sql`${detail} ->> 'itemId' like ${ofItem}`),
          ),
          ...subjects.map((query) => inArray(auditEvents.subjectId, query)),
        ),
      ),
    )
    .orderBy(desc(auditEvents.at), desc(auditEvents.sequence))
    .limit(historyLength)
  return rows.map(({ found, ...event }) => (found === null ? event : { ...event, sentence: sentenceOf(found, name) }))
}

/** Of a check of several steps, what it found in this one; what the record says counts them all. */
function sentenceOf(found: FoundCounts, product: string): Text {
  const { en, nl } = foundIn(found)
  return { en: `${en} ${product}`, nl: `${nl} ${product}` }
}
