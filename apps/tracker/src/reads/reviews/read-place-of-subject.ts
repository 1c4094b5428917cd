import { eq } from 'drizzle-orm'
import { disputes, externalWaits, reviewRequests, submissions, waivers } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { Principal } from '../../domain/principal.ts'
import { scopesOf } from '../places/read-places.ts'

const tables = {
  review: reviewRequests,
  waiver: waivers,
  dispute: disputes,
  submission: submissions,
  wait: externalWaits,
}

/** The ISV that a review, waiver, dispute, submission or wait belongs to, as far as any role of the principal reaches it. */
export async function readPlaceOfSubject(
  database: Database,
  principal: Principal,
  kind: keyof typeof tables,
  id: string,
): Promise<{ readonly organizationId: string; readonly isvId: string } | undefined> {
  const table = tables[kind]
  for (const scope of scopesOf(principal)) {
    const [row] = await database.within(scope, (transaction) =>
      transaction
        .select({ organizationId: table.organizationId, isvId: table.isvId })
        .from(table)
        .where(eq(table.id, id)),
    )
    if (row !== undefined) return row
  }
  return undefined
}
