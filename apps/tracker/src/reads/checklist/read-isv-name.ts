import { eq } from 'drizzle-orm'
import { isvs } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import { notFound } from '../../domain/failure.ts'

/**
 * What an ISV is called.
 *
 * @throws Failure `not-found`
 */
export function readIsvName(
  services: { readonly database: Database },
  place: { readonly organizationId: string; readonly isvId: string },
): Promise<string> {
  return services.database.within({ kind: 'isv', ...place }, async (transaction) => {
    const [isv] = await transaction.select({ name: isvs.name }).from(isvs).where(eq(isvs.id, place.isvId))
    if (isv === undefined) throw notFound()
    return isv.name
  })
}
