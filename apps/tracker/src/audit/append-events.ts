import { eq, sql } from 'drizzle-orm'
import { jsonOf, rowsFromJson } from '../db/json-rows.ts'
import { auditEvents, auditHeads } from '../db/schema/index.ts'
import type { Transaction } from '../db/scope.ts'
import { prepared } from '../db/transaction.ts'
import type { NewId } from '../domain/ids.ts'
import { type Place, type Principal, principalId } from '../domain/principal.ts'
import { type AuditEntry, chainStart, sealOf } from './event.ts'

/** Who acts, where and when; the same for every event of one change. */
export interface AuditContext {
  readonly principal: Principal
  readonly place: Place
  readonly now: Date
  readonly newId: NewId
  readonly requestId: string | undefined
}

/**
 * Adds events to the chain of their place, in the transaction of the change itself: without its event a change cannot
 * be committed. The chain's head stays locked until then, so events of one ISV are strictly in order.
 */
export async function appendEvents(
  transaction: Transaction,
  context: AuditContext,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return
  const { organizationId, isvId } = context.place
  const chain = isvId === null ? `organization:${organizationId}` : `isv:${isvId}`
  const [head] = await claimNumbers(transaction, { chain, organizationId, isvId, count: entries.length })
  if (head === undefined) throw new Error(`The audit chain ${chain} has no head.`)
  let previousHash = head.hash
  const events = entries.map((entry, index) => {
    const unsealed = {
      id: context.newId('aud'),
      organizationId,
      isvId,
      chain,
      sequence: head.sequence - entries.length + index + 1,
      at: context.now,
      actorId: principalId(context.principal),
      actorName: context.principal.name,
      actorKind: context.principal.kind,
      action: entry.action,
      subjectType: entry.subjectType,
      subjectId: entry.subjectId,
      sentence: entry.sentence,
      detail: entry.detail ?? {},
      requestId: context.requestId ?? null,
      previousHash,
    }
    previousHash = sealOf(unsealed)
    return { ...unsealed, hash: previousHash }
  })
  await store(transaction, { events: jsonOf(auditEvents, events), chain, hash: previousHash })
}

/** Claims the numbers and locks the head in one go; the head's hash is set once the events are sealed. */
const claimNumbers = prepared('claim-audit-numbers', (transaction) =>
  transaction
    .insert(auditHeads)
    .values({
      chain: sql.placeholder('chain'),
      organizationId: sql.placeholder('organizationId'),
      isvId: sql.placeholder('isvId'),
      sequence: sql.placeholder('count'),
      hash: chainStart,
    })
    .onConflictDoUpdate({
      target: auditHeads.chain,
      set: { sequence: sql`${auditHeads.sequence} + excluded.sequence` },
    })
    .returning({ sequence: auditHeads.sequence, hash: auditHeads.hash }),
)

/** Writes the events and where their chain now stands, in one query. */
const store = prepared<{ events: string; chain: string; hash: string }, unknown>('store-events', (transaction) => {
  const head = transaction.$with('head').as(
    transaction
      .update(auditHeads)
      // As text of the query: drizzle takes no placeholder for a value that is set.
      .set({ hash: sql`${sql.placeholder('hash')}` })
      .where(eq(auditHeads.chain, sql.placeholder('chain')))
      .returning({ chain: auditHeads.chain }),
  )
  return transaction.with(head).insert(auditEvents).select(rowsFromJson(auditEvents, 'events'))
})
