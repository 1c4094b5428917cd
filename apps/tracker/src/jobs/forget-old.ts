import { lt } from 'drizzle-orm'
import { idempotencyRecords, sessions } from '../db/schema/index.ts'
import type { Database } from '../db/scope.ts'

/**
 * Removes what has served its time: keys of requests that nobody sends again, and sessions that have long ended.
 *
 * @param before keys made and sessions that ran out before this moment go
 */
export async function forgetOld(database: Database, before: Date): Promise<void> {
  await database.within({ kind: 'tracker' }, async (transaction) => {
    await transaction.delete(idempotencyRecords).where(lt(idempotencyRecords.createdAt, before))
    await transaction.delete(sessions).where(lt(sessions.expiresAt, before))
  })
}
