import { setImmediate } from 'node:timers/promises'
import { and, asc, eq, gt, lte } from 'drizzle-orm'
import { auditEvents, auditHeads } from '../db/schema/index.ts'
import type { Database, Scope, Transaction } from '../db/scope.ts'
import { chainStart, sealOf } from './event.ts'

/** What became of one chain. */
export interface ChainVerdict {
  readonly chain: string
  readonly events: number
  /** Absent where every event is in its place and unaltered. */
  readonly broken?: {
    /** The first sequence number at which the chain does not hold. */
    readonly sequence: number
    readonly reason: 'altered' | 'missing' | 'relinked' | 'head'
  }
}

const pageSize = 250

/**
 * Works out every hash again, for each chain the scope may see. Each page is read in a transaction of its own and worked
 * out after it, so that long records fit in memory and nobody waits for the whole.
 */
export async function verifyChains(database: Database, scope: Scope): Promise<ChainVerdict[]> {
  const heads = await database.within(scope, (transaction) =>
    transaction.select().from(auditHeads).orderBy(asc(auditHeads.chain)),
  )
  const verdicts: ChainVerdict[] = []
  for (const head of heads) verdicts.push(await verifyChain(database, scope, head))
  return verdicts
}

async function verifyChain(
  database: Database,
  scope: Scope,
  head: typeof auditHeads.$inferSelect,
): Promise<ChainVerdict> {
  const { chain } = head
  let previousHash = chainStart
  let sequence = 0
  for (;;) {
    const events = await database.within(scope, (transaction) => readPage(transaction, head, sequence))
    for (const { hash, ...event } of events) {
      const expected = sequence + 1
      const broken = (reason: 'altered' | 'missing' | 'relinked'): ChainVerdict => ({
        chain,
        events: sequence,
        broken: { sequence: expected, reason },
      })
      if (event.sequence !== expected) return broken('missing')
      if (event.previousHash !== previousHash) return broken('relinked')
      if (sealOf(event) !== hash) return broken('altered')
      previousHash = hash
      sequence = expected
    }
    if (events.length < pageSize) break
    // Requests that came in meanwhile get their turn.
    await setImmediate()
  }
  // Events cut off at the end leave no gap; only the head tells of them.
  const isCutOff = head.sequence !== sequence || head.hash !== previousHash
  if (isCutOff || (await database.within(scope, (transaction) => hasBeyondHead(transaction, chain)))) {
    return { chain, events: sequence, broken: { sequence: sequence + 1, reason: 'head' } }
  }
  return { chain, events: sequence }
}

/** The next events up to the head. What is added meanwhile is not this head's, and the next look's business. */
function readPage(transaction: Transaction, head: typeof auditHeads.$inferSelect, after: number) {
  return transaction
    .select()
    .from(auditEvents)
    .where(
      and(eq(auditEvents.chain, head.chain), gt(auditEvents.sequence, after), lte(auditEvents.sequence, head.sequence)),
    )
    .orderBy(asc(auditEvents.sequence))
    .limit(pageSize)
}

/** True where an event stands behind the chain's end; told by one statement, which no change can come between. */
async function hasBeyondHead(transaction: Transaction, chain: string): Promise<boolean> {
  const beyond = await transaction
    .select({ sequence: auditEvents.sequence })
    .from(auditEvents)
    .innerJoin(auditHeads, and(eq(auditHeads.chain, auditEvents.chain), gt(auditEvents.sequence, auditHeads.sequence)))
    .where(eq(auditEvents.chain, chain))
    .limit(1)
  return beyond.length > 0
}
