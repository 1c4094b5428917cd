import {
  type BallEntry,
  deriveProduct,
  type ItemId,
  type ItemRecord,
  type ItemState,
  type ProductInput,
  type ProductState,
} from '@sevenstep/onboarding'
import canonicalize from 'canonicalize'
import { sql } from 'drizzle-orm'
import { ballLog, itemStates, productSummaries } from '../db/schema/index.ts'
import type { Transaction } from '../db/scope.ts'
import type { NewId } from '../domain/ids.ts'
import { recordFrom } from './item-record.ts'
import { readItemSources } from './item-sources.ts'
import { type ProductWithInput, readProductInput } from './product-input.ts'
import { stageOf } from './stage.ts'
import { summaryRow } from './summary-row.ts'

/** What a refresh works with. */
export interface RefreshContext {
  readonly transaction: Transaction
  readonly now: Date
  readonly newId: NewId
}

/**
 * Brings the derived state of a product up to date after its sources changed: the records of the items named, their
 * verdicts, who has the ball, and the summary row. Changes of one product take turns, so that none reads a state that
 * another is about to replace.
 */
export async function refreshProduct(
  context: RefreshContext,
  touched: { readonly productId: string; readonly items: readonly ItemId[] | 'all' },
): Promise<ProductState> {
  const { transaction, now } = context
  const { productId } = touched
  await takeTurn(transaction, productId)
  const read = await readProductInput(transaction, productId, now)
  const sources = await readItemSources(transaction, productId, touched.items)
  const records: Record<ItemId, ItemRecord> = { ...read.input.records }
  for (const [itemId, itemSources] of sources) {
    const record = recordFrom(itemId, itemSources)
    if (Object.keys(record).length > 0 || itemId in records) records[itemId] = record
  }
  const input = { ...read.input, records }
  const state = deriveProduct(input)
  await storeItems(context, read, input, state)
  const entry = nextBall(input, state, read.stage)
  if (entry === undefined) {
    await storeSummary(context, read, input, state)
    return state
  }
  await logBall(context, read, entry)
  const sameStage = entry.stage === read.stage
  const present: BallEntry = { since: now.toISOString(), ball: entry.ball }
  const moved = { ...input, ballLog: sameStage ? [...input.ballLog, present] : [present] }
  const movedState = deriveProduct(moved)
  await storeSummary(context, read, moved, movedState)
  return movedState
}

/** Waits until no other change of the same product is under way; the turn ends with the transaction. */
async function takeTurn(transaction: Transaction, productId: string): Promise<void> {
  await transaction.execute(sql`select pg_advisory_xact_lock(hashtextextended(${productId}, 0))`)
}

/** Writes the items whose record or verdict is another than before. */
async function storeItems(
  context: RefreshContext,
  read: ProductWithInput,
  input: ProductInput,
  state: ProductState,
): Promise<void> {
  const { transaction, now } = context
  const { product } = read
  const rows = state.items
    .filter((item) => item.id in input.records && itemChanged(item, input.records[item.id], read))
    .map((item) => ({
      productId: product.id,
      isvId: product.isvId,
      organizationId: product.organizationId,
      itemId: item.id,
      record: input.records[item.id] ?? {},
      verdict: item.verdict,
      ball: item.ball,
      regressed: item.regressed,
      updatedAt: now,
    }))
  if (rows.length === 0) return
  await transaction
    .insert(itemStates)
    .values(rows)
    .onConflictDoUpdate({
      target: [itemStates.productId, itemStates.itemId],
      set: {
        record: sql`excluded.record`,
        verdict: sql`excluded.verdict`,
        ball: sql`excluded.ball`,
        regressed: sql`excluded.regressed`,
        updatedAt: sql`excluded.updated_at`,
        version: sql`${itemStates.version} + 1`,
      },
    })
}

function itemChanged(item: ItemState, record: ItemRecord | undefined, read: ProductWithInput): boolean {
  const stored = read.items.get(item.id)
  return (
    stored === undefined ||
    stored.verdict !== item.verdict ||
    stored.ball !== item.ball ||
    stored.regressed !== item.regressed ||
    canonicalize(stored.record) !== canonicalize(record)
  )
}

interface BallMove {
  readonly stage: string
  readonly ball: BallEntry['ball']
}

/** The stage and ball of the new state, where they differ from the last ones logged. */
function nextBall(input: ProductInput, state: ProductState, stage: string | undefined): BallMove | undefined {
  const next: BallMove = { stage: stageOf(state), ball: input.paused === undefined ? state.ball : 'paused' }
  return next.stage === stage && next.ball === input.ballLog.at(-1)?.ball ? undefined : next
}

async function logBall(context: RefreshContext, read: ProductWithInput, move: BallMove): Promise<void> {
  const { product } = read
  await context.transaction.insert(ballLog).values({
    id: context.newId('bal'),
    productId: product.id,
    isvId: product.isvId,
    organizationId: product.organizationId,
    stage: move.stage,
    ball: move.ball,
    since: context.now,
  })
}

async function storeSummary(
  context: RefreshContext,
  read: ProductWithInput,
  input: ProductInput,
  state: ProductState,
): Promise<void> {
  const row = summaryRow(read, input, state, context.now)
  const { productId: _, ...changes } = row
  await context.transaction
    .insert(productSummaries)
    .values(row)
    .onConflictDoUpdate({ target: productSummaries.productId, set: changes })
}
