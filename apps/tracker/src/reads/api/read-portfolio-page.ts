import type { Database } from '../../db/scope.ts'
import type { PortfolioViewer } from '../portfolio/portfolio-filters.ts'
import type { PortfolioQuestion } from '../portfolio/portfolio-question.ts'
import { type PortfolioRow, readPortfolioRows } from '../portfolio/read-portfolio-rows.ts'

/** One page of a portfolio and one row more where there are more, without the figures around it. */
export async function readPortfolioPage(
  { database }: { readonly database: Database },
  viewer: PortfolioViewer,
  question: PortfolioQuestion,
  limit: number,
): Promise<readonly PortfolioRow[]> {
  const { organizationId } = viewer
  const { rows } = await database.within({ kind: 'programme', organizationId }, (transaction) =>
    readPortfolioRows(transaction, viewer, question, limit + 1),
  )
  return rows.slice(0, limit + 1)
}
