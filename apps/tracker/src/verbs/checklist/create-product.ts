import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { isvs, products } from '../../db/schema/index.ts'
import { notFound } from '../../domain/failure.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { invalidInput } from '../parse-input.ts'
import { refuseArchived } from './product-for-change.ts'

const input = z.strictObject({
  name: z.string().trim().min(1).max(120),
  kind: z.enum(['isv', 'enterprise']),
  publisher: z.enum(['verified-publisher', 'independent-publisher']),
  edition: z.enum(['current', '2018-02']),
})

/** Adds a product to an ISV; its goals are still to be answered. */
export const createProduct = defineVerb({
  name: 'product.create',
  where: 'isv',
  allowed: ['product.create'],
  input,
  run: async ({ transaction, place, now, newId }, { name, kind, publisher, edition }) => {
    const [isv] = await transaction.select().from(isvs).where(eq(isvs.id, place.isvId)).for('update')
    if (isv === undefined) throw notFound()
    refuseArchived(isv)
    const [same] = await transaction
      .select({ id: products.id })
      .from(products)
      .where(sql`${products.isvId} = ${place.isvId} and lower(${products.name}) = lower(${name})`)
    if (same !== undefined) throw invalidInput([{ field: 'name', message: nameTaken }])
    const id = newId('prd')
    await transaction.insert(products).values({
      id,
      isvId: place.isvId,
      organizationId: place.organizationId,
      name,
      kind,
      publisher,
      edition,
      targets: { steps: {} },
      createdAt: now,
      updatedAt: now,
    })
    return changed(
      { productId: id },
      {
        action: 'product.created',
        subjectType: 'product',
        subjectId: id,
        sentence: { en: `added the product ${name}`, nl: `voegde het product ${name} toe` },
        detail: { productId: id, name, kind, publisher, edition },
      },
      { touched: [{ productId: id, items: 'all' }] },
    )
  },
})

const nameTaken = {
  en: 'There is a product with this name already. Choose another name.',
  nl: 'Er is al een product met deze naam. Kies een andere naam.',
}
