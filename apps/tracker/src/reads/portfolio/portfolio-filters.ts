import { cellCodes, type HealthLevel } from '@sevenstep/onboarding'
import { and, inArray, type SQL, sql } from 'drizzle-orm'
import { portfolioCounts, productSummaries as summary } from '../../db/schema/index.ts'
import { healthLevels, nobodysOwner, type PortfolioQuestion, type PortfolioView } from './portfolio-question.ts'

/** Who asks: a manager is needed for their own ISVs and for those nobody looks after, others for whatever waits on us. */
export interface PortfolioViewer {
  readonly organizationId: string
  readonly userId: string
  readonly manages: boolean
}

/** The columns a view looks at; the summaries have them, and so have the counts. */
type Columns = Pick<typeof summary, 'ball' | 'health' | 'ownerId' | 'isvState'>

/** The rows of a view. What is archived is in none of them. */
export function inView(view: PortfolioView, viewer: PortfolioViewer, of: 'summaries' | 'counts'): SQL {
  // Both tables name these columns alike, and the counts have an empty owner where the summaries have none.
  const columns = of === 'summaries' ? summary : (portfolioCounts as unknown as Columns)
  const present = sql`${columns.isvState} <> 'archived'`
  switch (view) {
    case 'needs-me':
      return viewer.manages
        ? sql`${present} and (${columns.ball} = 'us' or ${columns.health} in ('stuck', 'overdue')) and (${columns.ownerId} is null or ${columns.ownerId} in ('', ${viewer.userId}))`
        : sql`${present} and ${columns.ball} = 'us'`
    case 'stuck-or-overdue':
      return sql`${present} and ${atHealth(['stuck', 'overdue'], of)}`
    case 'microsoft':
      return sql`${present} and ${columns.ball} = 'microsoft'`
    case 'ready':
      return sql`${present} and ${atHealth(['ready'], of)}`
    case 'all':
      return present
  }
}

/** By rank where there is one: the index that sorts rows by health then begins where those rows are. */
function atHealth(levels: readonly HealthLevel[], of: 'summaries' | 'counts'): SQL {
  return of === 'summaries'
    ? inArray(
        summary.healthRank,
        levels.map((level) => healthLevels.indexOf(level)),
      )
    : inArray(portfolioCounts.health, [...levels])
}

/** The filters that the counts know as well as the rows. */
export function countedFilters(question: PortfolioQuestion, of: 'summaries' | 'counts'): SQL | undefined {
  const columns = of === 'summaries' ? summary : (portfolioCounts as unknown as Columns)
  const { health, ball, owner } = question
  return and(
    health === undefined ? undefined : atHealth([health], of),
    ball === undefined ? undefined : sql`${columns.ball} = ${ball}`,
    owner === undefined
      ? undefined
      : owner === nobodysOwner
        ? sql`coalesce(${columns.ownerId}, '') = ''`
        : sql`${columns.ownerId} = ${owner}`,
  )
}

/** The filters for which rows have to be looked at one by one. */
export function rowFilters({ search, step }: PortfolioQuestion): SQL | undefined {
  const pattern = search === undefined ? undefined : `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`
  return and(
    pattern === undefined
      ? undefined
      : sql`(${summary.isvName} ilike ${pattern} or ${summary.productName} ilike ${pattern})`,
    step === undefined ? undefined : sql`substr(${summary.cells}, ${step.step}, 1) = ${cellCodes[step.cell]}`,
  )
}
