import type { Ball, HealthLevel } from '@sevenstep/onboarding'
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { isvs } from './people.ts'

/** What an ISV's state is, as stored. */
type IsvState = typeof isvs.$inferSelect.state

/**
 * How many products of a programme there are of each sort, kept by triggers on `product_summaries`, so that the counts
 * above a portfolio cost the same for 200 ISVs as for 20,000. Nobody writes to it but the triggers.
 */
export const portfolioCounts = pgTable(
  'portfolio_counts',
  {
    organizationId: text('organization_id').notNull(),
    /** Empty where nobody looks after the ISV. */
    ownerId: text('owner_id').notNull(),
    isvState: text('isv_state').$type<IsvState>().notNull(),
    health: text('health').$type<HealthLevel>().notNull(),
    ball: text('ball').$type<Ball>().notNull(),
    products: integer('products').notNull(),
    /** For each step, to how many products it applies. */
    applies: integer('applies').array().notNull(),
    /** For each step, of how many it is proved. */
    proved: integer('proved').array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.ownerId, table.isvState, table.health, table.ball] })],
)

/** How many ISVs of a programme there are in each state; kept by triggers on `isvs`. */
export const isvCounts = pgTable(
  'isv_counts',
  {
    organizationId: text('organization_id').notNull(),
    state: text('state').$type<IsvState>().notNull(),
    isvs: integer('isvs').notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.state] })],
)
