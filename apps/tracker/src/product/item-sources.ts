import { type ItemDefinition, type ItemId, itemById, items } from '@sevenstep/onboarding'
import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import {
  comments,
  disputes,
  evidence,
  reviewDecisions,
  reviewRequests,
  verificationRuns,
  waivers,
} from '../db/schema/index.ts'
import type { Transaction } from '../db/scope.ts'

/** A run that counts, as far as items need it. */
export type RunSource = Pick<typeof verificationRuns.$inferSelect, 'id' | 'state' | 'families' | 'finishedAt'>

/** Everything people and checks have left about one item; its record follows from this and from nothing else. */
export interface ItemSources {
  /** Finished runs that count, oldest first. */
  readonly runs: readonly RunSource[]
  /** All evidence for the item, oldest first. */
  readonly evidence: readonly (typeof evidence.$inferSelect)[]
  /** Requests of its step and what was decided of this item, oldest first. */
  readonly reviews: readonly ReviewSource[]
  readonly waivers: readonly (typeof waivers.$inferSelect)[]
  readonly disputes: readonly (typeof disputes.$inferSelect)[]
  readonly firstCommentAt: Date | undefined
}

/** A review request that asked about the item, with the word given on it. */
export interface ReviewSource {
  readonly request: typeof reviewRequests.$inferSelect
  readonly decision: typeof reviewDecisions.$inferSelect | undefined
}

/** Reads the sources of the items named, or of every item there is. */
export async function readItemSources(
  transaction: Transaction,
  productId: string,
  wanted: readonly ItemId[] | 'all',
): Promise<ReadonlyMap<ItemId, ItemSources>> {
  const definitions = wanted === 'all' ? items : wanted.flatMap((id) => itemById(id) ?? [])
  const ids = definitions.map(({ id }) => id)
  const runs = definitions.some(isAutomatic) ? await readRuns(transaction, productId) : []
  const ofItems = <Column extends typeof evidence.itemId | typeof waivers.itemId | typeof disputes.itemId>(
    column: Column,
  ) => (wanted === 'all' ? undefined : inArray(column, ids))
  const evidenceRows = await transaction
    .select()
    .from(evidence)
    .where(and(eq(evidence.productId, productId), ofItems(evidence.itemId)))
    .orderBy(asc(evidence.createdAt), asc(evidence.id))
  const requests = await transaction
    .select()
    .from(reviewRequests)
    .where(eq(reviewRequests.productId, productId))
    .orderBy(asc(reviewRequests.requestedAt), asc(reviewRequests.id))
  const decisions = await transaction.select().from(reviewDecisions).where(eq(reviewDecisions.productId, productId))
  const waiverRows = await transaction
    .select()
    .from(waivers)
    .where(and(eq(waivers.productId, productId), ofItems(waivers.itemId)))
    .orderBy(asc(waivers.requestedAt), asc(waivers.id))
  const disputeRows = await transaction
    .select()
    .from(disputes)
    .where(and(eq(disputes.productId, productId), ofItems(disputes.itemId)))
    .orderBy(asc(disputes.openedAt), asc(disputes.id))
  const spoken = await transaction
    .select({ itemId: comments.itemId, createdAt: comments.createdAt })
    .from(comments)
    .where(and(eq(comments.productId, productId), eq(comments.visibility, 'shared'), isNotNull(comments.itemId)))
    .orderBy(asc(comments.createdAt))
  return new Map(
    definitions.map((definition) => [
      definition.id,
      {
        runs: runsFor(definition, runs),
        evidence: evidenceRows.filter(({ itemId }) => itemId === definition.id),
        reviews: requests
          .filter(({ snapshot }) => definition.id in snapshot)
          .map((request) => ({
            request,
            decision: decisions.find(({ reviewId, itemId }) => reviewId === request.id && itemId === definition.id),
          })),
        waivers: waiverRows.filter(({ itemId }) => itemId === definition.id),
        disputes: disputeRows.filter(({ itemId }) => itemId === definition.id),
        firstCommentAt: spoken.find(({ itemId }) => itemId === definition.id)?.createdAt,
      },
    ]),
  )
}

function isAutomatic(definition: ItemDefinition): boolean {
  return definition.verification.by === 'automatic'
}

function runsFor(definition: ItemDefinition, runs: readonly RunSource[]): readonly RunSource[] {
  return isAutomatic(definition) ? runs : []
}

async function readRuns(transaction: Transaction, productId: string): Promise<RunSource[]> {
  return transaction
    .select({
      id: verificationRuns.id,
      state: verificationRuns.state,
      families: verificationRuns.families,
      finishedAt: verificationRuns.finishedAt,
    })
    .from(verificationRuns)
    .where(
      and(
        eq(verificationRuns.productId, productId),
        eq(verificationRuns.counts, true),
        isNotNull(verificationRuns.finishedAt),
      ),
    )
    .orderBy(asc(verificationRuns.finishedAt), asc(verificationRuns.id))
}
