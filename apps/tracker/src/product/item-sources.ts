import { familiesOf, type ItemDefinition, type ItemId, itemById, items, probeRuleOf } from '@sevenstep/onboarding'
import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { rowsAsOne, rowsUnless } from '../db/json-rows.ts'
import {
  comments,
  disputes,
  evidence,
  isvs,
  itemStates,
  organizations,
  probes,
  productSummaries,
  products,
  reviewDecisions,
  reviewRequests,
  verificationRuns,
  waivers,
} from '../db/schema/index.ts'
import type { Transaction } from '../db/scope.ts'
import { prepared } from '../db/transaction.ts'
import { notFound } from '../domain/failure.ts'
import { inputFields, itemsById, type ProductWithInput, stateColumns, withInput } from './product-input.ts'
import { rememberedItems, summaryVersion } from './remembered-items.ts'

/** A run that counts, as far as items need it. */
export type RunSource = Pick<typeof verificationRuns.$inferSelect, 'id' | 'state' | 'families' | 'finishedAt'>

/** A piece of evidence, as far as items need it. */
export type EvidenceSource = Pick<
  typeof evidence.$inferSelect,
  'id' | 'state' | 'current' | 'validUntil' | 'createdAt' | 'updatedAt'
>

/** An address that was handed in and what was seen there, as far as items need it. */
export type ProbeSource = Pick<
  typeof probes.$inferSelect,
  'id' | 'evidenceId' | 'number' | 'address' | 'seen' | 'unseen' | 'passedAt'
>

/** Everything people and checks have left about one item; its record follows from this and from nothing else. */
export interface ItemSources {
  /** Finished runs that count, oldest first. */
  readonly runs: readonly RunSource[]
  /** All evidence for the item, oldest first. */
  readonly evidence: readonly EvidenceSource[]
  /** Addresses handed in for it, oldest first. */
  readonly probes: readonly ProbeSource[]
  /** Requests of its step and what was decided of this item, oldest first. */
  readonly reviews: readonly ReviewSource[]
  readonly waivers: readonly Pick<
    typeof waivers.$inferSelect,
    'id' | 'state' | 'requestedAt' | 'decidedAt' | 'expiresAt'
  >[]
  readonly disputes: readonly Pick<typeof disputes.$inferSelect, 'state' | 'openedAt' | 'answeredAt'>[]
  readonly firstCommentAt: Date | undefined
}

/** A review request that asked about the item, with the word given on it. */
export interface ReviewSource {
  readonly request: Pick<typeof reviewRequests.$inferSelect, 'id' | 'state' | 'requestedAt' | 'decidedAt' | 'snapshot'>
  readonly decision:
    | Pick<typeof reviewDecisions.$inferSelect, 'decision' | 'note' | 'decidedAt' | 'deprecatedAt'>
    | undefined
}

/** Holds for the items asked about; null asks about all. */
const isWanted = (column: PgColumn): SQL =>
  sql`(${sql.placeholder('items')}::text[] is null or ${column} = any(${sql.placeholder('items')}::text[]))`

/** Holds for rows of the product that the query around is about. */
const ofProduct = (column: PgColumn, ...more: readonly SQL[]): SQL | undefined => and(eq(column, products.id), ...more)

