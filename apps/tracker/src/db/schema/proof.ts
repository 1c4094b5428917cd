import type { Edition, EvidenceKind, FamilyFact, ItemId, RuleRoom, StepId, Text } from '@sevenstep/onboarding'
import { boolean, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { CheckResult } from '../../checks/worker/messages.ts'
import { bytes, moment, tenantColumns, timeColumns, versionColumn } from './columns.ts'
import { products } from './products.ts'

/** Something handed in for an item. New bytes are a new version; what was accepted stays as it was. */
export const evidence = pgTable(
  'evidence',
  {
    id: text('id').primaryKey(),
    ...tenantColumns,
    productId: text('product_id').notNull(),
    itemId: text('item_id').$type<ItemId>().notNull(),
    state: text('state')
      .$type<'draft' | 'submitted' | 'accepted' | 'rejected' | 'superseded' | 'expired' | 'withdrawn'>()
      .notNull(),
    /** Number of the version that counts. */
    current: integer('current').notNull(),
    validUntil: moment('valid_until'),
    /** Hash of the version that was accepted. */
    acceptedHash: text('accepted_hash'),
    createdBy: text('created_by').notNull(),
    ...timeColumns,
    ...versionColumn,
  },
  (table) => [
    index('evidence_item').on(table.productId, table.itemId),
    foreignKey({ columns: [table.productId, table.isvId], foreignColumns: [products.id, products.isvId] }),
  ],
)

/** One version of a piece of evidence; never changed once written. */
export const evidenceVersions = pgTable(
  'evidence_versions',
  {
    id: text('id').primaryKey(),
    ...tenantColumns,
    evidenceId: text('evidence_id')
      .notNull()
      .references(() => evidence.id),
    number: integer('number').notNull(),
    kind: text('kind').$type<EvidenceKind>().notNull(),
    fileName: text('file_name'),
    mediaType: text('media_type'),
    size: integer('size'),
    /** SHA-256 of the bytes, or of the link or statement as UTF-8, in hexadecimal. */
    hash: text('hash').notNull(),
    link: text('link'),
    statement: text('statement'),
    uploadedBy: text('uploaded_by').notNull(),
    uploadedAt: moment('uploaded_at').notNull(),
  },
  (table) => [uniqueIndex('evidence_versions_number').on(table.evidenceId, table.number)],
)

/** Bytes by their hash, kept apart for each ISV so that nobody can find out what another one has. */
export const blobs = pgTable(
  'blobs',
  {
    ...tenantColumns,
    /** SHA-256 in hexadecimal. */
    hash: text('hash').notNull(),
    content: bytes('content').notNull(),
    size: integer('size').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.isvId, table.hash] })],
)

/**
 * A file that was handed in for a run, as it was named; `stored` tells whether its bytes were kept, `unjudged` that nothing
 * of it was judged, so that a run can do without it.
 */
export interface JudgedFile {
  readonly path: string
  readonly size: number
  readonly hash: string
  readonly stored: boolean
  readonly unjudged?: true
}

/** One run of the checks over exact bytes with an exact rule set. */
export const verificationRuns = pgTable(
  'verification_runs',
  {
    id: text('id').primaryKey(),
    ...tenantColumns,
    productId: text('product_id').notNull(),
    /** Whether the verdicts of items rest on it, or it was only a try. */
    counts: boolean('counts').notNull(),
    state: text('state')
      .$type<'queued' | 'running' | 'passed' | 'failed' | 'error' | 'cancelled' | 'timed-out'>()
      .notNull(),
    /** Whose rules judged it, in the order of the steps; empty until the run has ended. */
    rooms: jsonb('rooms').$type<readonly RuleRoom[]>().notNull(),
    /** The state of the programme that it was judged by. */
    edition: text('edition').$type<Edition>().notNull(),
    profile: text('profile').notNull(),
    ruleSet: text('rule_set').notNull(),
    /** Hash over the paths and hashes of all files judged. */
    inputHash: text('input_hash').notNull(),
    files: jsonb('files').$type<readonly JudgedFile[]>().notNull(),
    families: jsonb('families').$type<Readonly<Record<string, FamilyFact>>>(),
    errors: integer('errors'),
    warnings: integer('warnings'),
    notes: integer('notes'),
    operations: integer('operations'),
    durationMilliseconds: integer('duration_milliseconds'),
    /** What went wrong with the check itself, a problem to a line. */
    problem: jsonb('problem').$type<Text>(),
    previousRunId: text('previous_run_id'),
    requestedBy: text('requested_by').notNull(),
    requestedAt: moment('requested_at').notNull(),
    startedAt: moment('started_at'),
    finishedAt: moment('finished_at'),
    ...versionColumn,
  },
  (table) => [
    index('verification_runs_product').on(table.productId, table.requestedAt),
    foreignKey({ columns: [table.productId, table.isvId], foreignColumns: [products.id, products.isvId] }),
  ],
)

/**
 * How each file fared, the lines around findings, and where secrets stood: without their values. What was not told apart
 * before several kinds were judged at once is missing in older rows.
 */
export type RunDetail = Pick<CheckResult, 'files' | 'shown' | 'secrets'> &
  Partial<Pick<CheckResult, 'unread' | 'idle' | 'unrecognised' | 'reported'>>

/** The findings of a run, apart from the run so that lists stay light. The JSON is the very report of the check. */
export const runReports = pgTable('run_reports', {
  runId: text('run_id')
    .primaryKey()
    .references(() => verificationRuns.id),
  ...tenantColumns,
  /** The report as printed JSON, byte for byte what the command line prints. */
  report: text('report').notNull(),
  /** What is shown beside it; the files themselves are not read again for a page. */
  detail: jsonb('detail').$type<RunDetail>().notNull(),
  /** The flows as they are drawn; read one at a time, since they are large. */
  drawings: jsonb('drawings').$type<CheckResult['drawings']>().notNull().default([]),
})

