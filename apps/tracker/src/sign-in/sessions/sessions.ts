import type { Clock } from '../../domain/clock.ts'
import type { SessionStore, StoredSession } from './session-store.ts'
import { hashOfToken, newSessionToken } from './session-token.ts'

/** How long sessions live, in milliseconds. */
export interface SessionPolicy {
  /** Without a request for this long, a session is over. */
  readonly idleLimit: number
  /** However much it is used, a session is over after this long. */
  readonly absoluteLimit: number
  /** Use is written down at most this often, so that reading a page is not a write. */
  readonly touchInterval: number
}

/** Eight hours idle, a day in all. */
export const defaultSessionPolicy: SessionPolicy = {
  idleLimit: 8 * 3_600_000,
  absoluteLimit: 24 * 3_600_000,
  touchInterval: 60_000,
}

/** A session as its owner may see it: without the hash of its token. */
export type Session = Omit<StoredSession, 'tokenHash' | 'revokedAt'>

/** What can be done with sessions. */
export interface Sessions {
  /** Signs a person in: a new session with a new token. What the browser had before is revoked, whoever it was for. */
  readonly begin: (person: {
    readonly userId: string
    readonly userAgent: string
    readonly replaces: string | undefined
  }) => Promise<{ readonly token: string; readonly session: Session }>
  /** The live session of a token, or undefined; counts as use. */
  readonly resume: (token: string) => Promise<Session | undefined>
  /** Signs a browser out. */
  readonly end: (token: string) => Promise<void>
  /** The person's live sessions, the one used last first. */
  readonly list: (userId: string) => Promise<readonly Session[]>
  /** Revokes one of the person's own sessions; false where it is not theirs or not there. */
  readonly revoke: (userId: string, id: string) => Promise<boolean>
  /** Revokes all of the person's sessions but the one to keep, and returns how many. */
  readonly revokeAll: (userId: string, keepId?: string) => Promise<number>
}

/** What sessions work with. */
export interface SessionServices {
  readonly store: SessionStore
  readonly policy: SessionPolicy
  readonly clock: Clock
  readonly newId: () => string
}

const longestUserAgent = 400

/** Makes sessions over a store. */
export function createSessions({ store, policy, clock, newId }: SessionServices): Sessions {
  const isLive = (session: StoredSession, now: Date) => isSessionLive(session, policy, now)

  const endIfKnown = async (token: string, now: Date) => {
    const session = await store.findByHash(hashOfToken(token))
    if (session !== undefined) await store.revoke(session.id, now)
  }

  return {
    begin: async ({ userId, userAgent, replaces }) => {
      const now = clock.now()
      // Before the new one exists: a browser must never hold two, and one planted by somebody else must not live on.
      if (replaces !== undefined) await endIfKnown(replaces, now)
      const token = newSessionToken()
      const session = {
        id: newId(),
        userId,
        userAgent: userAgent.slice(0, longestUserAgent),
        createdAt: now,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + policy.absoluteLimit),
      }
      await store.create({ ...session, tokenHash: hashOfToken(token), revokedAt: null })
      return { token, session }
    },
    resume: async (token) => {
      const now = clock.now()
      const session = await store.findByHash(hashOfToken(token))
      if (session === undefined || !isLive(session, now)) return undefined
      if (now.getTime() - session.lastSeenAt.getTime() < policy.touchInterval) return shown(session)
      await store.touch(session.id, now)
      return shown({ ...session, lastSeenAt: now })
    },
    end: (token) => endIfKnown(token, clock.now()),
    list: async (userId) => {
      const now = clock.now()
      const all = await store.list(userId)
      return all
        .filter((session) => isLive(session, now))
        .sort((one, other) => other.lastSeenAt.getTime() - one.lastSeenAt.getTime())
        .map(shown)
    },
    revoke: async (userId, id) => {
      const all = await store.list(userId)
      return all.some((session) => session.id === id) && store.revoke(id, clock.now())
    },
    revokeAll: (userId, keepId) => store.revokeAll(userId, clock.now(), keepId),
  }
}

/** True while a session may be used: not revoked, not idle too long, not too old. */
export function isSessionLive(
  session: Pick<StoredSession, 'lastSeenAt' | 'expiresAt' | 'revokedAt'>,
  policy: Pick<SessionPolicy, 'idleLimit'>,
  now: Date,
): boolean {
  return (
    session.revokedAt === null &&
    now.getTime() < session.expiresAt.getTime() &&
    now.getTime() - session.lastSeenAt.getTime() < policy.idleLimit
  )
}

function shown({ id, userId, userAgent, createdAt, lastSeenAt, expiresAt }: StoredSession): Session {
  return { id, userId, userAgent, createdAt, lastSeenAt, expiresAt }
}