const sourceFields = {
  runs: rowsAsOne(
    {
      id: verificationRuns.id,
      state: verificationRuns.state,
      families: verificationRuns.families,
      finishedAt: verificationRuns.finishedAt,
    },
    verificationRuns,
    ofProduct(
      verificationRuns.productId,
      sql`${sql.placeholder('runs')}::boolean`,
      sql`${verificationRuns.counts}`,
      sql`${verificationRuns.finishedAt} is not null`,
    ),
    verificationRuns.finishedAt,
    verificationRuns.id,
  ),
  evidence: rowsAsOne(
    {
      itemId: evidence.itemId,
      id: evidence.id,
      state: evidence.state,
      current: evidence.current,
      validUntil: evidence.validUntil,
      createdAt: evidence.createdAt,
      updatedAt: evidence.updatedAt,
    },
    evidence,
    ofProduct(evidence.productId, isWanted(evidence.itemId)),
    evidence.createdAt,
    evidence.id,
  ),
  probes: rowsAsOne(
    {
      itemId: probes.itemId,
      id: probes.id,
      evidenceId: probes.evidenceId,
      number: probes.number,
      address: probes.address,
      seen: probes.seen,
      unseen: probes.unseen,
      passedAt: probes.passedAt,
    },
    probes,
    ofProduct(probes.productId, sql`${sql.placeholder('probes')}::boolean`, isWanted(probes.itemId)),
    probes.createdAt,
    probes.id,
  ),
  requests: rowsAsOne(
    {
      id: reviewRequests.id,
      state: reviewRequests.state,
      requestedAt: reviewRequests.requestedAt,
      decidedAt: reviewRequests.decidedAt,
      snapshot: reviewRequests.snapshot,
    },
    reviewRequests,
    ofProduct(
      reviewRequests.productId,
      sql`(${sql.placeholder('items')}::text[] is null or ${reviewRequests.snapshot} ?| ${sql.placeholder('items')}::text[])`,
    ),
    reviewRequests.requestedAt,
    reviewRequests.id,
  ),
  decisions: rowsAsOne(
    {
      reviewId: reviewDecisions.reviewId,
      itemId: reviewDecisions.itemId,
      decision: reviewDecisions.decision,
      note: reviewDecisions.note,
      decidedAt: reviewDecisions.decidedAt,
      deprecatedAt: reviewDecisions.deprecatedAt,
    },
    reviewDecisions,
    ofProduct(reviewDecisions.productId, isWanted(reviewDecisions.itemId)),
  ),
  waivers: rowsAsOne(
    {
      itemId: waivers.itemId,
      id: waivers.id,
      state: waivers.state,
      requestedAt: waivers.requestedAt,
      decidedAt: waivers.decidedAt,
      expiresAt: waivers.expiresAt,
    },
    waivers,
    ofProduct(waivers.productId, isWanted(waivers.itemId)),
    waivers.requestedAt,
    waivers.id,
  ),
  disputes: rowsAsOne(
    {
      itemId: disputes.itemId,
      state: disputes.state,
      openedAt: disputes.openedAt,
      answeredAt: disputes.answeredAt,
    },
    disputes,
    ofProduct(disputes.productId, isWanted(disputes.itemId)),
    disputes.openedAt,
    disputes.id,
  ),
  comments: rowsAsOne(
    { itemId: comments.itemId, createdAt: comments.createdAt },
    comments,
    // Distinct items only would need another nesting; what is said of one item is little.
    ofProduct(comments.productId, sql`${comments.visibility} = 'shared'`, isWanted(comments.itemId)),
    comments.createdAt,
  ),
}

/** Holds where the summary, and so every item, is as it was when the items were remembered. */
const isRemembered = sql`exists (select from ${productSummaries} where ${productSummaries.productId} = ${products.id} and ${summaryVersion} = ${sql.placeholder('remembered')}::text)`

const sourcesRow = prepared('product-sources', (transaction) =>
  transaction
    .select({
      ...inputFields,
      states: rowsUnless(isRemembered, stateColumns, itemStates, eq(itemStates.productId, products.id)),
      ...sourceFields,
    })
    .from(products)
    .innerJoin(isvs, eq(isvs.id, products.isvId))
    .innerJoin(organizations, eq(organizations.id, products.organizationId))
    .where(eq(products.id, sql.placeholder('productId'))),
)

type SourcesRow = Awaited<ReturnType<typeof sourcesRow>>[number]

/** A product with its input as stored, and with what the records of the items asked about follow from. */
export interface ProductWithSources extends ProductWithInput {
  readonly sources: ReadonlyMap<ItemId, ItemSources>
}

/**
 * Reads a product with the sources of the items named, or of every item there is, in one query. Where all are asked for,
 * nothing remembered is relied on.
 *
 * @throws Failure `not-found` where the transaction's scope holds no such product.
 */
export async function readProductSources(
  transaction: Transaction,
  productId: string,
  wanted: readonly ItemId[] | 'all',
  now: Date,
): Promise<ProductWithSources> {
  const definitions = wanted === 'all' ? items : wanted.flatMap((id) => itemById(id) ?? [])
  const remembered = wanted === 'all' ? undefined : rememberedItems(transaction, productId)
  const [row] = await sourcesRow(transaction, {
    productId,
    remembered: remembered?.version ?? null,
    items: wanted === 'all' ? null : definitions.map(({ id }) => id),
    runs: definitions.some(isDecidedByRuns),
    probes: definitions.some((item) => probeRuleOf(item) !== undefined),
  })
  if (row === undefined) throw notFound()
  const known = row.states === null ? remembered?.items : itemsById(row.states)
  if (known === undefined) throw new Error('Items were left out that nobody remembered.')
  return { ...withInput(row, known, now), sources: new Map(definitions.map((item) => [item.id, sourcesOf(item, row)])) }
}

function sourcesOf(definition: ItemDefinition, row: SourcesRow): ItemSources {
  const { id } = definition
  const isOfItem = ({ itemId }: { readonly itemId: ItemId | null }): boolean => itemId === id
  return {
    runs: isDecidedByRuns(definition) ? row.runs : [],
    evidence: row.evidence.filter(isOfItem),
    probes: row.probes.filter(isOfItem),
    reviews: row.requests
      .filter(({ snapshot }) => id in snapshot)
      .map((request) => ({
        request,
        decision: row.decisions.find((decision) => decision.reviewId === request.id && isOfItem(decision)),
      })),
    waivers: row.waivers.filter(isOfItem),
    disputes: row.disputes.filter(isOfItem),
    firstCommentAt: row.comments.find(isOfItem)?.createdAt,
  }
}

function isDecidedByRuns(definition: ItemDefinition): boolean {
  return familiesOf(definition).length > 0
}
