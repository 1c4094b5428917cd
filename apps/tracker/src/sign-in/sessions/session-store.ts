/** A signed-in browser as it is kept. */
export interface StoredSession {
  readonly id: string
  readonly tokenHash: string
  readonly userId: string
  readonly userAgent: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  /** The absolute limit; using the session does not move it. */
  readonly expiresAt: Date
  readonly revokedAt: Date | null
}

/** Where sessions are kept. Every change is conditional, so that two of them at once cannot undo a revocation. */
export interface SessionStore {
  readonly create: (session: StoredSession) => Promise<void>
  readonly findByHash: (tokenHash: string) => Promise<StoredSession | undefined>
  /** Moves `lastSeenAt` forward, never back, and only of a session that is not revoked. */
  readonly touch: (id: string, at: Date) => Promise<void>
  /** True where this call revoked it; false where it was gone or revoked before. */
  readonly revoke: (id: string, at: Date) => Promise<boolean>
  /** Every session of the person that is not revoked, whether or not its time is over. */
  readonly list: (userId: string) => Promise<readonly StoredSession[]>
  /** Revokes every session of the person but the one to keep, and returns how many. */
  readonly revokeAll: (userId: string, at: Date, keepId?: string) => Promise<number>
}
