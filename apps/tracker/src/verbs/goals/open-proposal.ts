import { eq } from 'drizzle-orm'
import { goalSets } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { notFound, stateConflict } from '../../domain/failure.ts'

/**
 * A proposal that nobody has answered yet.
 *
 * @throws Failure `not-found`, or `state-conflict` where it was answered or withdrawn.
 */
export async function openProposal(
  transaction: Transaction,
  productId: string,
  goalSetId: string,
): Promise<typeof goalSets.$inferSelect> {
  const [proposal] = await transaction.select().from(goalSets).where(eq(goalSets.id, goalSetId))
  if (proposal === undefined || proposal.productId !== productId) throw notFound()
  if (proposal.state === 'proposed') return proposal
  throw stateConflict(
    { en: 'This proposal was already answered.', nl: 'Dit voorstel is al beantwoord.' },
    { en: 'Open the goals to see how they stand.', nl: 'Open de doelen om te zien hoe ze nu zijn.' },
  )
}
