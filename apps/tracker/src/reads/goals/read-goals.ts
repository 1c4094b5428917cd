import { and, asc, desc, eq } from 'drizzle-orm'
import { auditEvents, goalSets, users } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'
import { type ProductView, readProductView } from '../checklist/product-view.ts'

/** Answers that somebody proposes. */
export interface GoalsProposal
  extends Pick<typeof goalSets.$inferSelect, 'id' | 'goals' | 'kind' | 'publisher' | 'edition' | 'setBy' | 'setAt'> {
  /** Name of the person who proposes. */
  readonly by: string | null
}

/** What the goals page of a product is made from. */
export interface GoalsView extends ProductView {
  /** Proposals nobody has answered yet, oldest first. */
  readonly proposals: readonly GoalsProposal[]
  /** Who changed the product last, and when. */
  readonly lastChange: { readonly by: string; readonly at: Date } | undefined
}

/** Reads the goals of a product, in one transaction. */
export function readGoals(
  services: { readonly database: Database; readonly clock: Clock },
  place: { readonly organizationId: string; readonly isvId: string },
  productId: string,
): Promise<GoalsView> {
  return services.database.within({ kind: 'isv', ...place }, async (transaction) => {
    const view = await readProductView(transaction, productId, services.clock.now())
    const proposals = await transaction
      .select({
        id: goalSets.id,
        goals: goalSets.goals,
        kind: goalSets.kind,
        publisher: goalSets.publisher,
        edition: goalSets.edition,
        setBy: goalSets.setBy,
        setAt: goalSets.setAt,
        by: users.name,
      })
      .from(goalSets)
      .leftJoin(users, eq(users.id, goalSets.setBy))
      .where(and(eq(goalSets.productId, productId), eq(goalSets.state, 'proposed')))
      .orderBy(asc(goalSets.number))
    const [lastChange] = await transaction
      .select({ by: auditEvents.actorName, at: auditEvents.at })
      .from(auditEvents)
      .where(and(eq(auditEvents.subjectType, 'product'), eq(auditEvents.subjectId, productId)))
      .orderBy(desc(auditEvents.sequence))
      .limit(1)
    return { ...view, proposals, lastChange }
  })
}
