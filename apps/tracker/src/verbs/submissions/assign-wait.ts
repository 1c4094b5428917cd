import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { externalWaits, users } from '../../db/schema/index.ts'
import { notFound } from '../../domain/failure.ts'
import { productForChange } from '../checklist/product-for-change.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { requireOwner } from '../isvs/isv-fields.ts'
import { updateVersioned } from '../versioned.ts'

/** Names who on our side keeps an eye on something that Microsoft is waited for; the programme's own affair. */
export const assignWait = defineVerb({
  name: 'wait.assign',
  where: 'programme',
  allowed: ['isv.manage'],
  input: z.strictObject({ waitId: z.string(), version: z.int(), ownerId: z.string().max(64).nullable() }),
  run: async ({ transaction, place }, { waitId, version, ownerId }) => {
    const [wait] = await transaction.select().from(externalWaits).where(eq(externalWaits.id, waitId))
    if (wait === undefined) throw notFound()
    const { product } = await productForChange(transaction, wait.productId)
    if (wait.ownerId === ownerId) return unchanged({ productId: wait.productId })
    await requireOwner(transaction, place.organizationId, ownerId)
    await updateVersioned(transaction, externalWaits, { id: waitId, version }, { ownerId })
    const [owner] = await transaction
      .select({ name: users.name })
      .from(users)
      .where(eq(users.id, ownerId ?? ''))
    return changed(
      { productId: wait.productId },
      {
        action: 'wait.assigned',
        subjectType: 'wait',
        subjectId: waitId,
        sentence:
          owner === undefined
            ? {
                en: `left a wait of ${product.name} without an owner`,
                nl: `haalde de eigenaar weg bij een wachttijd van ${product.name}`,
              }
            : {
                en: `gave a wait of ${product.name} to ${owner.name}`,
                nl: `droeg een wachttijd van ${product.name} over aan ${owner.name}`,
              },
        detail: { productId: wait.productId, kind: wait.kind, ownerId },
      },
    )
  },
})
