import { and, eq, inArray, isNull } from 'drizzle-orm'
import { isvs, memberships, organizations, products, users } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import type { ImportRow } from './import-file.ts'
import type { ImportPresent } from './import-plan.ts'
import { ownerRoles } from './isv-fields.ts'

/** Reads what an import is compared with: the ISVs and products it names, and who may look after them. */
export async function readImportPresent(
  transaction: Transaction,
  organizationId: string,
  rows: readonly ImportRow[],
): Promise<ImportPresent> {
  const numbers = [...new Set(rows.map(({ values }) => values.isv_external_id ?? '').filter((number) => number !== ''))]
  const isvRows =
    numbers.length === 0
      ? []
      : await transaction
          .select()
          .from(isvs)
          .where(and(eq(isvs.organizationId, organizationId), inArray(isvs.externalId, numbers)))
  const ids = isvRows.map(({ id }) => id)
  const productRows =
    ids.length === 0 ? [] : await transaction.select().from(products).where(inArray(products.isvId, ids))
  const ownerRows = await transaction
    .select({ id: users.id, username: users.username })
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
  const [organization] = await transaction
    .select({ timeZone: organizations.timeZone })
    .from(organizations)
    .where(eq(organizations.id, organizationId))
  const numberOf = new Map(isvRows.map(({ id, externalId }) => [id, externalId ?? '']))
  return {
    isvs: new Map(isvRows.map((isv) => [isv.externalId ?? '', isv])),
    products: new Map(
      productRows
        .filter(({ externalId }) => externalId !== null)
        .map((product) => [`${numberOf.get(product.isvId) ?? ''}\t${product.externalId ?? ''}`, product]),
    ),
    namesakes: productRows,
    owners: new Map(ownerRows.map(({ id, username }) => [username.toLowerCase(), id])),
    timeZone: organization?.timeZone ?? 'UTC',
  }
}
