import { z } from 'zod'
import { waivers } from '../../db/schema/index.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { refuseOwnIsv } from '../reviews/refuse-own-isv.ts'
import { updateVersioned } from '../versioned.ts'
import { demandUndecided, waiverAtHand, waiverEntry } from './waiver-at-hand.ts'

/** Does not let the item pass, and says why. */
export const denyWaiver = defineVerb({
  name: 'waiver.deny',
  where: 'isv',
  allowed: ['waiver.decide'],
  input: z.strictObject({
    waiverId: z.string().min(1).max(80),
    version: z.int(),
    decisionNote: z.string().trim().min(20).max(4000),
  }),
  async run(context, { waiverId, version, decisionNote }) {
    const at = await waiverAtHand(context, waiverId)
    demandUndecided(at)
    refuseOwnIsv(context)
    const { waiver, person, words } = at
    await updateVersioned(
      context.transaction,
      waivers,
      { id: waiverId, version },
      { state: 'denied', decidedBy: person, decidedAt: context.now, decisionNote },
    )
    const sentence = { en: `did not waive ${words.en}`, nl: `verleende geen vrijstelling van ${words.nl}` }
    return changed({ waiverId }, waiverEntry(at, 'waiver.denied', sentence, { decisionNote }), {
      touched: [{ productId: waiver.productId, items: [waiver.itemId] }],
    })
  },
})
