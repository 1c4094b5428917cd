import { z } from 'zod'
import { waivers } from '../../db/schema/index.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { refuseOwnIsv } from '../reviews/refuse-own-isv.ts'
import { updateVersioned } from '../versioned.ts'
import { demandUndecided, waiverAtHand, waiverEntry } from './waiver-at-hand.ts'
import { endOfWaiver } from './waiver-end.ts'

/**
 * Lets an item pass for a while. A reviewer who did not ask for it decides, and may choose another last day than was asked
 * for; a required item always has one.
 */
export const approveWaiver = defineVerb({
  name: 'waiver.approve',
  where: 'isv',
  allowed: ['waiver.decide'],
  input: z.strictObject({
    waiverId: z.string().min(1).max(80),
    version: z.int(),
    /** `YYYY-MM-DD`, or empty for a recommended item that is let pass for good. */
    expiresOn: z.string().max(10),
    decisionNote: z.string().trim().max(4000).optional(),
  }),
  async run(context, { waiverId, version, expiresOn, decisionNote = '' }) {
    const at = await waiverAtHand(context, waiverId)
    demandUndecided(at)
    refuseOwnIsv(context)
    const { waiver, isv, item, person, words } = at
    const expiresAt = endOfWaiver(expiresOn, { strength: item.strength, timeZone: isv.timeZone, now: context.now })
    await updateVersioned(
      context.transaction,
      waivers,
      { id: waiverId, version },
      {
        state: 'approved',
        expiresAt,
        decidedBy: person,
        decidedAt: context.now,
        decisionNote: decisionNote === '' ? null : decisionNote,
      },
    )
    const sentence =
      expiresAt === null
        ? { en: `waived ${words.en}`, nl: `verleende vrijstelling van ${words.nl}` }
        : {
            en: `waived ${words.en} until ${expiresOn}`,
            nl: `verleende vrijstelling van ${words.nl} tot en met ${expiresOn}`,
          }
    const detail = { expiresOn, asked: waiver.expiresAt?.toISOString() ?? null, decisionNote }
    return changed({ waiverId }, waiverEntry(at, 'waiver.approved', sentence, detail), {
      touched: [{ productId: waiver.productId, items: [item.id] }],
    })
  },
})
