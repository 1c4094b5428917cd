import { createHash } from 'node:crypto'
import { z } from 'zod'
import { ruleSetId } from '../../checks/rule-set.ts'
import { uploadLimits } from '../../checks/upload-limits.ts'
import { verificationRuns } from '../../db/schema/index.ts'
import { personOf } from '../../domain/principal.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { productOfCheck, profileOf, refuseTooMany } from './product-of-check.ts'

/** The kind of job that carries out a check, or says that nobody did. */
export const runCheckKind = 'run-check'

/** By then a check that was carried out where it was asked for has ended, even behind a full queue. */
const overdueAfter = 10 * 60_000

const file = z.object({
  path: z.string().min(1).max(1024),
  size: z.int().min(0).max(uploadLimits.bytes),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
})

/**
 * Asks for a check of files just handed in. Only their names and hashes are written: their bytes stay in memory until
 * the check has told which of them hold a secret, so that no secret is ever stored. The check is carried out where it was
 * asked for; a job ends the run as an error if the process does not live to see that.
 */
export const startCheck = defineVerb({
  name: 'checks.start',
  where: 'isv',
  allowed: ['checks.run'],
  input: z.object({
    productId: z.string(),
    counts: z.boolean(),
    files: z.array(file).min(1).max(uploadLimits.files),
  }),
  async run(context, { productId, counts, files }) {
    const { transaction, principal, place, now, newId } = context
    const product = await productOfCheck(transaction, productId)
    await refuseTooMany(context)
    const runId = newId('run')
    const profile = profileOf(product)
    await transaction.insert(verificationRuns).values({
      id: runId,
      ...place,
      productId,
      counts,
      state: 'running',
      // What was handed in is told by its content, so whose rules judge it is known at the end.
      rooms: [],
      edition: product.edition,
      profile,
      ruleSet: ruleSetId,
      inputHash: hashOfFiles(files),
      files: files.map((one) => ({ ...one, stored: false })),
      requestedBy: personOf(principal) ?? 'tracker',
      requestedAt: now,
      startedAt: now,
    })
    return changed(
      { runId, profile, edition: product.edition },
      {
        action: 'check.started',
        subjectType: 'run',
        subjectId: runId,
        sentence: {
          en: `asked for a check of ${product.name}`,
          nl: `vroeg om een controle van ${product.name}`,
        },
        detail: { productId, counts, files: files.length, profile, edition: product.edition, ruleSet: ruleSetId },
      },
      { jobs: [{ kind: runCheckKind, payload: { runId }, key: runId, runAt: new Date(now.getTime() + overdueAfter) }] },
    )
  },
})

/** Tells any two sets of files apart: SHA-256 over their paths and hashes, in hexadecimal. */
function hashOfFiles(files: readonly { readonly path: string; readonly hash: string }[]): string {
  const sorted = files.map(({ path, hash }) => [path, hash]).sort()
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex')
}
