import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { goalSets } from '../../db/schema/index.ts'
import { stateConflict } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import { productForChange } from '../checklist/product-for-change.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { changeDetail, goalsShape, sameAnswers } from './goals-input.ts'
import { nextNumber } from './next-number.ts'

const input = z.strictObject({ productId: z.string(), ...goalsShape })

/** Proposes other answers to the goals; nothing follows from them until an administrator of the ISV takes them over. */
export const proposeGoals = defineVerb({
  name: 'goals.propose',
  where: 'isv',
  allowed: ['goals.propose'],
  input,
  run: async (context, { productId, ...answers }) => {
    const { transaction, place, now } = context
    const { product } = await productForChange(transaction, productId)
    if (sameAnswers(product, answers)) throw nothingNew()
    const setBy = personOf(context.principal) ?? 'tracker'
    const [open] = await transaction
      .select({ id: goalSets.id })
      .from(goalSets)
      .where(and(eq(goalSets.productId, productId), eq(goalSets.state, 'proposed'), eq(goalSets.setBy, setBy)))
    if (open !== undefined) throw oneAtATime()
    const id = context.newId('gls')
    const number = await nextNumber(transaction, productId)
    await transaction
      .insert(goalSets)
      .values({ id, ...place, productId, number, state: 'proposed', ...answers, setBy, setAt: now })
    return changed(
      { goalSetId: id },
      {
        action: 'goals.proposed',
        subjectType: 'product',
        subjectId: productId,
        sentence: {
          en: `proposed other goals for ${product.name}`,
          nl: `stelde andere doelen voor ${product.name} voor`,
        },
        detail: { ...changeDetail(product, answers), goalSetId: id, number },
      },
    )
  },
})

function nothingNew() {
  return stateConflict(
    {
      en: 'Nothing was proposed: these are the present answers.',
      nl: 'Er is niets voorgesteld: dit zijn de huidige antwoorden.',
    },
    { en: 'Change an answer first.', nl: 'Verander eerst een antwoord.' },
  )
}

function oneAtATime() {
  return stateConflict(
    {
      en: 'Nothing was proposed: an earlier proposal of yours is still open.',
      nl: 'Er is niets voorgesteld: een eerder voorstel van u staat nog open.',
    },
    { en: 'Withdraw it, then propose anew.', nl: 'Trek het in en doe dan een nieuw voorstel.' },
  )
}
