import { eq, sql } from 'drizzle-orm'
import { isvs, products } from '../../db/schema/index.ts'
import type { Database, Scope, Transaction } from '../../db/scope.ts'
import { prepared } from '../../db/transaction.ts'
import type { Principal } from '../../domain/principal.ts'

type IsvPlace = { readonly organizationId: string; readonly isvId: string }

// Asked before nearly every page and change.
const placeOfProduct = prepared('place-of-product', (transaction) =>
  transaction
    .select({ isvId: products.isvId, organizationId: products.organizationId })
    .from(products)
    .where(eq(products.id, sql.placeholder('productId'))),
)
const placeOfIsv = prepared('place-of-isv', (transaction) =>
  transaction
    .select({ isvId: isvs.id, organizationId: isvs.organizationId })
    .from(isvs)
    .where(eq(isvs.id, sql.placeholder('isvId'))),
)

/** The ISV a product belongs to, as far as any role of the principal reaches; undefined where none does. */
export function readPlaceOfProduct(
  database: Database,
  principal: Principal,
  productId: string,
): Promise<IsvPlace | undefined> {
  return firstIn(database, principal, async (transaction) => (await placeOfProduct(transaction, { productId }))[0])
}

/** The ISV named, as far as any role of the principal reaches it; undefined where none does. */
export function readPlaceOfIsv(database: Database, principal: Principal, isvId: string): Promise<IsvPlace | undefined> {
  return firstIn(database, principal, async (transaction) => (await placeOfIsv(transaction, { isvId }))[0])
}

/** Every scope that the principal's roles reach: programmes first, then single ISVs. */
export function scopesOf(principal: Principal): Scope[] {
  if (principal.kind === 'tracker') return []
  const scopes = new Map<string, Scope>()
  for (const { organizationId, isvId } of principal.held) {
    if (isvId === null) scopes.set(organizationId, { kind: 'programme', organizationId })
  }
  for (const { organizationId, isvId } of principal.held) {
    if (isvId !== null && !scopes.has(organizationId)) scopes.set(isvId, { kind: 'isv', organizationId, isvId })
  }
  return [...scopes.values()]
}

async function firstIn<Result>(
  database: Database,
  principal: Principal,
  look: (transaction: Transaction) => Promise<Result | undefined>,
): Promise<Result | undefined> {
  for (const scope of scopesOf(principal)) {
    const found = await database.within(scope, look)
    if (found !== undefined) return found
  }
  return undefined
}
