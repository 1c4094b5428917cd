import { sql } from 'drizzle-orm'
import { productSummaries as summary } from '../../db/schema/index.ts'
import type { Database, Transaction } from '../../db/scope.ts'
import { prepared } from '../../db/transaction.ts'
import type { PortfolioViewer, ViewerInQuery } from './portfolio-filters.ts'
import {
  isFiltered,
  type PortfolioCursor,
  type PortfolioQuestion,
  type PortfolioView,
  plainQuestion,
  portfolioViews,
} from './portfolio-question.ts'
import { countsInQuery, countsOf, type PortfolioCounts } from './read-portfolio-counts.ts'
import { matching, type PortfolioRow, pageOf, rowsInQuery } from './read-portfolio-rows.ts'

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

/** Reads one page of a portfolio: one query, and a second only where names or steps are searched. */
export async function readPortfolio(
  services: { readonly database: Database },
  viewer: PortfolioViewer,
  question: PortfolioQuestion,
): Promise<Portfolio> {
  const { organizationId } = viewer
  return services.database.within({ kind: 'programme', organizationId }, async (transaction) => {
    const [read] = await readPage(transaction, viewer, question)
    const counts = countsOf(read?.owners ?? [], read?.isvs ?? 0)
    const { rows, more } = pageOf(question, read?.rows ?? [], pageSize)
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

/** The query of a page: its rows, and the sums around them. */
function pageQuery(transaction: Transaction, viewer: ViewerInQuery, question: PortfolioQuestion) {
  return transaction
    .select({
      rows: rowsInQuery(transaction, viewer, question, pageSize),
      ...countsInQuery(transaction, viewer, question),
    })
    .from(sql`(select) as once`)
}

/** The first page of each view, which is what people open: its query is built once, for those who manage and for others. */
const firstPages = new Map(
  portfolioViews.flatMap((view) =>
    [true, false].map((manages) => {
      const name = firstPageName(view, manages)
      const viewer = { organizationId: sql.placeholder('organizationId'), userId: sql.placeholder('userId'), manages }
      const read = prepared<{ organizationId: string; userId: string }, PageRow[]>(name, (transaction) =>
        pageQuery(transaction, viewer, { ...plainQuestion, view }),
      )
      return [name, read] as const
    }),
  ),
)

type PageRow = Awaited<ReturnType<typeof pageQuery>>[number]

function firstPageName(view: PortfolioView, manages: boolean): string {
  return `portfolio-${view}${manages ? '-managed' : ''}`
}

function readPage(
  transaction: Transaction,
  viewer: PortfolioViewer,
  question: PortfolioQuestion,
): PromiseLike<PageRow[]> {
  const { organizationId, userId, manages } = viewer
  const isFirst = question.cursor === undefined && !isFiltered(question)
  const isPlain = question.sort === plainQuestion.sort && question.descending === plainQuestion.descending
  const first = isFirst && isPlain ? firstPages.get(firstPageName(question.view, manages)) : undefined
  return first?.(transaction, { organizationId, userId }) ?? pageQuery(transaction, viewer, question)
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
