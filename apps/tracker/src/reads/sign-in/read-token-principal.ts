import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { apiTokens, memberships, users } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'
import type { Principal } from '../../domain/principal.ts'
import { hashOfSecret } from '../../verbs/members/one-time-secret.ts'
import { tokenPrefix, tokenScopes } from '../../verbs/tokens/token-fields.ts'

/** Use is written down at most this often, in milliseconds, so that reading by a token is not a write. */
const touchInterval = 60_000

/**
 * Who acts with a token: its maker, with the roles they hold at this moment in the token's place and nowhere else, as
 * far as the token's scopes go. Undefined for a token that is unknown, revoked or past its time.
 *
 * @param bearer what follows `Bearer ` in the Authorization header
 */
export async function readTokenPrincipal(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  bearer: string,
): Promise<Extract<Principal, { kind: 'token' }> | undefined> {
  if (!bearer.startsWith(tokenPrefix) || bearer.length > 100) return undefined
  const now = clock.now()
  const token = await database.within({ kind: 'person', secretHash: hashOfSecret(bearer) }, async (transaction) => {
    const [row] = await transaction
      .select()
      .from(apiTokens)
      .where(eq(apiTokens.tokenHash, hashOfSecret(bearer)))
    if (row === undefined || row.revokedAt !== null || row.expiresAt.getTime() <= now.getTime()) return undefined
    const before = new Date(now.getTime() - touchInterval)
    if (row.lastUsedAt === null || row.lastUsedAt < before) {
      await transaction
        .update(apiTokens)
        .set({ lastUsedAt: now })
        .where(and(eq(apiTokens.id, row.id), or(isNull(apiTokens.lastUsedAt), lt(apiTokens.lastUsedAt, before))))
    }
    return row
  })
  if (token === undefined) return undefined
  const { organizationId, isvId, createdBy: userId } = token
  const rows = await database.within({ kind: 'person', userId }, (transaction) =>
    transaction
      .select({ name: users.name, role: memberships.role, isvId: memberships.isvId })
      .from(users)
      .innerJoin(memberships, eq(memberships.userId, users.id))
      .where(
        and(
          eq(users.id, userId),
          isNull(memberships.revokedAt),
          eq(memberships.organizationId, organizationId),
          isvId === null ? isNull(memberships.isvId) : or(isNull(memberships.isvId), eq(memberships.isvId, isvId)),
        ),
      ),
  )
  const [first] = rows
  if (first === undefined) return undefined
  return {
    kind: 'token',
    tokenId: token.id,
    userId,
    name: `${first.name} · ${token.name}`,
    // A programme's person who made a token for one ISV reaches that ISV by it, and no other.
    held: rows.map(({ role }) => ({ role, organizationId, isvId })),
    scopes: tokenScopes.filter((scope) => token.scopes.includes(scope)),
  }
}
