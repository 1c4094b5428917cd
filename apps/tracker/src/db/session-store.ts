import { and, eq, isNull, lt, ne } from 'drizzle-orm'
import type { SessionStore } from '../sign-in/sessions/session-store.ts'
import { sessions } from './schema/index.ts'
import type { Database, Transaction } from './scope.ts'

/** Sessions kept in the database, so that every process of the tracker knows them. */
export function databaseSessionStore(database: Database): SessionStore {
  const within = <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    database.within({ kind: 'tracker' }, work)
  return {
    create: (session) =>
      within(async (transaction) => {
        await transaction.insert(sessions).values(session)
      }),
    findByHash: (tokenHash) =>
      within(async (transaction) => {
        const [session] = await transaction.select().from(sessions).where(eq(sessions.tokenHash, tokenHash))
        return session
      }),
    touch: (id, at) =>
      within(async (transaction) => {
        await transaction
          .update(sessions)
          .set({ lastSeenAt: at })
          .where(and(eq(sessions.id, id), isNull(sessions.revokedAt), lt(sessions.lastSeenAt, at)))
      }),
    revoke: (id, at) =>
      within(async (transaction) => {
        const revoked = await transaction
          .update(sessions)
          .set({ revokedAt: at })
          .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)))
          .returning({ id: sessions.id })
        return revoked.length > 0
      }),
    list: (userId) =>
      within((transaction) =>
        transaction
          .select()
          .from(sessions)
          .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt))),
      ),
    revokeAll: (userId, at, keepId) =>
      within(async (transaction) => {
        const revoked = await transaction
          .update(sessions)
          .set({ revokedAt: at })
          .where(
            and(
              eq(sessions.userId, userId),
              isNull(sessions.revokedAt),
              keepId === undefined ? undefined : ne(sessions.id, keepId),
            ),
          )
          .returning({ id: sessions.id })
        return revoked.length
      }),
  }
}
