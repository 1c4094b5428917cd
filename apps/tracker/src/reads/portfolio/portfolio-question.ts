import { type Ball, type HealthLevel, type StepId, type StripCell, stepIds } from '@sevenstep/onboarding'

/** The ready-made views of a portfolio, in the order of their chips. */
export const portfolioViews = ['needs-me', 'stuck-or-overdue', 'microsoft', 'ready', 'all'] as const
/** One of {@link portfolioViews}. */
export type PortfolioView = (typeof portfolioViews)[number]

/** What a portfolio can be sorted by, one for each column. */
export const portfolioSorts = ['name', 'steps', 'health', 'because', 'ball', 'days', 'due', 'owner'] as const
/** One of {@link portfolioSorts}. */
export type PortfolioSort = (typeof portfolioSorts)[number]

/** Every level of health, worst first. */
export const healthLevels = [
  'stuck',
  'overdue',
  'at-risk',
  'on-track',
  'new',
  'paused',
  'ready',
] as const satisfies HealthLevel[]
/** Every party that can have the ball. */
export const balls = ['isv', 'us', 'microsoft', 'nobody'] as const satisfies Ball[]
/** Every state a cell of the strip can have. */
export const stripCells = [
  'proved',
  'failing',
  'waiting',
  'in-review',
  'not-started',
  'needs-answer',
  'not-needed',
] as const satisfies StripCell[]

/** In place of an owner's id: ISVs that nobody looks after. */
export const nobodysOwner = 'none'

/** Where a page of a sorted list begins: past the row with these keys. */
export interface PortfolioCursor {
  readonly direction: 'after' | 'before'
  /** The sort's own keys of that row, and its product's id last. */
  readonly keys: readonly (string | number)[]
  /** How many rows lie before the page; told beside the pager, never relied upon. */
  readonly offset: number
}

/** What somebody wants to see of a portfolio; all of it stands in the page's address. */
export interface PortfolioQuestion {
  readonly view: PortfolioView
  /** Part of an ISV's or a product's name. */
  readonly search?: string
  readonly health?: HealthLevel
  readonly ball?: Ball
  /** A person's id, or {@link nobodysOwner}. */
  readonly owner?: string
  /** Products of which this step is in this state. */
  readonly step?: { readonly step: StepId; readonly cell: StripCell }
  readonly sort: PortfolioSort
  readonly descending: boolean
  readonly cursor?: PortfolioCursor
}

/** Worst first, then longest in stage; without a filter. */
export const plainQuestion = { view: 'all', sort: 'health', descending: false } as const satisfies PortfolioQuestion

const longestSearch = 100
const longestCursor = 2_000

/**
 * Reads a question from a page's query. What is not understood counts as not asked, so that an old bookmark still opens.
 *
 * @param usual the view of somebody who asked for none
 */
export function questionFrom(query: Readonly<Record<string, string>>, usual: PortfolioView): PortfolioQuestion {
  const search = query.q?.trim().slice(0, longestSearch)
  const health = oneOf(healthLevels, query.health)
  const ball = oneOf(balls, query.ball)
  const owner = query.owner?.slice(0, longestSearch)
  const step = stepIds.find((id) => String(id) === query.step)
  const cell = oneOf(stripCells, query.state)
  const cursor = cursorFrom(query)
  return {
    view: oneOf(portfolioViews, query.view) ?? usual,
    ...(search !== undefined && search !== '' && { search }),
    ...(health !== undefined && { health }),
    ...(ball !== undefined && { ball }),
    ...(owner !== undefined && owner !== '' && { owner }),
    ...(step !== undefined && cell !== undefined && { step: { step, cell } }),
    sort: oneOf(portfolioSorts, query.sort) ?? plainQuestion.sort,
    descending: query.order === 'descending',
    ...(cursor !== undefined && { cursor }),
  }
}

/** Writes a question as the query of an address, in a fixed order; the inverse of {@link questionFrom}. */
export function queryOf(question: PortfolioQuestion): string {
  const { view, search, health, ball, owner, step, sort, descending, cursor } = question
  const query = new URLSearchParams({ view })
  if (search !== undefined) query.set('q', search)
  if (health !== undefined) query.set('health', health)
  if (ball !== undefined) query.set('ball', ball)
  if (owner !== undefined) query.set('owner', owner)
  if (step !== undefined) {
    query.set('step', String(step.step))
    query.set('state', step.cell)
  }
  if (sort !== plainQuestion.sort) query.set('sort', sort)
  if (descending) query.set('order', 'descending')
  if (cursor !== undefined) {
    const text = JSON.stringify([cursor.offset, ...cursor.keys])
    query.set(cursor.direction, Buffer.from(text).toString('base64url'))
  }
  return query.toString()
}

/** True where something beside the view narrows the list. */
export function isFiltered({ search, health, ball, owner, step }: PortfolioQuestion): boolean {
  return [search, health, ball, owner, step].some((filter) => filter !== undefined)
}

function oneOf<Value extends string>(values: readonly Value[], given: string | undefined): Value | undefined {
  return values.find((value) => value === given)
}

function cursorFrom({ after, before }: Readonly<Record<string, string>>): PortfolioCursor | undefined {
  const text = after ?? before
  if (text === undefined || text.length > longestCursor) return undefined
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (!Array.isArray(read)) return undefined
    const [offset, ...keys]: unknown[] = read
    if (typeof offset !== 'number' || !Number.isSafeInteger(offset) || offset < 0) return undefined
    const known = keys.filter((key) => typeof key === 'string' || typeof key === 'number')
    if (known.length !== keys.length || known.some((key) => typeof key === 'string' && key.includes('\0'))) {
      return undefined
    }
    return { direction: after === undefined ? 'before' : 'after', keys: known, offset }
  } catch {
    // An address that somebody shortened begins at the beginning.
    return undefined
  }
}
