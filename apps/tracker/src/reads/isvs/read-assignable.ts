import { asc, eq } from 'drizzle-orm'
import { productSummaries as summary, users } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import { type AssignmentPlan, mostAssigned, planAssignment } from '../../verbs/isvs/assign-isvs.ts'
import type { PortfolioViewer } from '../portfolio/portfolio-filters.ts'
import type { PortfolioQuestion } from '../portfolio/portfolio-question.ts'
import { matching } from '../portfolio/read-portfolio-rows.ts'

/** An ISV that can be given to somebody. */
export interface AssignableIsv {
  readonly isvId: string
  readonly name: string
  readonly ownerName: string | null
}

/** The ISVs of the products that a question lets through, by name; as many as can be assigned at once. */
export async function readAssignable(
  services: { readonly database: Database },
  viewer: PortfolioViewer,
  question: PortfolioQuestion,
): Promise<AssignableIsv[]> {
  const { organizationId } = viewer
  return services.database.within({ kind: 'programme', organizationId }, (transaction) =>
    transaction
      .selectDistinct({ isvId: summary.isvId, name: summary.isvName, ownerName: users.name })
      .from(summary)
      .leftJoin(users, eq(users.id, summary.ownerId))
      .where(matching(question, viewer))
      .orderBy(asc(summary.isvName), asc(summary.isvId))
      .limit(mostAssigned),
  )
}

/** What giving those ISVs to somebody would do. */
export async function readAssignmentPlan(
  services: { readonly database: Database },
  organizationId: string,
  isvIds: readonly string[],
  ownerId: string | null,
): Promise<AssignmentPlan> {
  return services.database.within({ kind: 'programme', organizationId }, (transaction) =>
    planAssignment(transaction, isvIds, ownerId),
  )
}
