import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { isvs, memberships, productSummaries, users } from '../../db/schema/index.ts'
import type { Database, Transaction } from '../../db/scope.ts'
import { notFound } from '../../domain/failure.ts'
import { ownerRoles } from '../../verbs/isvs/isv-fields.ts'

/** Somebody who may look after ISVs. */
export interface PossibleOwner {
  readonly id: string
  readonly name: string
}

/** An ISV with its products as the portfolio has them. */
export interface IsvView {
  readonly isv: typeof isvs.$inferSelect
  readonly ownerName: string | null
  readonly products: readonly (typeof productSummaries.$inferSelect)[]
}

/**
 * Reads an ISV for its own page, in two queries.
 *
 * @throws Failure `not-found`
 */
export async function readIsv(
  services: { readonly database: Database },
  place: { readonly organizationId: string; readonly isvId: string },
): Promise<IsvView> {
  return services.database.within({ kind: 'isv', ...place }, async (transaction) => {
    const [row] = await transaction
      .select({ isv: isvs, ownerName: users.name })
      .from(isvs)
      .leftJoin(users, eq(users.id, isvs.ownerId))
      .where(eq(isvs.id, place.isvId))
    if (row === undefined) throw notFound()
    const products = await transaction
      .select()
      .from(productSummaries)
      .where(eq(productSummaries.isvId, place.isvId))
      .orderBy(asc(productSummaries.healthRank), asc(productSummaries.productName), asc(productSummaries.productId))
    return { ...row, products }
  })
}

/** Everybody in the programme who may look after ISVs, by name. */
export async function readPossibleOwners(
  services: { readonly database: Database },
  organizationId: string,
): Promise<PossibleOwner[]> {
  return services.database.within({ kind: 'programme', organizationId }, (transaction) =>
    possibleOwners(transaction, organizationId),
  )
}

function possibleOwners(transaction: Transaction, organizationId: string): Promise<PossibleOwner[]> {
  return transaction
    .selectDistinct({ id: users.id, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organizationId, organizationId),
        isNull(memberships.isvId),
        isNull(memberships.revokedAt),
        inArray(memberships.role, [...ownerRoles]),
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
}
