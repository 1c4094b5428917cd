import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'

/**
 * Whose rows a transaction may touch. The database itself holds to it (row level security), whatever the query says.
 *
 * - `isv`: the rows of one ISV, without the programme's internal comments unless `internal` is set.
 * - `programme`: the rows of every ISV of one organisation, and the organisation's own.
 * - `person`: no tenant at all; the memberships of one person, and invitations by the hash of their link.
 * - `tracker`: tables without a tenant only (sessions, sign-ins, jobs, users, organisations).
 */
export type Scope =
  | { readonly kind: 'isv'; readonly organizationId: string; readonly isvId: string; readonly internal?: boolean }
  | { readonly kind: 'programme'; readonly organizationId: string }
  | { readonly kind: 'person'; readonly userId?: string; readonly secretHash?: string }
  | { readonly kind: 'tracker' }

/** What a query is made with; only `Database.within` hands one out. */
export type Transaction = PgDatabase<PgQueryResultHKT>

/** The one door to the data, the same for the embedded database and for PostgreSQL. */
export interface Database {
  readonly kind: 'pglite' | 'postgresql'
  /**
   * Runs `work` in one transaction that sees only what the scope allows; commits when it returns, rolls back when it
   * throws. On PostgreSQL it is repeated up to three times after a deadlock or serialisation failure, so `work` must
   * have no effect outside the transaction. Never await the network inside: the embedded database runs one transaction
   * at a time.
   */
  within<Result>(scope: Scope, work: (transaction: Transaction) => Promise<Result>): Promise<Result>
  /** Resolves when the database answers and its migrations are the ones this program knows; throws otherwise. */
  check(): Promise<void>
  close(): Promise<void>
}
