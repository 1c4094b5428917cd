import { eq, sql } from 'drizzle-orm'
import { users } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'

/** How somebody wants pages shown; what is absent stays as it is. */
export type Preferences = Partial<Pick<typeof users.$inferSelect, 'language' | 'theme' | 'shortcuts'>>

/** Keeps a person's preferences with the person, so that they hold in every browser. No tenant's business: no record. */
export async function keepPreferences(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  userId: string,
  preferences: Preferences,
): Promise<void> {
  if (Object.keys(preferences).length === 0) return
  await database.within({ kind: 'tracker' }, (transaction) =>
    transaction
      .update(users)
      .set({ ...preferences, updatedAt: clock.now(), version: sql`${users.version} + 1` })
      .where(eq(users.id, userId)),
  )
}
