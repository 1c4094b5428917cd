import {
  type ItemDefinition,
  type ItemId,
  type ItemRecord,
  type ItemState,
  itemById,
  type Text,
  type VerificationRecord,
} from '@sevenstep/onboarding'
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import {
  auditEvents,
  comments,
  disputes,
  evidence,
  evidenceVersions,
  reviewDecisions,
  reviewRequests,
  users,
  waivers,
} from '../../db/schema/index.ts'
import type { Database, Transaction } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'
import { notFound } from '../../domain/failure.ts'
import { type ProductView, readProductView } from '../checklist/product-view.ts'
import { type RunDrawings, readDrawings } from '../checks/read-drawings.ts'
import { type ItemRun, readItemRun } from './read-item-run.ts'

/** A piece of evidence with every version of it, newest first. */
export interface EvidencePiece {
  readonly piece: typeof evidence.$inferSelect
  readonly versions: readonly (typeof evidenceVersions.$inferSelect)[]
}

/** A review request that asked about the item, with the word given on it. */
export interface ItemReview {
  readonly request: Pick<
    typeof reviewRequests.$inferSelect,
    'id' | 'state' | 'requestedAt' | 'requestedBy' | 'claimedBy' | 'step'
  >
  readonly decision: typeof reviewDecisions.$inferSelect | undefined
}

/** One thing that happened to the item. */
export interface ItemEvent {
  readonly id: string
  readonly at: Date
  readonly actorId: string
  readonly actorName: string
  readonly sentence: Text
}

/** What the page of an item is made from. */
export interface ItemView extends ProductView {
  readonly item: ItemDefinition
  readonly standing: ItemState
  readonly record: ItemRecord
  /** Items that have to be proved first and are not. */
  readonly waitsFor: readonly ItemDefinition[]
  /** Newest first; so is everything below but the comments. */
  readonly evidence: readonly EvidencePiece[]
  readonly reviews: readonly ItemReview[]
  readonly waivers: readonly (typeof waivers.$inferSelect)[]
  readonly disputes: readonly (typeof disputes.$inferSelect)[]
  readonly run: ItemRun | undefined
  /** The flows that items of its step are about. */
  readonly flows: RunDrawings | undefined
  /** Oldest first. */
  readonly comments: readonly (typeof comments.$inferSelect)[]
  readonly history: readonly ItemEvent[]
  /** Names of the people above, by id. */
  readonly people: ReadonlyMap<string, string>
}

const historyLength = 30

/**
 * Reads one item of a product with all that was said and handed in, in one transaction.
 *
 * @param internal whether the reader works for the programme, and so sees its internal notes
 * @throws Failure `not-found` where there is no such item or product.
 */
export function readItem(
  services: { readonly database: Database; readonly clock: Clock },
  place: { readonly organizationId: string; readonly isvId: string },
  named: { readonly productId: string; readonly itemId: string },
  internal: boolean,
): Promise<ItemView> {
  const item = itemById(named.itemId)
  if (item === undefined) throw notFound()
  return services.database.within({ kind: 'isv', ...place, internal }, async (transaction) => {
    const view = await readProductView(transaction, named.productId, services.clock.now())
    const standing = view.state.items.find(({ id }) => id === item.id)
    if (standing === undefined) throw notFound()
    const record = view.records[item.id] ?? {}
    const parts = await readParts(transaction, named.productId, item, record.verification)
    return {
      ...view,
      item,
      standing,
      record,
      waitsFor: waitsFor(view, item),
      ...parts,
      history: await readHistory(transaction, parts),
      people: await readPeople(transaction, parts),
    }
  })
}

type Parts = Pick<ItemView, 'evidence' | 'reviews' | 'waivers' | 'disputes' | 'run' | 'flows' | 'comments'>

async function readParts(
  transaction: Transaction,
  productId: string,
  item: ItemDefinition,
  verification: VerificationRecord | undefined,
): Promise<Parts> {
  const itemId = item.id
  const commentRows = await transaction
    .select()
    .from(comments)
    .where(and(eq(comments.productId, productId), eq(comments.itemId, itemId)))
    .orderBy(asc(comments.createdAt), asc(comments.id))
  return {
    evidence: await readEvidence(transaction, productId, itemId),
    reviews: await readReviews(transaction, productId, item),
    waivers: await transaction
      .select()
      .from(waivers)
      .where(and(eq(waivers.productId, productId), eq(waivers.itemId, itemId)))
      .orderBy(desc(waivers.requestedAt), desc(waivers.id)),
    disputes: await transaction
      .select()
      .from(disputes)
      .where(and(eq(disputes.productId, productId), eq(disputes.itemId, itemId)))
      .orderBy(desc(disputes.openedAt), desc(disputes.id)),
    run: await readItemRun(transaction, productId, item, verification),
    flows: await readDrawings(transaction, productId, item.step),
    comments: commentRows,
  }
}

