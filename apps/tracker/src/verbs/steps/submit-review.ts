import { deriveProduct, stepIds } from '@sevenstep/onboarding'
import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { reviewRequests } from '../../db/schema/index.ts'
import { Failure, notFound, stateConflict } from '../../domain/failure.ts'
import { personOf } from '../../domain/principal.ts'
import { readFactHashes } from '../../product/fact-hashes.ts'
import { readProductInput } from '../../product/product-input.ts'
import { reviewScope } from '../../product/review-scope.ts'
import { productForChange } from '../checklist/product-for-change.ts'
import { changed, defineVerb } from '../define-verb.ts'

const input = z.strictObject({
  productId: z.string(),
  step: z.int().min(1).max(7),
  message: z.string().trim().max(2000).optional(),
})

/**
 * Asks for a review of a step. The request freezes which facts are to be judged, so that a later change shows; there is
 * never more than one open request for a step.
 */
export const submitReview = defineVerb({
  name: 'review.submit',
  where: 'isv',
  allowed: ['review.submit'],
  input,
  run: async ({ transaction, principal, place, now, newId }, { productId, step: number, message }) => {
    const step = stepIds.find((id) => id === number)
    if (step === undefined) throw notFound()
    const { product } = await productForChange(transaction, productId)
    const [open] = await transaction
      .select({ id: reviewRequests.id })
      .from(reviewRequests)
      .where(
        and(
          eq(reviewRequests.productId, productId),
          eq(reviewRequests.step, step),
          inArray(reviewRequests.state, ['open', 'claimed']),
        ),
      )
    if (open !== undefined) throw alreadyAsked()
    const { input: facts } = await readProductInput(transaction, productId, now)
    const { toJudge, missing } = reviewScope(deriveProduct(facts), step)
    if (missing.length > 0) throw stillMissing(missing.length)
    if (toJudge.length === 0) throw nothingToJudge()
    const id = newId('rev')
    const snapshot = await readFactHashes(transaction, productId, toJudge, facts.records)
    await transaction.insert(reviewRequests).values({
      id,
      ...place,
      productId,
      step,
      state: 'open',
      requestedBy: personOf(principal) ?? 'tracker',
      requestedAt: now,
      message: message === undefined || message === '' ? null : message,
      snapshot,
    })
    return changed(
      { reviewId: id },
      {
        action: 'review.requested',
        subjectType: 'review',
        subjectId: id,
        sentence: {
          en: `asked for a review of step ${step} of ${product.name}`,
          nl: `vroeg om een beoordeling van stap ${step} van ${product.name}`,
        },
        detail: { productId, step, items: toJudge },
      },
      { touched: [{ productId, items: toJudge }] },
    )
  },
})

function alreadyAsked(): Failure {
  return stateConflict(
    {
      en: 'Nothing was sent: a review of this step is already asked for.',
      nl: 'Er is niets verstuurd: om een beoordeling van deze stap is al gevraagd.',
    },
    {
      en: 'Wait for the reviewer, or withdraw that request first.',
      nl: 'Wacht op de beoordelaar, of trek dat verzoek eerst in.',
    },
  )
}

function stillMissing(count: number): Failure {
  return new Failure('state-conflict', {
    what: { en: 'Nothing was sent for review.', nl: 'Er is niets ter beoordeling verstuurd.' },
    why: {
      en: `Required items of this step that still need you: ${count}.`,
      nl: `Verplichte punten van deze stap die u nog moet aantonen: ${count}.`,
    },
    fix: {
      en: 'Open the step; the items that need you come first.',
      nl: 'Open de stap; de punten die u nog moet aantonen staan bovenaan.',
    },
  })
}

function nothingToJudge(): Failure {
  return new Failure('state-conflict', {
    what: { en: 'Nothing was sent for review.', nl: 'Er is niets ter beoordeling verstuurd.' },
    why: {
      en: 'Nothing in this step waits for a person to judge it.',
      nl: 'In deze stap wacht niets op het oordeel van een mens.',
    },
    fix: {
      en: 'Nothing; our checks and earlier reviews settle this step.',
      nl: 'Niets; onze controles en eerdere beoordelingen beslissen over deze stap.',
    },
  })
}
