import { type StepId, stepIds } from '@sevenstep/onboarding'
import { eq } from 'drizzle-orm'
import { submissions } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { notFound } from '../../domain/failure.ts'

/** A submission as it is stored. */
export type SubmissionRecord = typeof submissions.$inferSelect

/**
 * The submission that a verb is about, kept from other changes until the transaction ends.
 *
 * @throws Failure `not-found`
 */
export async function submissionForChange(transaction: Transaction, id: string): Promise<SubmissionRecord> {
  const [submission] = await transaction.select().from(submissions).where(eq(submissions.id, id)).for('update')
  if (submission === undefined) throw notFound()
  return submission
}

/** @throws Failure `not-found` for a number that is no step */
export function stepOf(number: number): StepId {
  const step = stepIds.find((id) => id === number)
  if (step === undefined) throw notFound()
  return step
}
