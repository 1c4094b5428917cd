import type {
  Ball,
  Edition,
  Goals,
  HealthLevel,
  ItemId,
  ItemRecord,
  ItemVerdict,
  ProductKind,
  ProductStatus,
  PublisherType,
  StepId,
  Targets,
  Text,
  WaitKind,
} from '@sevenstep/onboarding'
import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { moment, tenantColumns, timeColumns, versionColumn } from './columns.ts'
import { isvs } from './people.ts'

/** A product of an ISV on its way through the seven steps. */
export const products = pgTable(
  'products',
  {
    id: text('id').primaryKey(),
    ...tenantColumns,
    name: text('name').notNull(),
    externalId: text('external_id'),
    kind: text('kind').$type<ProductKind>().notNull(),
    edition: text('edition').$type<Edition>().notNull(),
    publisher: text('publisher').$type<PublisherType>().notNull(),
    goals: jsonb('goals').$type<Goals>(),
    targets: jsonb('targets').$type<Targets>().notNull(),
    /** Said by people: live needs evidence of listing or deployment, withdrawn a reason. */
    declared: text('declared').$type<'live' | 'withdrawn'>(),
    stuck: jsonb('stuck').$type<{ since: string; reason: string }>(),
    ...timeColumns,
    ...versionColumn,
  },
  (table) => [
    unique('products_tenant').on(table.id, table.isvId),
    uniqueIndex('products_external').on(table.isvId, table.externalId),
    index('products_isv').on(table.isvId),
    foreignKey({ columns: [table.isvId], foreignColumns: [isvs.id] }),
  ],
)

/** Every set of answers ever given, or proposed and not yet taken over. */
export const goalSets = pgTable(
  'goal_sets',
  {
    id: text('id').primaryKey(),
    ...tenantColumns,
    productId: text('product_id').notNull(),
    number: integer('number').notNull(),
    state: text('state').$type<'set' | 'proposed' | 'declined'>().notNull(),
    goals: jsonb('goals').$type<Goals>().notNull(),
    edition: text('edition').$type<Edition>().notNull(),
    kind: text('kind').$type<ProductKind>().notNull(),
    publisher: text('publisher').$type<PublisherType>().notNull(),
    setBy: text('set_by').notNull(),
    setAt: moment('set_at').notNull(),
    ...versionColumn,
  },
  (table) => [
    uniqueIndex('goal_sets_number').on(table.productId, table.number),
    foreignKey({ columns: [table.productId, table.isvId], foreignColumns: [products.id, products.isvId] }),
  ],
)

/** One item of one product: what is recorded of it, and the verdict that follows (a cache, see `product_summaries`). */
export const itemStates = pgTable(
  'item_states',
  {
    productId: text('product_id').notNull(),
    itemId: text('item_id').$type<ItemId>().notNull(),
    ...tenantColumns,
    record: jsonb('record').$type<ItemRecord>().notNull(),
    verdict: text('verdict').$type<ItemVerdict>().notNull(),
    ball: text('ball').$type<Ball>().notNull(),
    regressed: boolean('regressed').notNull(),
    updatedAt: moment('updated_at').notNull(),
    ...versionColumn,
  },
  (table) => [
    primaryKey({ columns: [table.productId, table.itemId] }),
    foreignKey({ columns: [table.productId, table.isvId], foreignColumns: [products.id, products.isvId] }),
  ],
)

