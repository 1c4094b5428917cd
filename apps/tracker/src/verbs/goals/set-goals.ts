import { z } from 'zod'
import { goalSets, products } from '../../db/schema/index.ts'
import { personOf } from '../../domain/principal.ts'
import { productForChange } from '../checklist/product-for-change.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { changeDetail, goalsShape, sameAnswers } from './goals-input.ts'
import { nextNumber } from './next-number.ts'

const input = z.strictObject({ productId: z.string(), version: z.int(), ...goalsShape })

/**
 * Answers the goals. What applies follows from it at once; evidence and decisions of items that no longer apply stay where
 * they are and count again as soon as their goal does.
 */
export const setGoals = defineVerb({
  name: 'goals.set',
  where: 'isv',
  allowed: ['goals.set'],
  input,
  run: async (context, { productId, version, ...answers }) => {
    const { transaction, place, now } = context
    const { product } = await productForChange(transaction, productId)
    if (sameAnswers(product, answers)) return unchanged({ productId })
    await updateVersioned(transaction, products, { id: productId, version }, { ...answers, updatedAt: now })
    const id = context.newId('gls')
    const number = await nextNumber(transaction, productId)
    await transaction.insert(goalSets).values({
      id,
      ...place,
      productId,
      number,
      state: 'set',
      ...answers,
      setBy: personOf(context.principal) ?? 'tracker',
      setAt: now,
    })
    const first = product.goals === null
    return changed(
      { productId },
      {
        action: 'goals.set',
        subjectType: 'product',
        subjectId: productId,
        sentence: first
          ? { en: `answered the goals of ${product.name}`, nl: `beantwoordde de doelen van ${product.name}` }
          : { en: `changed the goals of ${product.name}`, nl: `wijzigde de doelen van ${product.name}` },
        detail: { ...changeDetail(product, answers), goalSetId: id, number },
      },
      { touched: [{ productId, items: 'all' }] },
    )
  },
})
