import { z } from 'zod'
import { verificationRuns } from '../../db/schema/index.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { runOfProduct } from './product-of-check.ts'

/** Stops a check that has not ended. One that has ended stays as it is. */
export const cancelCheck = defineVerb({
  name: 'checks.cancel',
  where: 'isv',
  allowed: ['checks.run'],
  input: z.object({ productId: z.string(), runId: z.string() }),
  async run({ transaction, now }, { productId, runId }) {
    const { product, run } = await runOfProduct(transaction, productId, runId)
    if (run.state !== 'queued' && run.state !== 'running') return unchanged({ cancelled: false })
    await updateVersioned(transaction, verificationRuns, run, { state: 'cancelled', finishedAt: now })
    return changed(
      { cancelled: true },
      {
        action: 'check.cancelled',
        subjectType: 'run',
        subjectId: runId,
        sentence: { en: `stopped a check of ${product.name}`, nl: `stopte een controle van ${product.name}` },
        detail: { productId },
      },
    )
  },
})
