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
import type { ballLog, itemStates } from '../db/schema/index.ts'
import type { Transaction } from '../db/scope.ts'
import { prepared } from '../db/transaction.ts'
import type { NewId } from '../domain/ids.ts'
import { recordFrom } from './item-record.ts'
import { readProductSources } from './item-sources.ts'
import type { ProductWithInput, StoredItem } from './product-input.ts'
import { rememberItems } from './remembered-items.ts'
import { stageOf } from './stage.ts'
import { storeProduct } from './store-product.ts'
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
 * another is about to replace. Three round trips: the turn, everything read, everything written.
 */
export async function refreshProduct(
  context: RefreshContext,
  touched: { readonly productId: string; readonly items: readonly ItemId[] | 'all' },
): Promise<ProductState> {
  const { transaction, now } = context
  // By itself: a query that waited for the turn would still see what was there before it waited.
  await takeTurn(transaction, { productId: touched.productId })
  const read = await readProductSources(transaction, touched.productId, touched.items, now)
  const records: Record<ItemId, ItemRecord> = { ...read.input.records }
  for (const [itemId, itemSources] of read.sources) {
    const record = recordFrom(itemId, itemSources)
    const stored = records[itemId]
    if (stored === undefined ? Object.keys(record).length > 0 : !sameJson(stored, record)) records[itemId] = record
  }
  const input = { ...read.input, records }
  const state = deriveProduct(input)
  const items = changedItems(context, read, input, state)
  const after = withMove(context, read, input, state)
  const summary = summaryRow(read, after.input, after.state, now)
  const version = await storeProduct(transaction, { items, moves: after.moves, summary })
  rememberItems(transaction, touched.productId, { version, items: withChanges(read.items, items) })
  return after.state
}

/** The state once the ball has moved, where it does. */
function withMove(context: RefreshContext, read: ProductWithInput, input: ProductInput, state: ProductState) {
  const move = nextBall(input, state, read.stage)
  if (move === undefined) return { input, state, moves: [] }
  const present: BallEntry = { since: context.now.toISOString(), ball: move.ball }
  const moved = { ...input, ballLog: move.stage === read.stage ? [...input.ballLog, present] : [present] }
  return { input: moved, state: deriveProduct(moved), moves: [logEntry(context, read, move)] }
}

/** The items as they are stored from now on. */
function withChanges(
  before: ReadonlyMap<ItemId, StoredItem>,
  changed: readonly (typeof itemStates.$inferSelect)[],
): ReadonlyMap<ItemId, StoredItem> {
  const after = new Map(before)
  for (const { itemId, record, verdict, ball, regressed } of changed) {
    after.set(itemId, { record, verdict, ball, regressed })
  }
  return after
}

/** Waits until no other change of the same product is under way; the turn ends with the transaction. */
const takeTurn = prepared<{ productId: string }, unknown>('take-turn', (transaction) =>
  transaction
    .select({ turn: sql`pg_advisory_xact_lock(hashtextextended(${sql.placeholder('productId')}, 0))::text` })
    .from(sql`(select) as once`),
)

/** The items whose record or verdict is another than before. */
function changedItems(
  { now }: RefreshContext,
  read: ProductWithInput,
  input: ProductInput,
  state: ProductState,
): (typeof itemStates.$inferSelect)[] {
  const { id: productId, isvId, organizationId } = read.product
  return state.items.flatMap((item) => {
    const record = input.records[item.id]
    if (record === undefined || !itemChanged(item, record, read)) return []
    const { id: itemId, verdict, ball, regressed } = item
    return { productId, isvId, organizationId, itemId, record, verdict, ball, regressed, updatedAt: now, version: 1 }
  })
}

function itemChanged(item: ItemState, record: ItemRecord, read: ProductWithInput): boolean {
  const stored = read.items.get(item.id)
  return (
    stored === undefined ||
    stored.verdict !== item.verdict ||
    stored.ball !== item.ball ||
    stored.regressed !== item.regressed ||
    // A record that says the same was left as it was read.
    stored.record !== record
  )
}

function sameJson(left: unknown, right: unknown): boolean {
  return canonicalize(left) === canonicalize(right)
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

function logEntry(context: RefreshContext, read: ProductWithInput, move: BallMove): typeof ballLog.$inferSelect {
  const { id: productId, isvId, organizationId } = read.product
  return { id: context.newId('bal'), productId, isvId, organizationId, ...move, since: context.now }
}
