import { z } from 'zod'
import { ruleSetId } from '../../checks/rule-set.ts'
import { verificationRuns } from '../../db/schema/index.ts'
import { stateConflict } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { latestFinishedRun, profileOf, type RunRow, refuseTooMany, runOfProduct } from './product-of-check.ts'
import { runCheckKind } from './start-check.ts'

/** Checks the files of an earlier run again, with the rules and the profile of today. */
export const rerunCheck = defineVerb({
  name: 'checks.rerun',
  where: 'isv',
  allowed: ['checks.run'],
  input: z.object({ productId: z.string(), runId: z.string() }),
  async run(context, { productId, runId: earlierId }) {
    const { transaction, principal, place, now, newId } = context
    const { product, run: earlier } = await runOfProduct(transaction, productId, earlierId)
    if (earlier.files.some(isMissing)) throw notKept()
    await refuseTooMany(context)
    const runId = newId('run')
    const profile = profileOf(product)
    await transaction.insert(verificationRuns).values({
      id: runId,
      ...place,
      productId,
      counts: earlier.counts,
      state: 'queued',
      rooms: earlier.rooms,
      edition: product.edition,
      profile,
      ruleSet: ruleSetId,
      inputHash: earlier.inputHash,
      // What nobody judged was not kept, and is missed by nobody.
      files: earlier.files.filter(({ stored }) => stored),
      previousRunId: await latestFinishedRun(transaction, productId, earlier.rooms),
      requestedBy: personOf(principal) ?? 'tracker',
      requestedAt: now,
    })
    return changed(
      { runId },
      {
        action: 'check.rerun',
        subjectType: 'run',
        subjectId: runId,
        sentence: {
          en: `asked for the check of ${product.name} to be run again`,
          nl: `vroeg de controle van ${product.name} opnieuw uit te voeren`,
        },
        detail: { productId, earlier: earlierId, profile, ruleSet: ruleSetId },
      },
      { jobs: [{ kind: runCheckKind, payload: { runId }, key: runId }] },
    )
  },
})

/** A file that the check cannot do without and that was not kept. */
function isMissing({ stored, unjudged }: RunRow['files'][number]): boolean {
  return !stored && unjudged !== true
}

function notKept() {
  return stateConflict(
    {
      en: 'Not all files of this check were kept, so it cannot be run again.',
      nl: 'Niet alle bestanden van deze controle zijn bewaard, dus kan ze niet opnieuw worden uitgevoerd.',
    },
    {
      en: 'Hand the files in again; without secrets in them they are kept.',
      nl: 'Lever de bestanden opnieuw aan; zonder geheimen erin worden ze bewaard.',
    },
  )
}