/** One row for each product with all that a portfolio shows; derived, and rebuilt by `rebuild` to prove it equal. */
export const productSummaries = pgTable(
  'product_summaries',
  {
    productId: text('product_id').primaryKey(),
    ...tenantColumns,
    isvName: text('isv_name').notNull(),
    productName: text('product_name').notNull(),
    ownerId: text('owner_id'),
    /** The state of its ISV: an archived one leaves the portfolio. */
    isvState: text('isv_state').$type<typeof isvs.$inferSelect.state>().notNull(),
    status: text('status').$type<ProductStatus>().notNull(),
    /** Seven letters, one for each cell of the strip. */
    cells: text('cells').notNull(),
    /** Seven letters, one for the strength of each step. */
    strengths: text('strengths').notNull(),
    proved: integer('proved').notNull(),
    total: integer('total').notNull(),
    failing: integer('failing').notNull(),
    regressed: integer('regressed').notNull(),
    health: text('health').$type<HealthLevel>().notNull(),
    /** Worst first, for sorting. */
    healthRank: integer('health_rank').notNull(),
    because: jsonb('because').$type<Text>().notNull(),
    nextAction: jsonb('next_action').$type<Text>(),
    ball: text('ball').$type<Ball>().notNull(),
    /** The present stage and since when; days in stage are reckoned when read. */
    stage: text('stage').notNull(),
    stageSince: moment('stage_since').notNull(),
    nextDue: date('next_due', { mode: 'string' }),
    /** From this moment on time alone makes the row old; a job refreshes it. */
    changesAt: moment('changes_at'),
    /** Hash of everything the row follows from. */
    inputHash: text('input_hash').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    foreignKey({ columns: [table.productId, table.isvId], foreignColumns: [products.id, products.isvId] }),
    index('product_summaries_health').on(table.organizationId, table.healthRank, table.stageSince, table.productId),
    index('product_summaries_name').on(table.organizationId, table.isvName, table.productName, table.productId),
    index('product_summaries_stage').on(table.organizationId, table.stageSince, table.productId),
    index('product_summaries_due').on(
      table.organizationId,
      sql`coalesce(${table.nextDue}, '9999-12-31')`,
      table.productId,
    ),
    index('product_summaries_ball').on(
      table.organizationId,
      table.ball,
      table.healthRank,
      table.stageSince,
      table.productId,
    ),
    index('product_summaries_changes').on(table.changesAt),
  ],
)

/** Who had the ball from when on, in which stage. */
export const ballLog = pgTable(
  'ball_log',
  {
    id: text('id').primaryKey(),
    ...tenantColumns,
    productId: text('product_id').notNull(),
    stage: text('stage').notNull(),
    ball: text('ball').$type<Ball | 'paused'>().notNull(),
    since: moment('since').notNull(),
  },
  (table) => [
    index('ball_log_product').on(table.productId, table.since),
    foreignKey({ columns: [table.productId, table.isvId], foreignColumns: [products.id, products.isvId] }),
  ],
)

/** A submission to Microsoft and where it stands. */
export const submissions = pgTable(
  'submissions',
  {
    id: text('id').primaryKey(),
    ...tenantColumns,
    productId: text('product_id').notNull(),
    step: integer('step').$type<StepId>().notNull(),
    state: text('state')
      .$type<
        | 'draft'
        | 'uploaded'
        | 'checking'
        | 'failed'
        | 'passed'
        | 'submitted'
        | 'changes-requested'
        | 'certified'
        | 'preview'
        | 'live'
        | 'withdrawn'
      >()
      .notNull(),
    channel: text('channel').$type<'partner-center' | 'github' | 'portal' | 'other'>().notNull(),
    /** The number Microsoft gave it. */
    reference: text('reference'),
    note: text('note'),
    /** The run whose bytes were handed in. */
    runId: text('run_id'),
    createdBy: text('created_by').notNull(),
    ...timeColumns,
    ...versionColumn,
  },
  (table) => [
    index('submissions_product').on(table.productId),
    index('submissions_list').on(table.organizationId, table.updatedAt, table.id),
    foreignKey({ columns: [table.productId, table.isvId], foreignColumns: [products.id, products.isvId] }),
  ],
)

/** Something that Microsoft does or demands within a time. */
export const externalWaits = pgTable(
  'external_waits',
  {
    id: text('id').primaryKey(),
    ...tenantColumns,
    productId: text('product_id').notNull(),
    submissionId: text('submission_id'),
    step: integer('step').$type<StepId>().notNull(),
    kind: text('kind').$type<WaitKind>().notNull(),
    state: text('state').$type<'running' | 'met' | 'breached' | 'cancelled'>().notNull(),
    startedAt: moment('started_at').notNull(),
    dueAt: moment('due_at').notNull(),
    endedAt: moment('ended_at'),
    /** Who on our side keeps an eye on it. */
    ownerId: text('owner_id'),
    ...versionColumn,
  },
  (table) => [
    index('external_waits_product').on(table.productId),
    index('external_waits_due').on(table.state, table.dueAt),
    foreignKey({ columns: [table.productId, table.isvId], foreignColumns: [products.id, products.isvId] }),
  ],
)
