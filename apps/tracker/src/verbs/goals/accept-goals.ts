import { z } from 'zod'
import { goalSets, products } from '../../db/schema/index.ts'
import { productForChange } from '../checklist/product-for-change.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { changeDetail } from './goals-input.ts'
import { openProposal } from './open-proposal.ts'

const input = z.strictObject({
  productId: z.string(),
  /** The product's version that the proposal was compared with. */
  version: z.int(),
  goalSetId: z.string(),
})

/** Takes a proposal over: its answers become the product's goals. */
export const acceptGoals = defineVerb({
  name: 'goals.accept',
  where: 'isv',
  allowed: ['goals.set'],
  input,
  run: async ({ transaction, now }, { productId, version, goalSetId }) => {
    const { product } = await productForChange(transaction, productId)
    const proposal = await openProposal(transaction, productId, goalSetId)
    const { goals, kind, publisher, edition } = proposal
    const answers = { goals, kind, publisher, edition }
    await updateVersioned(transaction, products, { id: productId, version }, { ...answers, updatedAt: now })
    await updateVersioned(transaction, goalSets, proposal, { state: 'set' })
    return changed(
      { productId },
      {
        action: 'goals.accepted',
        subjectType: 'product',
        subjectId: productId,
        sentence: {
          en: `took over the goals proposed for ${product.name}`,
          nl: `nam de voorgestelde doelen van ${product.name} over`,
        },
        detail: { ...changeDetail(product, answers), goalSetId, number: proposal.number },
      },
      { touched: [{ productId, items: 'all' }] },
    )
  },
})
