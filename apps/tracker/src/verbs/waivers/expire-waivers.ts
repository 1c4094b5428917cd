import { itemById } from '@sevenstep/onboarding'
import { and, eq, lte } from 'drizzle-orm'
import { z } from 'zod'
import type { AuditEntry } from '../../audit/event.ts'
import { waivers } from '../../db/schema/index.ts'
import { notAllowed } from '../../domain/failure.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'

/** Marks approved waivers of a product that have run out. The tracker's own work; nobody else may ask for it. */
export const expireWaivers = defineVerb({
  name: 'waiver.expire',
  where: 'isv',
  allowed: ['waiver.decide'],
  input: z.object({ productId: z.string().min(1).max(80) }),
  async run(context, { productId }) {
    const { transaction, principal, now } = context
    if (principal.kind !== 'tracker') throw notAllowed()
    const due = await transaction
      .select()
      .from(waivers)
      .where(and(eq(waivers.productId, productId), eq(waivers.state, 'approved'), lte(waivers.expiresAt, now)))
      .for('update')
    const entries: AuditEntry[] = []
    for (const waiver of due) {
      await updateVersioned(transaction, waivers, waiver, { state: 'expired' })
      const title = itemById(waiver.itemId)?.title ?? { en: waiver.itemId, nl: waiver.itemId }
      entries.push({
        action: 'waiver.expired',
        subjectType: 'waiver',
        subjectId: waiver.id,
        sentence: {
          en: `marked the waiver for “${title.en}” as expired`,
          nl: `merkte de vrijstelling voor “${title.nl}” als verlopen`,
        },
        detail: { productId, itemId: waiver.itemId, expiresAt: waiver.expiresAt?.toISOString() ?? null },
      })
    }
    const [first, ...more] = entries
    if (first === undefined) return unchanged({ expired: 0 })
    const items = [...new Set(due.map(({ itemId }) => itemId))]
    return changed({ expired: due.length }, [first, ...more], { touched: [{ productId, items }] })
  },
})
