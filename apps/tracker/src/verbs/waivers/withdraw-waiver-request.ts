import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { waivers } from '../../db/schema/index.ts'
import { notFound, stateConflict } from '../../domain/failure.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { itemAtHand, itemFields } from '../items/item-at-hand.ts'
import { updateVersioned } from '../versioned.ts'

/** Takes back a request for a waiver that nobody has decided yet. */
export const withdrawWaiverRequest = defineVerb({
  name: 'waiver.withdraw',
  where: 'isv',
  allowed: ['waiver.request'],
  input: z.object({ ...itemFields, waiverId: z.string().min(1).max(80), version: z.int() }),
  async run(context, input) {
    const { transaction, now } = context
    const { item, words } = await itemAtHand(transaction, input)
    const [waiver] = await transaction
      .select()
      .from(waivers)
      .where(and(eq(waivers.id, input.waiverId), eq(waivers.productId, input.productId), eq(waivers.itemId, item.id)))
    if (waiver === undefined) throw notFound()
    if (waiver.state === 'revoked') return unchanged({ waiverId: waiver.id })
    if (waiver.state !== 'requested') throw decided()
    await updateVersioned(
      transaction,
      waivers,
      { id: waiver.id, version: input.version },
      {
        state: 'revoked',
        decidedAt: now,
      },
    )
    return changed(
      { waiverId: waiver.id },
      {
        action: 'waiver.withdrawn',
        subjectType: 'waiver',
        subjectId: waiver.id,
        sentence: {
          en: `withdrew the request for a waiver of ${words.en}`,
          nl: `trok de aanvraag voor vrijstelling van ${words.nl} in`,
        },
        detail: { productId: input.productId, itemId: item.id },
      },
      { touched: [{ productId: input.productId, items: [item.id] }] },
    )
  },
})

function decided() {
  return stateConflict(
    { en: 'This request has been decided.', nl: 'Over deze aanvraag is al beslist.' },
    { en: 'Look at the item again; it shows the decision.', nl: 'Bekijk het punt opnieuw; het toont het besluit.' },
  )
}
