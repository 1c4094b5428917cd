import { type SQL, sql } from 'drizzle-orm'
import { productSummaries as summary, users } from '../../db/schema/index.ts'
import type { PortfolioSort } from './portfolio-question.ts'

/** One value that rows are sorted by, and how a cursor brings it back. */
interface SortKey {
  readonly value: SQL
  readonly type: 'text' | 'integer' | 'date' | 'timestamptz'
}

const text = (value: SQL): SortKey => ({ value, type: 'text' })
const integer = (value: SQL): SortKey => ({ value, type: 'integer' })
const stageSince: SortKey = { value: sql`${summary.stageSince}`, type: 'timestamptz' }
const name: readonly SortKey[] = [text(sql`${summary.isvName}`), text(sql`${summary.productName}`)]

/**
 * What each sort goes by. The product's id follows in every one of them, so that no two rows are equal and a page never
 * shows a row twice or leaves one out.
 */
export const sortKeys: Readonly<Record<PortfolioSort, readonly SortKey[]>> = {
  name,
  // Least proved first, by the share of required items in thousandths.
  steps: [integer(sql`(${summary.proved} * 1000 / greatest(${summary.total}, 1))`), stageSince],
  health: [integer(sql`${summary.healthRank}`), stageSince],
  because: [text(sql`(${summary.because} ->> 'en')`)],
  ball: [text(sql`${summary.ball}`), integer(sql`${summary.healthRank}`), stageSince],
  days: [stageSince],
  // Written as the index has it.
  due: [{ value: sql`coalesce(${summary.nextDue}, '9999-12-31')`, type: 'date' }],
  owner: [text(sql`coalesce(${users.name}, '')`), ...name],
}

/** The key that tells rows apart which are otherwise equal. */
export const lastKey: SortKey = text(sql`${summary.productId}`)
