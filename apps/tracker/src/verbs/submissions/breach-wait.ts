import { waitSettings } from '@sevenstep/onboarding'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { externalWaits, products } from '../../db/schema/index.ts'
import { notAllowed, notFound } from '../../domain/failure.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'

/** Records that something waited for did not come in time. The tracker's own; it goes on being waited for. */
export const breachWait = defineVerb({
  name: 'waits.breach',
  where: 'isv',
  allowed: ['submission.write'],
  input: z.strictObject({ waitId: z.string() }),
  run: async ({ transaction, principal, now }, { waitId }) => {
    if (principal.kind !== 'tracker') throw notAllowed()
    const [found] = await transaction.select().from(externalWaits).where(eq(externalWaits.id, waitId))
    if (found === undefined) throw notFound()
    // The product first, as every other verb does; an archived ISV's too, since the time passes there as well.
    const [product] = await transaction.select().from(products).where(eq(products.id, found.productId)).for('update')
    if (product === undefined) throw notFound()
    const [wait] = await transaction.select().from(externalWaits).where(eq(externalWaits.id, waitId)).for('update')
    if (wait?.state !== 'running' || wait.dueAt > now) return unchanged({ breached: false })
    await transaction
      .update(externalWaits)
      .set({ state: 'breached', version: wait.version + 1 })
      .where(eq(externalWaits.id, waitId))
    const title = waitSettings.find(({ kind }) => kind === wait.kind)?.title ?? { en: wait.kind, nl: wait.kind }
    return changed(
      { breached: true },
      {
        action: 'wait.breached',
        subjectType: 'wait',
        subjectId: waitId,
        sentence: {
          en: `noted that this took longer than expected for ${product.name}: ${title.en}`,
          nl: `noteerde dat dit langer duurde dan verwacht voor ${product.name}: ${title.nl}`,
        },
        detail: { productId: wait.productId, kind: wait.kind, dueAt: wait.dueAt.toISOString() },
      },
      { touched: [{ productId: wait.productId, items: [] }] },
    )
  },
})
