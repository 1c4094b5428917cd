import { cellCodes, type HealthLevel } from '@sevenstep/onboarding'
import { and, inArray, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { portfolioCounts, productSummaries as summary } from '../../db/schema/index.ts'
import { healthLevels, nobodysOwner, type PortfolioQuestion, type PortfolioView } from './portfolio-question.ts'

/** Who asks: a manager is needed for their own ISVs and for those nobody looks after, others for whatever waits on us. */
export interface PortfolioViewer {
  readonly organizationId: string
  readonly userId: string
  readonly manages: boolean
}

/** The same in a query: who it is may stand in it as a placeholder. */
export interface ViewerInQuery {
  readonly organizationId: string | Placeholder
  readonly userId: string | Placeholder
  readonly manages: boolean
}

/** The columns a view looks at; the summaries have them, and so have the counts. */
type Columns = Pick<typeof summary, 'ball' | 'health' | 'ownerId' | 'isvState'>

/** What is archived is in no view. */
export function isPresent(of: 'summaries' | 'counts'): SQL {
  return sql`${columnsOf(of).isvState} <> 'archived'`
}

/** The rows of a view, of those that are present; undefined for all of them. */
export function inView(view: PortfolioView, viewer: ViewerInQuery, of: 'summaries' | 'counts'): SQL | undefined {
  const { ball, health, ownerId } = columnsOf(of)
  switch (view) {
    case 'needs-me':
      return viewer.manages
        ? sql`(${ball} = 'us' or ${health} in ('stuck', 'overdue')) and (${ownerId} is null or ${ownerId} in ('', ${viewer.userId}))`
        : sql`${ball} = 'us'`
    case 'stuck-or-overdue':
      return atHealth(['stuck', 'overdue'], of)
    case 'microsoft':
      return sql`${ball} = 'microsoft'`
    case 'ready':
      return atHealth(['ready'], of)
    case 'all':
      return undefined
  }
}

function columnsOf(of: 'summaries' | 'counts'): Columns {
  // Both tables name these columns alike, and the counts have an empty owner where the summaries have none.
  return of === 'summaries' ? summary : (portfolioCounts as unknown as Columns)
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
  const columns = columnsOf(of)
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
