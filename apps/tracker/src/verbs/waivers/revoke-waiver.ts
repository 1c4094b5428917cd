import { z } from 'zod'
import { waivers } from '../../db/schema/index.ts'
import { stateConflict } from '../../domain/failure.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { waiverAtHand, waiverEntry } from './waiver-at-hand.ts'

/** Ends a running waiver before its time; from then on the item has to be proved again. */
export const revokeWaiver = defineVerb({
  name: 'waiver.revoke',
  where: 'isv',
  allowed: ['waiver.decide'],
  input: z.strictObject({
    waiverId: z.string().min(1).max(80),
    version: z.int(),
    revokeReason: z.string().trim().min(20).max(4000),
  }),
  async run(context, { waiverId, version, revokeReason }) {
    const at = await waiverAtHand(context, waiverId)
    const { waiver, person, words } = at
    const runs = waiver.state === 'approved' && (waiver.expiresAt === null || waiver.expiresAt > context.now)
    if (!runs) throw notRunning()
    await updateVersioned(
      context.transaction,
      waivers,
      { id: waiverId, version },
      { state: 'revoked', decidedBy: person, decidedAt: context.now, decisionNote: revokeReason },
    )
    const sentence = { en: `revoked the waiver of ${words.en}`, nl: `trok de vrijstelling van ${words.nl} in` }
    const before = { decidedBy: waiver.decidedBy, decidedAt: waiver.decidedAt?.toISOString() ?? null }
    return changed({ waiverId }, waiverEntry(at, 'waiver.revoked', sentence, { reason: revokeReason, before }), {
      touched: [{ productId: waiver.productId, items: [waiver.itemId] }],
    })
  },
})

function notRunning() {
  return stateConflict(
    { en: 'This waiver is not running.', nl: 'Deze vrijstelling loopt niet.' },
    { en: 'Nothing: the item has to be proved already.', nl: 'Niets: het punt moet al worden aangetoond.' },
  )
}
