import { itemById } from '@sevenstep/onboarding'
import { and, eq, lte } from 'drizzle-orm'
import { z } from 'zod'
import type { AuditEntry } from '../../audit/event.ts'
import { evidence } from '../../db/schema/index.ts'
import { notAllowed } from '../../domain/failure.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'

/** Marks accepted evidence of a product that has run out. The tracker's own work; nobody else may ask for it. */
export const expireEvidence = defineVerb({
  name: 'evidence.expire',
  where: 'isv',
  allowed: ['evidence.write'],
  input: z.object({ productId: z.string().min(1).max(80) }),
  async run(context, { productId }) {
    const { transaction, principal, now } = context
    if (principal.kind !== 'tracker') throw notAllowed()
    const due = await transaction
      .select()
      .from(evidence)
      .where(and(eq(evidence.productId, productId), eq(evidence.state, 'accepted'), lte(evidence.validUntil, now)))
      .for('update')
    const entries: AuditEntry[] = []
    for (const piece of due) {
      await updateVersioned(transaction, evidence, piece, { state: 'expired', updatedAt: now })
      const title = itemById(piece.itemId)?.title ?? { en: piece.itemId, nl: piece.itemId }
      entries.push({
        action: 'evidence.expired',
        subjectType: 'evidence',
        subjectId: piece.id,
        sentence: {
          en: `marked evidence for “${title.en}” as expired`,
          nl: `merkte bewijs voor “${title.nl}” als verlopen`,
        },
        detail: { productId, itemId: piece.itemId, validUntil: piece.validUntil?.toISOString() ?? null },
      })
    }
    const [first, ...more] = entries
    if (first === undefined) return unchanged({ expired: 0 })
    const items = [...new Set(due.map(({ itemId }) => itemId))]
    return changed({ expired: due.length }, [first, ...more], { touched: [{ productId, items }] })
  },
})
