import { z } from 'zod'
import { products } from '../../db/schema/index.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { productForChange } from './product-for-change.ts'

const input = z.strictObject({
  productId: z.string(),
  version: z.int(),
  reason: z.string().trim().min(10).max(500),
})

/** A person says that a product is stuck, and why; its health says so until somebody takes it back. */
export const declareStuck = defineVerb({
  name: 'product.stuck.set',
  where: 'isv',
  allowed: ['stuck.set'],
  input,
  run: async ({ transaction, now }, { productId, version, reason }) => {
    const { product } = await productForChange(transaction, productId)
    if (product.stuck?.reason === reason) return unchanged({ productId })
    const since = product.stuck?.since ?? now.toISOString()
    await updateVersioned(
      transaction,
      products,
      { id: productId, version },
      { stuck: { since, reason }, updatedAt: now },
    )
    return changed(
      { productId },
      {
        action: 'product.stuck-declared',
        subjectType: 'product',
        subjectId: productId,
        sentence: {
          en: `said that ${product.name} is stuck: ${reason}`,
          nl: `meldde dat ${product.name} vastzit: ${reason}`,
        },
        detail: { productId, reason },
      },
      { touched: [{ productId, items: [] }] },
    )
  },
})
