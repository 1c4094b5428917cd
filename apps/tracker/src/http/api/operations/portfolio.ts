import { z } from 'zod'
import { may } from '../../../domain/principal.ts'
import { readPortfolioPage } from '../../../reads/api/read-portfolio-page.ts'
import {
  balls,
  healthLevels,
  portfolioSorts,
  portfolioViews,
  stripCells,
} from '../../../reads/portfolio/portfolio-question.ts'
import { notOurs } from '../cursor.ts'
import type { Operation } from '../operation.ts'
import { apiList } from '../read.ts'
import { day, moment, named, text } from '../schemas.ts'

const entry = named(
  'PortfolioEntry',
  z.object({
    productId: z.string(),
    isvId: z.string(),
    isvName: z.string(),
    isvState: z.string(),
    productName: z.string(),
    ownerId: z.string().nullable(),
    ownerName: z.string().nullable(),
    status: z.string(),
    cells: z.string().meta({ description: 'Seven letters, one for the state of each step.' }),
    strengths: z.string().meta({ description: 'Seven letters, one for the strength of each step.' }),
    proved: z.int(),
    total: z.int(),
    failing: z.int(),
    regressed: z.int(),
    health: z.enum(healthLevels),
    because: text,
    nextAction: text.nullable(),
    ball: z.enum(balls),
    stage: z.string(),
    stageSince: moment,
    nextDue: day.nullable(),
  }),
)

const query = z.strictObject({
  view: z.enum(portfolioViews).default('all'),
  search: z.string().trim().max(100).optional(),
  health: z.enum(healthLevels).optional(),
  ball: z.enum(balls).optional(),
  owner: z.string().max(80).optional().meta({ description: 'Id of a person, or `none`.' }),
  step: z.coerce.number().int().min(1).max(7).optional().meta({ description: 'Together with `state`.' }),
  state: z.enum(stripCells).optional().meta({ description: 'Products of which `step` is in this state.' }),
  sort: z.enum(portfolioSorts).default('health'),
  order: z.enum(['ascending', 'descending']).default('ascending'),
})

/** What a partner manager sees of all products. */
export const portfolioOperations: readonly Operation[] = [
  apiList({
    id: 'listPortfolio',
    path: '/portfolio',
    tag: 'Portfolio',
    summary: 'The products of the programme with their derived state',
    place: 'programme',
    allowed: ['portfolio.read'],
    query,
    page: 'PortfolioPage',
    row: entry,
    read: async ({ services, principal, place, query: asked, after, limit }) => {
      if (principal.kind === 'tracker') return { rows: [], keysOf: () => [] }
      const { organizationId } = place
      const { view, search, health, ball, owner, step, state, sort, order } = asked
      const sorting = `${sort} ${order}`
      // A cursor of another sort would begin somewhere else.
      if (after !== undefined && after[0] !== sorting) throw notOurs()
      const rows = await readPortfolioPage(
        services,
        { organizationId, userId: principal.userId, manages: may(principal, 'isv.manage', place) },
        {
          view,
          sort,
          descending: order === 'descending',
          ...(search !== undefined && search !== '' && { search }),
          ...(health !== undefined && { health }),
          ...(ball !== undefined && { ball }),
          ...(owner !== undefined && { owner }),
          // Judged by the query's schema to be one of the seven.
          ...(step !== undefined && state !== undefined && { step: { step: step as 1, cell: state } }),
          ...(after !== undefined && { cursor: { direction: 'after', keys: after.slice(1), offset: 0 } }),
        },
        limit,
      )
      return { rows, keysOf: (index) => [sorting, ...(rows[index]?.keys ?? [])] }
    },
  }),
]
