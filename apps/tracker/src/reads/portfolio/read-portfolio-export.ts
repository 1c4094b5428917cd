import { inArray } from 'drizzle-orm'
import { isvs, products, users } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { PortfolioViewer } from './portfolio-filters.ts'
import type { PortfolioQuestion } from './portfolio-question.ts'
import { type PortfolioRow, readPortfolioRows } from './read-portfolio-rows.ts'

/** Products read at once; each batch is a transaction of its own, so that others get their turn in between. */
const batchSize = 500

/** One product with what is told of it beside the portfolio's own columns. */
export interface ExportedProduct extends PortfolioRow {
  readonly isvExternalId: string | null
  readonly timeZone: string
  readonly ownerUsername: string | null
  readonly productExternalId: string | null
  readonly kind: string
  readonly edition: string
  readonly publisher: string
}

/** Every product that a question lets through, in its order, in batches. */
export async function* readPortfolioExport(
  services: { readonly database: Database },
  viewer: PortfolioViewer,
  question: PortfolioQuestion,
): AsyncGenerator<readonly ExportedProduct[]> {
  const { organizationId } = viewer
  let cursor: PortfolioQuestion['cursor']
  do {
    const { cursor: _, ...whole } = question
    const asked = cursor === undefined ? whole : { ...whole, cursor }
    const { batch, more } = await services.database.within(
      { kind: 'programme', organizationId },
      async (transaction) => {
        const read = await readPortfolioRows(transaction, viewer, asked, batchSize)
        return { batch: await withDetails(transaction, read.rows), more: read.more }
      },
    )
    if (batch.length > 0) yield batch
    const last = batch.at(-1)
    cursor = more && last !== undefined ? { direction: 'after', keys: last.keys, offset: 0 } : undefined
  } while (cursor !== undefined)
}

async function withDetails(
  transaction: Parameters<Parameters<Database['within']>[1]>[0],
  rows: readonly PortfolioRow[],
): Promise<ExportedProduct[]> {
  if (rows.length === 0) return []
  const ids = (pick: (row: PortfolioRow) => string | null) => [...new Set(rows.map(pick).filter((id) => id !== null))]
  const isvRows = await transaction
    .select({ id: isvs.id, externalId: isvs.externalId, timeZone: isvs.timeZone })
    .from(isvs)
    .where(
      inArray(
        isvs.id,
        ids(({ isvId }) => isvId),
      ),
    )
  const productRows = await transaction
    .select({
      id: products.id,
      externalId: products.externalId,
      kind: products.kind,
      edition: products.edition,
      publisher: products.publisher,
    })
    .from(products)
    .where(
      inArray(
        products.id,
        ids(({ productId }) => productId),
      ),
    )
  const owners = ids(({ ownerId }) => ownerId)
  const ownerRows =
    owners.length === 0
      ? []
      : await transaction
          .select({ id: users.id, username: users.username })
          .from(users)
          .where(inArray(users.id, owners))
  const isvById = new Map(isvRows.map((isv) => [isv.id, isv]))
  const productById = new Map(productRows.map((product) => [product.id, product]))
  const ownerById = new Map(ownerRows.map(({ id, username }) => [id, username]))
  return rows.flatMap((row) => {
    const isv = isvById.get(row.isvId)
    const product = productById.get(row.productId)
    if (isv === undefined || product === undefined) return []
    const { kind, edition, publisher } = product
    return [
      {
        ...row,
        isvExternalId: isv.externalId,
        timeZone: isv.timeZone,
        ownerUsername: ownerById.get(row.ownerId ?? '') ?? null,
        productExternalId: product.externalId,
        kind,
        edition,
        publisher,
      },
    ]
  })
}
