import { eq, sql } from 'drizzle-orm'
import { isvCounts, portfolioCounts, users } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { countedFilters, inView, type PortfolioViewer } from './portfolio-filters.ts'
import type { PortfolioQuestion, PortfolioView, portfolioViews } from './portfolio-question.ts'

/** One step over all products: of how many it is proved, of those it applies to. */
export interface StepStanding {
  readonly proved: number
  readonly applies: number
}

/** Somebody who looks after ISVs. */
export interface PortfolioOwner {
  readonly id: string
  readonly name: string
}

/** The figures around a portfolio; read from maintained sums, so their cost does not grow with the portfolio. */
export interface PortfolioCounts {
  readonly isvs: number
  readonly views: Readonly<Record<PortfolioView, number>>
  /** Products that the view and those filters let through which the sums know. */
  readonly matching: number
  /** The seven steps in order. */
  readonly steps: readonly StepStanding[]
  readonly owners: readonly PortfolioOwner[]
}

/** Reads the figures in one query: a row for each owner, and the number of ISVs beside it. */
export async function readPortfolioCounts(
  transaction: Transaction,
  viewer: PortfolioViewer,
  question: PortfolioQuestion,
): Promise<PortfolioCounts> {
  const { organizationId } = viewer
  const filters = countedFilters(question, 'counts')
  const within = inView(question.view, viewer, 'counts')
  const present = inView('all', viewer, 'counts')
  const productsWhere = (condition: typeof within) =>
    sql<number>`coalesce(sum(${portfolioCounts.products}) filter (where ${condition}), 0)::int`
  const perStep = (column: typeof portfolioCounts.applies | typeof portfolioCounts.proved) =>
    sql<number[]>`array[${sql.join(
      [1, 2, 3, 4, 5, 6, 7].map(
        (step) => sql`coalesce(sum((${column})[${sql.raw(String(step))}]) filter (where ${present}), 0)::int`,
      ),
      sql`, `,
    )}]`
  const rows = await transaction
    .select({
      ownerId: portfolioCounts.ownerId,
      ownerName: users.name,
      needsMe: productsWhere(inView('needs-me', viewer, 'counts')),
      stuckOrOverdue: productsWhere(inView('stuck-or-overdue', viewer, 'counts')),
      microsoft: productsWhere(inView('microsoft', viewer, 'counts')),
      ready: productsWhere(inView('ready', viewer, 'counts')),
      all: productsWhere(present),
      matching: productsWhere(filters === undefined ? within : sql`${within} and ${filters}`),
      applies: perStep(portfolioCounts.applies),
      proved: perStep(portfolioCounts.proved),
    })
    .from(portfolioCounts)
    .leftJoin(users, eq(users.id, portfolioCounts.ownerId))
    .where(eq(portfolioCounts.organizationId, organizationId))
    .groupBy(portfolioCounts.ownerId, users.name)
    .orderBy(users.name)
  const [counted] = await transaction
    .select({ isvs: sql<number>`coalesce(sum(${isvCounts.isvs}), 0)::int` })
    .from(isvCounts)
    .where(sql`${isvCounts.organizationId} = ${organizationId} and ${isvCounts.state} <> 'archived'`)
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + pick(row), 0)
  return {
    isvs: counted?.isvs ?? 0,
    views: {
      'needs-me': sum((row) => row.needsMe),
      'stuck-or-overdue': sum((row) => row.stuckOrOverdue),
      microsoft: sum((row) => row.microsoft),
      ready: sum((row) => row.ready),
      all: sum((row) => row.all),
    } satisfies Record<(typeof portfolioViews)[number], number>,
    matching: sum((row) => row.matching),
    steps: [0, 1, 2, 3, 4, 5, 6].map((step) => ({
      proved: sum((row) => row.proved[step] ?? 0),
      applies: sum((row) => row.applies[step] ?? 0),
    })),
    owners: rows.flatMap(({ ownerId, ownerName, all }) =>
      ownerName === null || all === 0 ? [] : [{ id: ownerId, name: ownerName }],
    ),
  }
}