async function readEvidence(transaction: Transaction, productId: string, itemId: ItemId): Promise<EvidencePiece[]> {
  const rows = await transaction
    .select({ piece: evidence, version: evidenceVersions })
    .from(evidence)
    .innerJoin(evidenceVersions, eq(evidenceVersions.evidenceId, evidence.id))
    .where(and(eq(evidence.productId, productId), eq(evidence.itemId, itemId)))
    .orderBy(desc(evidence.createdAt), desc(evidence.id), desc(evidenceVersions.number))
  const pieces = new Map<
    string,
    { piece: EvidencePiece['piece']; versions: (typeof evidenceVersions.$inferSelect)[] }
  >()
  for (const { piece, version } of rows) {
    const known = pieces.get(piece.id)
    if (known === undefined) pieces.set(piece.id, { piece, versions: [version] })
    else known.versions.push(version)
  }
  return [...pieces.values()]
}

async function readReviews(transaction: Transaction, productId: string, item: ItemDefinition): Promise<ItemReview[]> {
  const rows = await transaction
    .select({ request: reviewRequests, decision: reviewDecisions })
    .from(reviewRequests)
    .leftJoin(
      reviewDecisions,
      and(eq(reviewDecisions.reviewId, reviewRequests.id), eq(reviewDecisions.itemId, item.id)),
    )
    .where(and(eq(reviewRequests.productId, productId), eq(reviewRequests.step, item.step)))
    .orderBy(desc(reviewRequests.requestedAt), desc(reviewRequests.id))
  return rows
    .filter(({ request }) => item.id in request.snapshot)
    .map(({ request, decision }) => ({ request, decision: decision ?? undefined }))
}

/** The record's sentences on everything that belongs to the item. */
async function readHistory(transaction: Transaction, parts: Parts): Promise<ItemEvent[]> {
  const subjects = [
    ...parts.evidence.map(({ piece }) => piece.id),
    ...parts.reviews.map(({ request }) => request.id),
    ...parts.waivers.map(({ id }) => id),
    ...parts.disputes.map(({ id }) => id),
    ...(parts.run === undefined ? [] : [parts.run.id]),
  ]
  if (subjects.length === 0) return []
  return transaction
    .select({
      id: auditEvents.id,
      at: auditEvents.at,
      actorId: auditEvents.actorId,
      actorName: auditEvents.actorName,
      sentence: auditEvents.sentence,
    })
    .from(auditEvents)
    .where(inArray(auditEvents.subjectId, subjects))
    .orderBy(desc(auditEvents.sequence))
    .limit(historyLength)
}

async function readPeople(transaction: Transaction, parts: Parts): Promise<ReadonlyMap<string, string>> {
  const ids = new Set<string>()
  const add = (...some: readonly (string | null | undefined)[]) => {
    for (const id of some) if (typeof id === 'string') ids.add(id)
  }
  for (const { piece, versions } of parts.evidence)
    add(piece.createdBy, ...versions.map(({ uploadedBy }) => uploadedBy))
  for (const { request, decision } of parts.reviews) add(request.requestedBy, request.claimedBy, decision?.decidedBy)
  for (const { requestedBy, decidedBy } of parts.waivers) add(requestedBy, decidedBy)
  for (const { openedBy, answeredBy } of parts.disputes) add(openedBy, answeredBy)
  for (const { hiddenBy } of parts.comments) add(hiddenBy)
  if (ids.size === 0) return new Map()
  const rows = await transaction
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...ids]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function waitsFor({ state }: ProductView, { dependsOn }: ItemDefinition): readonly ItemDefinition[] {
  const settled = new Set(
    state.items
      .filter(({ verdict }) => verdict === 'proved' || verdict === 'waived' || verdict === 'not-needed')
      .map(({ id }) => id),
  )
  return dependsOn.flatMap((id) => (settled.has(id) ? [] : (itemById(id) ?? [])))
}
