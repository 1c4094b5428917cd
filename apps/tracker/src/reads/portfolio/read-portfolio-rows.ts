import { and, eq, type SQL, sql } from 'drizzle-orm'
import { queryAsOne } from '../../db/json-rows.ts'
import { productSummaries as summary, users } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'
import {
  countedFilters,
  inView,
  isPresent,
  type PortfolioViewer,
  rowFilters,
  type ViewerInQuery,
} from './portfolio-filters.ts'
import type { PortfolioCursor, PortfolioQuestion } from './portfolio-question.ts'
import { lastKey, sortKeys } from './portfolio-sorts.ts'

/** The columns of one product; its owner's name and what it was sorted by are told beside them. */
const fields = {
  productId: summary.productId,
  isvId: summary.isvId,
  organizationId: summary.organizationId,
  isvName: summary.isvName,
  productName: summary.productName,
  ownerId: summary.ownerId,
  isvState: summary.isvState,
  status: summary.status,
  cells: summary.cells,
  strengths: summary.strengths,
  proved: summary.proved,
  total: summary.total,
  failing: summary.failing,
  regressed: summary.regressed,
  health: summary.health,
  healthRank: summary.healthRank,
  because: summary.because,
  nextAction: summary.nextAction,
  ball: summary.ball,
  stage: summary.stage,
  stageSince: summary.stageSince,
  nextDue: summary.nextDue,
  ownerName: sql<string | null>`${users.name}`,
}

/** One product of a portfolio. */
export type PortfolioRow = Omit<typeof summary.$inferSelect, 'inputHash' | 'changesAt' | 'updatedAt'> & {
  readonly ownerName: string | null
  /** What this row was sorted by, for the cursor of the next page. */
  readonly keys: readonly (string | number)[]
}

/** Rows of a portfolio in order, and whether there are more on the far side. */
export interface PortfolioRows {
  readonly rows: readonly PortfolioRow[]
  readonly more: boolean
}

/** The condition for every filter of a question. */
export function matching(question: PortfolioQuestion, viewer: ViewerInQuery): SQL | undefined {
  return and(
    eq(summary.organizationId, viewer.organizationId),
    isPresent('summaries'),
    inView(question.view, viewer, 'summaries'),
    countedFilters(question, 'summaries'),
    rowFilters(question),
  )
}

/**
 * One page by its keys as a value of a query, so that the thousandth page costs what the first one does. One row more than
 * asked for tells whether there are others; {@link pageOf} takes it off.
 *
 * @param size rows at most
 */
export function rowsInQuery(
  transaction: Transaction,
  viewer: ViewerInQuery,
  question: PortfolioQuestion,
  size: number,
): SQL<PortfolioRow[]> {
  const { keys, cursor, backwards } = placeIn(question)
  const falls = question.descending !== backwards
  const order = keys.map(({ value }) => (falls ? sql`${value} desc` : sql`${value} asc`))
  const sortedBy = sql<(string | number)[]>`json_build_array(${valuesOf(keys)})`
  return queryAsOne({ ...fields, keys: sortedBy }, (columns) => {
    const rows = transaction
      .select(columns)
      .from(summary)
      .leftJoin(users, eq(users.id, summary.ownerId))
      .where(and(matching(question, viewer), cursor === undefined ? undefined : beyond(keys, cursor, falls)))
      .orderBy(...order)
    // Not as a parameter: a plan that is kept would be made for a tenth of all rows.
    return sql`(${rows} limit ${sql.raw(String(size + 1))})`
  })
}

/** Puts what {@link rowsInQuery} read the right way round. */
export function pageOf(question: PortfolioQuestion, read: readonly PortfolioRow[], size: number): PortfolioRows {
  const more = read.length > size
  const rows = more ? read.slice(0, size) : read
  return { rows: placeIn(question).backwards ? rows.toReversed() : rows, more }
}

/**
 * Reads one page by its keys, in one query.
 *
 * @param size rows at most
 */
export async function readPortfolioRows(
  transaction: Transaction,
  viewer: PortfolioViewer,
  question: PortfolioQuestion,
  size: number,
): Promise<PortfolioRows> {
  const [read] = await transaction
    .select({ rows: rowsInQuery(transaction, viewer, question, size) })
    .from(sql`(select) as once`)
  return pageOf(question, read?.rows ?? [], size)
}

/** Where a question's page begins, by which keys and in which direction. */
function placeIn(question: PortfolioQuestion) {
  const keys = [...sortKeys[question.sort], lastKey]
  const cursor = question.cursor !== undefined && fits(question.cursor, keys) ? question.cursor : undefined
  return { keys, cursor, backwards: cursor?.direction === 'before' }
}

function valuesOf(keys: readonly (typeof lastKey)[]): SQL {
  return sql.join(
    keys.map(({ value }) => value),
    sql`, `,
  )
}

/** A cursor of another sort, or one that somebody made up, is no cursor. */
function fits(cursor: PortfolioCursor, keys: readonly (typeof lastKey)[]): boolean {
  return cursor.keys.length === keys.length && keys.every(({ type }, index) => isOf(type, cursor.keys[index]))
}

function isOf(type: (typeof lastKey)['type'], key: string | number | undefined): boolean {
  if (type === 'integer') return typeof key === 'number' && Math.abs(key) < 2 ** 31 && Number.isInteger(key)
  if (typeof key !== 'string') return false
  if (type === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(key) && !Number.isNaN(Date.parse(key))
  return type === 'text' || (/^\d{4}-\d{2}-\d{2}T[\d:.+Z-]{8,20}$/.test(key) && !Number.isNaN(Date.parse(key)))
}

/** Compares the whole key at once, which an index over it can answer. */
function beyond(keys: readonly (typeof lastKey)[], cursor: PortfolioCursor, falls: boolean): SQL {
  const here = valuesOf(keys)
  // By text on the way, so that the driver need not guess what a bare value is.
  const there = sql.join(
    keys.map(({ type }, index) => sql`${String(cursor.keys[index])}::text::${sql.raw(type)}`),
    sql`, `,
  )
  return falls ? sql`(${here}) < (${there})` : sql`(${here}) > (${there})`
}
