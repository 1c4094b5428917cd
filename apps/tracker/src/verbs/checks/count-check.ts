import { and, eq, gt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { stepsInWords } from '../../checks/step-of-room.ts'
import { verificationRuns } from '../../db/schema/index.ts'
import { stateConflict } from '../../domain/failure.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { automaticItems, runOfProduct } from './product-of-check.ts'

/** Lets a try count: from now on the verdicts of the automatic items rest on it. It cannot be taken back. */
export const countCheck = defineVerb({
  name: 'checks.count',
  where: 'isv',
  allowed: ['checks.run'],
  input: z.object({ productId: z.string(), runId: z.string() }),
  async run({ transaction }, { productId, runId }) {
    const { product, run } = await runOfProduct(transaction, productId, runId)
    if (run.counts) return unchanged({ counts: true })
    if (run.finishedAt === null || (run.state !== 'passed' && run.state !== 'failed')) throw notFinished()
    const [newer] = await transaction
      .select({ id: verificationRuns.id })
      .from(verificationRuns)
      .where(
        and(
          eq(verificationRuns.productId, productId),
          eq(verificationRuns.counts, true),
          // A run of other steps' rules says nothing of these items.
          sql`exists (select from jsonb_array_elements_text(${verificationRuns.rooms}) room where ${JSON.stringify(run.rooms)}::jsonb ? room)`,
          gt(verificationRuns.finishedAt, run.finishedAt),
        ),
      )
      .limit(1)
    if (newer !== undefined) throw overtaken()
    await updateVersioned(transaction, verificationRuns, run, { counts: true })
    return changed(
      { counts: true },
      {
        action: 'check.counted',
        subjectType: 'run',
        subjectId: runId,
        sentence: {
          en: `took a check of ${product.name} as evidence for ${stepsInWords(run.rooms).en}`,
          nl: `nam een controle van ${product.name} als bewijs voor ${stepsInWords(run.rooms).nl}`,
        },
        detail: { productId, state: run.state },
      },
      { touched: [{ productId, items: automaticItems }] },
    )
  },
})

function notFinished() {
  return stateConflict(
    { en: 'This check has no result that could count.', nl: 'Deze controle heeft geen uitslag die kan meetellen.' },
    { en: 'Check the files again.', nl: 'Controleer de bestanden opnieuw.' },
  )
}

function overtaken() {
  return stateConflict(
    { en: 'A newer check counts already.', nl: 'Een nieuwere controle telt al mee.' },
    {
      en: 'Check these files again if they are the ones that count.',
      nl: 'Controleer deze bestanden opnieuw als juist die moeten meetellen.',
    },
  )
}
