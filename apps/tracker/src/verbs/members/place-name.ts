import { eq } from 'drizzle-orm'
import { isvs, organizations } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { notFound } from '../../domain/failure.ts'
import type { Place } from '../../domain/principal.ts'

/**
 * The name of the ISV, or of the programme where the place is no ISV.
 *
 * @throws Failure `not-found`
 */
export async function placeName(transaction: Transaction, { organizationId, isvId }: Place): Promise<string> {
  const [row] =
    isvId === null
      ? await transaction
          .select({ name: organizations.name })
          .from(organizations)
          .where(eq(organizations.id, organizationId))
      : await transaction.select({ name: isvs.name }).from(isvs).where(eq(isvs.id, isvId))
  if (row === undefined) throw notFound()
  return row.name
}
