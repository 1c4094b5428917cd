import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { waivers } from '../../db/schema/index.ts'
import { stateConflict } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { itemAtHand, itemFields } from '../items/item-at-hand.ts'
import { endOfWaiver } from './waiver-end.ts'

/**
 * Asks to let an item pass for a while. A required item is never let pass for good: its waiver has a last day, and holds
 * to the end of that day as the ISV's calendar has it.
 */
export const requestWaiver = defineVerb({
  name: 'waiver.request',
  where: 'isv',
  allowed: ['waiver.request'],
  input: z.object({
    ...itemFields,
    waiverReason: z.string().trim().min(20).max(4000),
    /** `YYYY-MM-DD`, or empty for a recommended item that is let pass for good. */
    expiresOn: z.string().max(40),
  }),
  async run(context, input) {
    const { transaction, now } = context
    const { isv, item, words } = await itemAtHand(transaction, input)
    const expiresAt = endOfWaiver(input.expiresOn, { strength: item.strength, timeZone: isv.timeZone, now })
    const open = await transaction
      .select({ id: waivers.id })
      .from(waivers)
      .where(and(eq(waivers.productId, input.productId), eq(waivers.itemId, item.id), eq(waivers.state, 'requested')))
    if (open.length > 0) throw alreadyAsked()
    const id = context.newId('wvr')
    await transaction.insert(waivers).values({
      id,
      isvId: context.place.isvId,
      organizationId: context.place.organizationId,
      productId: input.productId,
      itemId: item.id,
      state: 'requested',
      reason: input.waiverReason,
      requestedBy: personOf(context.principal) ?? 'tracker',
      requestedAt: now,
      expiresAt,
    })
    return changed(
      { waiverId: id },
      {
        action: 'waiver.requested',
        subjectType: 'waiver',
        subjectId: id,
        sentence: { en: `asked for a waiver of ${words.en}`, nl: `vroeg om vrijstelling van ${words.nl}` },
        detail: { productId: input.productId, itemId: item.id, reason: input.waiverReason, expiresOn: input.expiresOn },
      },
      { touched: [{ productId: input.productId, items: [item.id] }] },
    )
  },
})

function alreadyAsked() {
  return stateConflict(
    { en: 'A waiver has been asked for already.', nl: 'Er is al om vrijstelling gevraagd.' },
    {
      en: 'Wait for the reviewer, or withdraw the request first.',
      nl: 'Wacht op de beoordelaar, of trek de aanvraag eerst in.',
    },
  )
}
