import { z } from 'zod'
import { products } from '../../db/schema/index.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { productForChange } from './product-for-change.ts'

const input = z.strictObject({ productId: z.string(), version: z.int() })

/** A person says that a product goes on again. */
export const clearStuck = defineVerb({
  name: 'product.stuck.clear',
  where: 'isv',
  allowed: ['stuck.set'],
  input,
  run: async ({ transaction, now }, { productId, version }) => {
    const { product } = await productForChange(transaction, productId)
    if (product.stuck === null) return unchanged({ productId })
    await updateVersioned(transaction, products, { id: productId, version }, { stuck: null, updatedAt: now })
    return changed(
      { productId },
      {
        action: 'product.stuck-cleared',
        subjectType: 'product',
        subjectId: productId,
        sentence: {
          en: `said that ${product.name} is no longer stuck`,
          nl: `meldde dat ${product.name} niet langer vastzit`,
        },
        detail: { productId, was: product.stuck },
      },
      { touched: [{ productId, items: [] }] },
    )
  },
})
