import { and, eq, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm'
import { jobs } from '../db/schema/index.ts'
import type { Database, Transaction } from '../db/scope.ts'

/** A job that this worker holds for a while. */
export interface LeasedJob {
  readonly id: string
  readonly kind: string
  readonly organizationId: string
  readonly isvId: string | null
  readonly payload: Readonly<Record<string, string>>
  /** How often it was begun, this time included; also tells this lease from an earlier one. */
  readonly attempts: number
}

const inTracker = <Result>(database: Database, work: (transaction: Transaction) => Promise<Result>): Promise<Result> =>
  database.within({ kind: 'tracker' }, work)

/**
 * Takes jobs that are due, or that a lost worker left behind. Two workers never get the same one: what another worker
 * is taking at this moment is skipped, not waited for.
 */
export function lease(
  database: Database,
  wanted: { readonly kinds: readonly string[]; readonly atMost: number; readonly now: Date; readonly until: Date },
): Promise<readonly LeasedJob[]> {
  return inTracker(database, (transaction) => {
    const due = transaction
      .select({ id: jobs.id })
      .from(jobs)
      .where(
        and(
          inArray(jobs.kind, [...wanted.kinds]),
          isNull(jobs.doneAt),
          isNull(jobs.failedAt),
          lte(jobs.runAt, wanted.now),
          or(isNull(jobs.lockedUntil), lt(jobs.lockedUntil, wanted.now)),
        ),
      )
      .orderBy(jobs.runAt, jobs.id)
      .limit(wanted.atMost)
      .for('update', { skipLocked: true })
    return transaction
      .update(jobs)
      .set({ lockedUntil: wanted.until, attempts: sql`${jobs.attempts} + 1` })
      .where(inArray(jobs.id, due))
      .returning({
        id: jobs.id,
        kind: jobs.kind,
        organizationId: jobs.organizationId,
        isvId: jobs.isvId,
        payload: jobs.payload,
        attempts: jobs.attempts,
      })
  })
}

/** The job as long as this lease on it holds; after a takeover nothing matches. */
const held = (job: LeasedJob) => and(eq(jobs.id, job.id), eq(jobs.attempts, job.attempts), isNull(jobs.doneAt))

/** Keeps a job that takes long; one that was settled meanwhile is not taken again. */
export async function renew(database: Database, job: LeasedJob, until: Date): Promise<void> {
  await inTracker(database, (transaction) =>
    transaction
      .update(jobs)
      .set({ lockedUntil: until })
      .where(and(held(job), isNotNull(jobs.lockedUntil))),
  )
}

/** The job is done. */
export async function complete(database: Database, job: LeasedJob, now: Date): Promise<void> {
  await inTracker(database, (transaction) =>
    transaction.update(jobs).set({ doneAt: now, lockedUntil: null }).where(held(job)),
  )
}

/** The job is given up for good. */
export async function giveUp(database: Database, job: LeasedJob, now: Date, lastError: string): Promise<void> {
  await inTracker(database, (transaction) =>
    transaction.update(jobs).set({ failedAt: now, lockedUntil: null, lastError }).where(held(job)),
  )
}

/** The job waits for another try; where the same work was asked for anew meanwhile, that request takes its place. */
export async function postpone(database: Database, job: LeasedJob, runAt: Date, lastError: string): Promise<void> {
  await inTracker(database, async (transaction) => {
    try {
      // In a savepoint: a request for the same work can come in at this very moment.
      await transaction.transaction((part) =>
        part.update(jobs).set({ runAt, lockedUntil: null, lastError }).where(held(job)),
      )
    } catch (error) {
      if (!isDuplicate(error)) throw error
      await transaction.update(jobs).set({ doneAt: runAt, lockedUntil: null, lastError }).where(held(job))
    }
  })
}

/** Removes what was done before a moment; what failed stays until somebody has looked at it. */
export async function forgetDone(database: Database, before: Date): Promise<void> {
  await inTracker(database, (transaction) => transaction.delete(jobs).where(lt(jobs.doneAt, before)))
}

/** PostgreSQL's code for a broken unique index, in drizzle's error around the driver's. */
function isDuplicate(error: unknown): boolean {
  return error instanceof Error && (('code' in error && error.code === '23505') || isDuplicate(error.cause))
}
