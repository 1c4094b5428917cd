import { sql } from 'drizzle-orm'
import { productSummaries as summary } from '../../db/schema/index.ts'
import type { Database } from '../../db/scope.ts'
import type { PortfolioViewer } from './portfolio-filters.ts'
import type { PortfolioCursor, PortfolioQuestion } from './portfolio-question.ts'
import { type PortfolioCounts, readPortfolioCounts } from './read-portfolio-counts.ts'
import { matching, type PortfolioRow, readPortfolioRows } from './read-portfolio-rows.ts'

/** Rows of one page. */
const pageSize = 50

/** One page of a portfolio with the figures around it. */
export interface Portfolio {
  readonly counts: PortfolioCounts
  readonly rows: readonly PortfolioRow[]
  /** How many products the view and every filter let through. */
  readonly total: number
  /** Number of the first row shown, from 1; 0 where there is none. */
  readonly from: number
  readonly previous?: PortfolioCursor
  readonly next?: PortfolioCursor
}

/** Reads one page of a portfolio: three queries, and a fourth only where names or steps are searched. */
export async function readPortfolio(
  services: { readonly database: Database },
  viewer: PortfolioViewer,
  question: PortfolioQuestion,
): Promise<Portfolio> {
  const { organizationId } = viewer
  return services.database.within({ kind: 'programme', organizationId }, async (transaction) => {
    const counts = await readPortfolioCounts(transaction, viewer, question)
    const { rows, more } = await readPortfolioRows(transaction, viewer, question, pageSize)
    if (question.search === undefined && question.step === undefined) {
      return { counts, rows, total: counts.matching, ...placeOf(question, rows, more, counts.matching) }
    }
    const [counted] = await transaction
      .select({ total: sql<number>`count(*)::int` })
      .from(summary)
      .where(matching(question, viewer))
    const total = counted?.total ?? rows.length
    return { counts, rows, total, ...placeOf(question, rows, more, total) }
  })
}

/** Where the page lies in the whole list, and the cursors to its neighbours. */
function placeOf(
  { cursor }: PortfolioQuestion,
  rows: readonly PortfolioRow[],
  more: boolean,
  total: number,
): Pick<Portfolio, 'from' | 'previous' | 'next'> {
  const first = rows[0]
  const last = rows.at(-1)
  if (first === undefined || last === undefined) return { from: 0 }
  const backwards = cursor?.direction === 'before'
  const start = Math.min(
    backwards ? Math.max(0, more ? cursor.offset - rows.length : 0) : (cursor?.offset ?? 0),
    Math.max(0, total - rows.length),
  )
  const hasPrevious = backwards ? more : cursor !== undefined
  const hasNext = backwards || more
  return {
    from: start + 1,
    ...(hasPrevious && { previous: { direction: 'before' as const, keys: first.keys, offset: start } }),
    ...(hasNext && { next: { direction: 'after' as const, keys: last.keys, offset: start + rows.length } }),
  }
}
