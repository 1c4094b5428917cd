import { asc } from 'drizzle-orm'
import type { DatabaseConfiguration } from '../configuration/configuration.ts'
import { organizations, products } from '../db/schema/index.ts'
import type { Database } from '../db/scope.ts'
import { newId } from '../domain/ids.ts'
import { compareProduct } from '../product/rebuild-product.ts'
import { refreshProduct } from '../product/refresh-product.ts'
import { withDatabase } from './with-database.ts'

/**
 * Works out the derived state of every product from its sources and says where the stored one differed; unless only
 * checking, it is then stored anew. Returns whether everything was equal.
 */
export async function rebuild(
  configuration: DatabaseConfiguration,
  options: { readonly check: boolean },
): Promise<boolean> {
  return withDatabase(configuration, async (database) => {
    let differences = 0
    let seen = 0
    for (const { organizationId, isvId, productId } of await allProducts(database)) {
      seen += 1
      const found = await database.within(
        { kind: 'isv', organizationId, isvId, internal: true },
        async (transaction) => {
          const different = await compareProduct(transaction, productId)
          if (!options.check) await refreshProduct({ transaction, now: new Date(), newId }, { productId, items: 'all' })
          return different
        },
      )
      for (const { place, stored, expected } of found) {
        console.error(`${productId} ${place}: stored ${JSON.stringify(stored)}, should be ${JSON.stringify(expected)}`)
      }
      differences += found.length
    }
    console.log(
      `${seen} products looked at, ${differences} differences${differences > 0 && !options.check ? ', mended' : ''}.`,
    )
    return differences === 0
  })
}

async function allProducts(database: Database) {
  const programmes = await database.within({ kind: 'tracker' }, (transaction) =>
    transaction.select({ id: organizations.id }).from(organizations).orderBy(asc(organizations.id)),
  )
  const all: { organizationId: string; isvId: string; productId: string }[] = []
  for (const { id } of programmes) {
    const rows = await database.within({ kind: 'programme', organizationId: id }, (transaction) =>
      transaction
        .select({ organizationId: products.organizationId, isvId: products.isvId, productId: products.id })
        .from(products)
        .orderBy(asc(products.id)),
    )
    all.push(...rows)
  }
  return all
}
