import { z } from 'zod'
import { goalSets } from '../../db/schema/index.ts'
import { notAllowed } from '../../domain/failure.ts'
import { may, personOf } from '../../domain/principal.ts'
import { productForChange } from '../checklist/product-for-change.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { openProposal } from './open-proposal.ts'

const input = z.strictObject({ productId: z.string(), goalSetId: z.string() })

/** Declines a proposal, or withdraws it where the person made it. */
export const declineGoals = defineVerb({
  name: 'goals.decline',
  where: 'isv',
  allowed: ['goals.set', 'goals.propose'],
  input,
  run: async ({ transaction, principal, place }, { productId, goalSetId }) => {
    const { product } = await productForChange(transaction, productId)
    const proposal = await openProposal(transaction, productId, goalSetId)
    const own = proposal.setBy === personOf(principal)
    if (!own && !may(principal, 'goals.set', place)) throw notAllowed()
    await updateVersioned(transaction, goalSets, proposal, { state: 'declined' })
    return changed(
      { productId },
      {
        action: own ? 'goals.proposal-withdrawn' : 'goals.declined',
        subjectType: 'product',
        subjectId: productId,
        sentence: own
          ? {
              en: `withdrew the goals proposed for ${product.name}`,
              nl: `trok de voorgestelde doelen van ${product.name} in`,
            }
          : {
              en: `declined the goals proposed for ${product.name}`,
              nl: `wees de voorgestelde doelen van ${product.name} af`,
            },
        detail: { productId, goalSetId, number: proposal.number },
      },
    )
  },
})
