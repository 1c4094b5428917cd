import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { isvs, organizations, products, reviewRequests } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { Principal } from '../../domain/principal.ts'

/** What a person's navigation leads to. */
export interface Menu {
  /** The programme the person works for, and how many reviews wait in it. */
  readonly programme?: { readonly organizationId: string; readonly name: string; readonly openReviews: number }
  /** The ISV the person belongs to. */
  readonly isv?: { readonly id: string; readonly name: string }
  /** The product at hand, or the first of the person's ISV. */
  readonly product?: { readonly id: string; readonly isvId: string; readonly name: string }
}

/** Reads what a person's navigation needs, in one transaction. */
export async function readMenu(
  services: { readonly database: Database },
  principal: Principal,
  productId: string | undefined,
): Promise<Menu> {
  if (principal.kind === 'tracker') return {}
  const programme = principal.held.find(({ isvId }) => isvId === null)
  if (programme !== undefined) {
    const { organizationId } = programme
    return services.database.within({ kind: 'programme', organizationId }, async (transaction) => {
      const [row] = await transaction
        .select({
          name: organizations.name,
          openReviews: sql<number>`(${transaction
            .select({ count: sql`count(*)::int` })
            .from(reviewRequests)
            .where(
              and(
                eq(reviewRequests.organizationId, organizationId),
                inArray(reviewRequests.state, ['open', 'claimed']),
              ),
            )})`,
        })
        .from(organizations)
        .where(eq(organizations.id, organizationId))
      return row === undefined ? {} : { programme: { organizationId, ...row } }
    })
  }
  const own = principal.held.find((held) => held.isvId !== null)
  if (own === undefined || own.isvId === null) return {}
  const { organizationId, isvId } = own
  return services.database.within({ kind: 'isv', organizationId, isvId }, async (transaction) => {
    const rows = await transaction
      .select({ isvName: isvs.name, id: products.id, name: products.name })
      .from(isvs)
      .leftJoin(products, eq(products.isvId, isvs.id))
      .where(eq(isvs.id, isvId))
      .orderBy(asc(products.createdAt), asc(products.id))
    const [first] = rows
    if (first === undefined) return {}
    const product = rows.find(({ id }) => id === productId) ?? first
    return {
      isv: { id: isvId, name: first.isvName },
      ...(product.id !== null && product.name !== null && { product: { id: product.id, isvId, name: product.name } }),
    }
  })
}
