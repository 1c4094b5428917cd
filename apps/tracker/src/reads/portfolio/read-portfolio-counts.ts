import { and, eq, type SQL, sql } from 'drizzle-orm'
import { queryAsOne } from '../../db/json-rows.ts'
import { isvCounts, portfolioCounts, users } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import { countedFilters, inView, isPresent, type ViewerInQuery } from './portfolio-filters.ts'
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

/**
 * The sums as values of a query: a row for each owner, and the number of ISVs beside them; {@link countsOf} puts the
 * figures together.
 */
export function countsInQuery(transaction: Transaction, viewer: ViewerInQuery, question: PortfolioQuestion) {
  const { organizationId } = viewer
  return {
    owners: queryAsOne(sumsFor(viewer, question), (columns) =>
      transaction
        .select(columns)
        .from(portfolioCounts)
        .leftJoin(users, eq(users.id, portfolioCounts.ownerId))
        .where(and(eq(portfolioCounts.organizationId, organizationId), isPresent('counts')))
        .groupBy(portfolioCounts.ownerId, users.name)
        .orderBy(users.name),
    ),
    isvs: sql<number>`(select coalesce(sum(${isvCounts.isvs}), 0)::int from ${isvCounts}
      where ${isvCounts.organizationId} = ${organizationId} and ${isvCounts.state} <> 'archived')`,
  }
}

/** What is summed up for each owner. */
function sumsFor(viewer: ViewerInQuery, question: PortfolioQuestion) {
  const productsWhere = (condition: SQL | undefined) =>
    condition === undefined
      ? sql<number>`sum(${portfolioCounts.products})::int`
      : sql<number>`coalesce(sum(${portfolioCounts.products}) filter (where ${condition}), 0)::int`
  const perStep = (column: typeof portfolioCounts.applies | typeof portfolioCounts.proved) =>
    sql<number[]>`array[${sql.join(
      [1, 2, 3, 4, 5, 6, 7].map((step) => sql`sum((${column})[${sql.raw(String(step))}])::int`),
      sql`, `,
    )}]`
  return {
    ownerId: portfolioCounts.ownerId,
    ownerName: sql<string | null>`${users.name}`,
    needsMe: productsWhere(inView('needs-me', viewer, 'counts')),
    stuckOrOverdue: productsWhere(inView('stuck-or-overdue', viewer, 'counts')),
    microsoft: productsWhere(inView('microsoft', viewer, 'counts')),
    ready: productsWhere(inView('ready', viewer, 'counts')),
    all: productsWhere(undefined),
    matching: productsWhere(and(inView(question.view, viewer, 'counts'), countedFilters(question, 'counts'))),
    applies: perStep(portfolioCounts.applies),
    proved: perStep(portfolioCounts.proved),
  }
}

/** What the database says of one owner's ISVs. */
interface OwnerSums {
  readonly ownerId: string
  readonly ownerName: string | null
  readonly needsMe: number
  readonly stuckOrOverdue: number
  readonly microsoft: number
  readonly ready: number
  readonly all: number
  readonly matching: number
  readonly applies: readonly number[]
  readonly proved: readonly number[]
}

/** Puts the figures together from what {@link countsInQuery} read. */
export function countsOf(rows: readonly OwnerSums[], isvs: number): PortfolioCounts {
  const sum = (pick: (row: OwnerSums) => number) => rows.reduce((total, row) => total + pick(row), 0)
  return {
    isvs,
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