/** A reviewer is asked to look at a step. */
export const reviewRequests = pgTable(
  'review_requests',
  {
    id: text('id').primaryKey(),
    ...tenantColumns,
    productId: text('product_id').notNull(),
    step: integer('step').$type<StepId>().notNull(),
    state: text('state')
      .$type<'open' | 'claimed' | 'approved' | 'changes-requested' | 'rejected' | 'deprecated' | 'withdrawn'>()
      .notNull(),
    requestedBy: text('requested_by').notNull(),
    requestedAt: moment('requested_at').notNull(),
    message: text('message'),
    claimedBy: text('claimed_by'),
    claimedUntil: moment('claimed_until'),
    decidedBy: text('decided_by'),
    decidedAt: moment('decided_at'),
    note: text('note'),
    /** What is judged: item → hash of its facts at the moment of asking, and once decided of those decided on. */
    snapshot: jsonb('snapshot').$type<Readonly<Record<ItemId, string>>>().notNull(),
    /** Words not yet given, so that leaving the page loses nothing. */
    draft: jsonb('draft').$type<{ note?: string; items: Record<ItemId, { decision?: ItemDecision; note?: string }> }>(),
    ...versionColumn,
  },
  (table) => [
    index('review_requests_queue').on(table.organizationId, table.state, table.requestedAt),
    index('review_requests_product').on(table.productId, table.step),
    foreignKey({ columns: [table.productId, table.isvId], foreignColumns: [products.id, products.isvId] }),
  ],
)

/** What a reviewer says of one item. */
export type ItemDecision = 'approved' | 'changes-requested' | 'rejected'

/** A reviewer's word on one item of a request. */
export const reviewDecisions = pgTable(
  'review_decisions',
  {
    reviewId: text('review_id')
      .notNull()
      .references(() => reviewRequests.id),
    itemId: text('item_id').$type<ItemId>().notNull(),
    ...tenantColumns,
    productId: text('product_id').notNull(),
    decision: text('decision').$type<ItemDecision>().notNull(),
    note: text('note'),
    decidedBy: text('decided_by').notNull(),
    decidedAt: moment('decided_at').notNull(),
    /** The item's facts changed since, so the word no longer counts. */
    deprecatedAt: moment('deprecated_at'),
  },
  (table) => [
    primaryKey({ columns: [table.reviewId, table.itemId] }),
    index('review_decisions_item').on(table.productId, table.itemId),
  ],
)

/** An item is let pass for a while, for a reason, by a reviewer who did not ask for it. */
export const waivers = pgTable(
  'waivers',
  {
    id: text('id').primaryKey(),
    ...tenantColumns,
    productId: text('product_id').notNull(),
    itemId: text('item_id').$type<ItemId>().notNull(),
    state: text('state').$type<'requested' | 'approved' | 'denied' | 'revoked' | 'expired'>().notNull(),
    reason: text('reason').notNull(),
    requestedBy: text('requested_by').notNull(),
    requestedAt: moment('requested_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: moment('decided_at'),
    decisionNote: text('decision_note'),
    expiresAt: moment('expires_at'),
    ...versionColumn,
  },
  (table) => [
    index('waivers_item').on(table.productId, table.itemId),
    index('waivers_queue').on(table.organizationId, table.state, table.requestedAt),
    foreignKey({ columns: [table.productId, table.isvId], foreignColumns: [products.id, products.isvId] }),
  ],
)

/** The ISV disagrees with a finding. */
export const disputes = pgTable(
  'disputes',
  {
    id: text('id').primaryKey(),
    ...tenantColumns,
    productId: text('product_id').notNull(),
    itemId: text('item_id').$type<ItemId>().notNull(),
    runId: text('run_id').notNull(),
    rule: text('rule').notNull(),
    fingerprint: text('fingerprint').notNull(),
    reason: text('reason').notNull(),
    state: text('state').$type<'open' | 'upheld' | 'declined'>().notNull(),
    openedBy: text('opened_by').notNull(),
    openedAt: moment('opened_at').notNull(),
    answer: text('answer'),
    answeredBy: text('answered_by'),
    answeredAt: moment('answered_at'),
    ...versionColumn,
  },
  (table) => [
    index('disputes_item').on(table.productId, table.itemId),
    index('disputes_queue').on(table.organizationId, table.state, table.openedAt),
    foreignKey({ columns: [table.productId, table.isvId], foreignColumns: [products.id, products.isvId] }),
  ],
)

/** A word between people; `internal` never leaves the programme and can never become shared. */
export const comments = pgTable(
  'comments',
  {
    id: text('id').primaryKey(),
    ...tenantColumns,
    productId: text('product_id').notNull(),
    itemId: text('item_id').$type<ItemId>(),
    visibility: text('visibility').$type<'internal' | 'shared'>().notNull(),
    authorId: text('author_id').notNull(),
    authorName: text('author_name').notNull(),
    body: text('body').notNull(),
    /** Earlier wordings, oldest first. */
    earlier: jsonb('earlier').$type<readonly { body: string; until: string }[]>().notNull(),
    hiddenAt: moment('hidden_at'),
    hiddenBy: text('hidden_by'),
    ...timeColumns,
    ...versionColumn,
  },
  (table) => [
    index('comments_item').on(table.productId, table.itemId, table.createdAt),
    foreignKey({ columns: [table.productId, table.isvId], foreignColumns: [products.id, products.isvId] }),
  ],
)
