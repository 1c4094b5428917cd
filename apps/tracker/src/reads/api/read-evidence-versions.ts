import { asc, inArray } from 'drizzle-orm'
import { evidenceVersions } from '../../db/schema/index.ts'
import type { Database, Scope } from '../../db/scope.ts'

/** Every version of some pieces of evidence, oldest first. */
export async function readEvidenceVersions(
  database: Database,
  scope: Scope,
  pieces: readonly { readonly id: string }[],
): Promise<readonly (typeof evidenceVersions.$inferSelect)[]> {
  if (pieces.length === 0) return []
  const ids = pieces.map(({ id }) => id)
  return database.within(scope, (transaction) =>
    transaction
      .select()
      .from(evidenceVersions)
      .where(inArray(evidenceVersions.evidenceId, ids))
      .orderBy(asc(evidenceVersions.number)),
  )
}
