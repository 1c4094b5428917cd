import type { ItemId, ItemRecord, ProductInput } from '@sevenstep/onboarding'
import { eq, sql } from 'drizzle-orm'
import { rowsAsOne } from '../db/json-rows.ts'
import { ballLog, externalWaits, isvs, itemStates, organizations, products } from '../db/schema/index.ts'
import type { Transaction } from '../db/scope.ts'
import { prepared } from '../db/transaction.ts'
import { notFound } from '../domain/failure.ts'

/** An item as it is stored. */
export type StoredItem = Pick<typeof itemStates.$inferSelect, 'record' | 'verdict' | 'ball' | 'regressed'>

/** A product with all that its state follows from. */
export interface ProductWithInput {
  readonly product: typeof products.$inferSelect
  readonly isv: typeof isvs.$inferSelect
  readonly input: ProductInput
  /** The items as they are stored. */
  readonly items: ReadonlyMap<ItemId, StoredItem>
  /** The stage last logged. */
  readonly stage: string | undefined
}

/** What is selected of the state of each item. */
export const stateColumns = {
  itemId: itemStates.itemId,
  record: itemStates.record,
  verdict: itemStates.verdict,
  ball: itemStates.ball,
  regressed: itemStates.regressed,
}

/** What is selected of a product, its ISV and its programme joined, to make a {@link ProductWithInput} of it. */
export const inputFields = {
  product: products,
  isv: isvs,
  holidays: organizations.holidays,
  states: rowsAsOne(stateColumns, itemStates, eq(itemStates.productId, products.id)),
  waits: rowsAsOne(
    {
      id: externalWaits.id,
      kind: externalWaits.kind,
      state: externalWaits.state,
      startedAt: externalWaits.startedAt,
      endedAt: externalWaits.endedAt,
      step: externalWaits.step,
    },
    externalWaits,
    eq(externalWaits.productId, products.id),
    externalWaits.startedAt,
    externalWaits.id,
  ),
  log: rowsAsOne(
    { stage: ballLog.stage, ball: ballLog.ball, since: ballLog.since },
    ballLog,
    eq(ballLog.productId, products.id),
    ballLog.since,
    ballLog.id,
  ),
}

const inputRow = prepared('product-input', (transaction) =>
  transaction
    .select(inputFields)
    .from(products)
    .innerJoin(isvs, eq(isvs.id, products.isvId))
    .innerJoin(organizations, eq(organizations.id, products.organizationId))
    .where(eq(products.id, sql.placeholder('productId'))),
)

type InputRow = Awaited<ReturnType<typeof inputRow>>[number]

/**
 * Reads everything the state of a product follows from, in one query.
 *
 * @throws Failure `not-found` where the transaction's scope holds no such product.
 */
export async function readProductInput(
  transaction: Transaction,
  productId: string,
  now: Date,
): Promise<ProductWithInput> {
  const [row] = await inputRow(transaction, { productId })
  if (row === undefined) throw notFound()
  return withInput(row, itemsById(row.states), now)
}

/** Items by their ids. */
export function itemsById(states: InputRow['states']): ReadonlyMap<ItemId, StoredItem> {
  return new Map(states.map(({ itemId, ...item }) => [itemId, item]))
}

/** Puts the input together from what was selected by {@link inputFields}. */
export function withInput(
  { product, isv, holidays, waits, log }: Omit<InputRow, 'states'>,
  items: ReadonlyMap<ItemId, StoredItem>,
  now: Date,
): ProductWithInput {
  const records: Record<ItemId, ItemRecord> = {}
  for (const [itemId, { record }] of items) records[itemId] = record
  const input: ProductInput = {
    edition: product.edition,
    kind: product.kind,
    publisher: product.publisher,
    goals: product.goals ?? undefined,
    targets: product.targets,
    records,
    waits: waits.map((wait) => ({
      id: wait.id,
      kind: wait.kind,
      // What came too late is still waited for, until it comes.
      state: wait.state === 'breached' && wait.endedAt === null ? 'running' : wait.state,
      startedAt: wait.startedAt.toISOString(),
      step: wait.step,
    })),
    ballLog: sincePresentStage(log).map(({ since, ball }) => ({ since: since.toISOString(), ball })),
    ...(isv.state === 'paused' &&
      isv.pausedAt !== null && { paused: { since: isv.pausedAt.toISOString(), reason: isv.pauseReason ?? '' } }),
    ...(product.declared !== null && { declared: product.declared }),
    ...(product.stuck !== null && { stuck: product.stuck }),
    createdAt: product.createdAt.toISOString(),
    calendar: { timeZone: isv.timeZone, holidays },
    now: now.toISOString(),
  }
  return { product, isv, input, items, stage: log.at(-1)?.stage }
}

/** Who had the ball since the present stage began, oldest first. */
function sincePresentStage(log: InputRow['log']): InputRow['log'] {
  const present = log.at(-1)?.stage
  return log.slice(log.findLastIndex(({ stage }) => stage !== present) + 1)
}
