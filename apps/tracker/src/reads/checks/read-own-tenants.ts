import { and, eq, isNull } from 'drizzle-orm'
import { memberships, users } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { Place } from '../../domain/principal.ts'

/** The tenants that the people of an ISV sign in from: its own, as far as the tracker can know. */
export async function readOwnTenants(
  { database }: { readonly database: Database },
  { organizationId, isvId }: Place,
): Promise<readonly string[]> {
  if (isvId === null) return []
  const rows = await database.within({ kind: 'isv', organizationId, isvId }, (transaction) =>
    transaction
      .selectDistinct({ tenant: users.entraTenantId })
      .from(memberships)
      .innerJoin(users, eq(users.id, memberships.userId))
      .where(and(eq(memberships.isvId, isvId), isNull(memberships.revokedAt))),
  )
  return rows.map(({ tenant }) => tenant)
}
