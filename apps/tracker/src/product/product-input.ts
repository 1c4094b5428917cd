import type { ItemId, ItemRecord, ProductInput } from '@sevenstep/onboarding'
import { asc, eq } from 'drizzle-orm'
import { ballLog, externalWaits, isvs, itemStates, organizations, products } from '../db/schema/index.ts'
import type { Transaction } from '../db/scope.ts'
import { notFound } from '../domain/failure.ts'

/** A product with all that its state follows from. */
export interface ProductWithInput {
  readonly product: typeof products.$inferSelect
  readonly isv: typeof isvs.$inferSelect
  readonly input: ProductInput
  /** The items as they are stored. */
  readonly items: ReadonlyMap<ItemId, typeof itemStates.$inferSelect>
  /** The stage last logged. */
  readonly stage: string | undefined
}

/**
 * Reads everything the state of a product follows from.
 *
 * @throws Failure `not-found` where the transaction's scope holds no such product.
 */
export async function readProductInput(
  transaction: Transaction,
  productId: string,
  now: Date,
): Promise<ProductWithInput> {
  const [row] = await transaction
    .select({ product: products, isv: isvs, holidays: organizations.holidays })
    .from(products)
    .innerJoin(isvs, eq(isvs.id, products.isvId))
    .innerJoin(organizations, eq(organizations.id, products.organizationId))
    .where(eq(products.id, productId))
  if (row === undefined) throw notFound()
  const { product, isv, holidays } = row
  const states = await transaction.select().from(itemStates).where(eq(itemStates.productId, productId))
  const waits = await transaction
    .select()
    .from(externalWaits)
    .where(eq(externalWaits.productId, productId))
    .orderBy(asc(externalWaits.startedAt), asc(externalWaits.id))
  const log = await readBallLog(transaction, productId)
  const records: Record<ItemId, ItemRecord> = {}
  for (const { itemId, record } of states) records[itemId] = record
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
    ballLog: log.map(({ since, ball }) => ({ since: since.toISOString(), ball })),
    ...(isv.state === 'paused' &&
      isv.pausedAt !== null && { paused: { since: isv.pausedAt.toISOString(), reason: isv.pauseReason ?? '' } }),
    ...(product.declared !== null && { declared: product.declared }),
    ...(product.stuck !== null && { stuck: product.stuck }),
    createdAt: product.createdAt.toISOString(),
    calendar: { timeZone: isv.timeZone, holidays },
    now: now.toISOString(),
  }
  return { product, isv, input, items: new Map(states.map((state) => [state.itemId, state])), stage: log.at(-1)?.stage }
}

/** Who had the ball since the present stage began, oldest first. */
async function readBallLog(transaction: Transaction, productId: string) {
  const entries = await transaction
    .select()
    .from(ballLog)
    .where(eq(ballLog.productId, productId))
    .orderBy(asc(ballLog.since), asc(ballLog.id))
  const present = entries.at(-1)?.stage
  const start = entries.findLastIndex(({ stage }) => stage !== present) + 1
  return entries.slice(start)
}
