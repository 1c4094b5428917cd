import { sql } from 'drizzle-orm'
import { jobs } from '../db/schema/index.ts'
import type { Transaction } from '../db/scope.ts'

/** Work that is asked for. */
export interface NewJob {
  readonly id: string
  readonly kind: string
  readonly organizationId: string
  readonly isvId: string | null
  /** Ids only: the job reads what they name when it runs. */
  readonly payload: Readonly<Record<string, string>>
  /** Two waiting jobs of one kind with the same key are one; a job that runs already is not waiting any more. */
  readonly key?: string
  /** Not before this moment; at once unless told. */
  readonly runAt?: Date
  readonly now: Date
}

/**
 * Asks for work in the transaction that makes it necessary: committed together, or neither.
 *
 * A waiting job with the same key is kept, with the earlier of both moments. It stays locked until this transaction
 * ends, so that no worker runs it before the change can be seen.
 */
export async function enqueue(transaction: Transaction, job: NewJob): Promise<void> {
  const { now, runAt = now, key = null, ...rest } = job
  await transaction
    .insert(jobs)
    .values({ ...rest, key, runAt, attempts: 0, createdAt: now })
    .onConflictDoUpdate({
      target: [jobs.kind, jobs.key],
      targetWhere: sql`done_at is null and failed_at is null and locked_until is null`,
      set: { runAt: sql`least(${jobs.runAt}, excluded.run_at)` },
    })
}
