import { and, eq, notInArray } from 'drizzle-orm'
import { z } from 'zod'
import { submissions } from '../../db/schema/index.ts'
import { stateConflict } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import { productForChange } from '../checklist/product-for-change.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { stepOf } from './submission-at-hand.ts'

/** Begins a submission to Microsoft for one step of a product; a step has one at a time. */
export const createSubmission = defineVerb({
  name: 'submission.create',
  where: 'isv',
  allowed: ['submission.write'],
  input: z.strictObject({
    productId: z.string(),
    step: z.int().min(1).max(7),
    channel: z.enum(['partner-center', 'github', 'portal', 'other']),
    note: z.string().trim().max(2_000).optional(),
  }),
  run: async ({ transaction, place, principal, now, newId }, { productId, step: number, channel, note }) => {
    const { product } = await productForChange(transaction, productId)
    const step = stepOf(number)
    const [open] = await transaction
      .select({ id: submissions.id })
      .from(submissions)
      .where(
        and(
          eq(submissions.productId, productId),
          eq(submissions.step, step),
          notInArray(submissions.state, ['live', 'withdrawn']),
        ),
      )
    if (open !== undefined) throw alreadyOpen(number)
    const id = newId('sub')
    await transaction.insert(submissions).values({
      id,
      productId,
      isvId: place.isvId,
      organizationId: place.organizationId,
      step,
      channel,
      state: 'draft',
      note: note === undefined || note === '' ? null : note,
      createdBy: personOf(principal) ?? 'tracker',
      createdAt: now,
      updatedAt: now,
    })
    return changed(
      { submissionId: id },
      {
        action: 'submission.created',
        subjectType: 'submission',
        subjectId: id,
        sentence: {
          en: `began a submission of step ${number} of ${product.name} to Microsoft`,
          nl: `begon een inzending van stap ${number} van ${product.name} bij Microsoft`,
        },
        detail: { productId, step, channel },
      },
      { touched: [{ productId, items: [] }] },
    )
  },
})

function alreadyOpen(step: number) {
  return stateConflict(
    {
      en: `Nothing was begun: step ${step} has a submission under way.`,
      nl: `Er is niets begonnen: voor stap ${step} loopt al een inzending.`,
    },
    { en: 'Carry on with that one, or withdraw it first.', nl: 'Ga daarmee verder, of trek die eerst in.' },
  )
}
