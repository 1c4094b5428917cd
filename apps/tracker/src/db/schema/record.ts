import type { Text } from '@sevenstep/onboarding'
import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/**
 * What happened, one row a change, written in the change's own transaction and never altered. No row points at another
 * table: the record outlives the people and the ISVs it tells of.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id').notNull(),
    /** Null where the change belongs to the programme. */
    isvId: text('isv_id'),
    /** `isv:<id>` or `organization:<id>`; sequence and hashes run within it. */
    chain: text('chain').notNull(),
    sequence: integer('sequence').notNull(),
    at: moment('at').notNull(),
    actorId: text('actor_id').notNull(),
    /** As the actor was called at that moment. */
    actorName: text('actor_name').notNull(),
    actorKind: text('actor_kind').$type<'person' | 'token' | 'tracker'>().notNull(),
    action: text('action').notNull(),
    subjectType: text('subject_type').notNull(),
    subjectId: text('subject_id').notNull(),
    /** The sentence to be read: who did what to which. */
    sentence: jsonb('sentence').$type<Text>().notNull(),
    /** What changed, without secrets. */
    detail: jsonb('detail').$type<Readonly<Record<string, unknown>>>().notNull(),
    requestId: text('request_id'),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [
    uniqueIndex('audit_events_sequence').on(table.chain, table.sequence),
    index('audit_events_time').on(table.organizationId, table.at),
    index('audit_events_isv').on(table.isvId, table.at),
    index('audit_events_subject').on(table.subjectId),
  ],
)

/** Where each chain stands; the row is locked while an event is added. */
export const auditHeads = pgTable('audit_heads', {
  chain: text('chain').primaryKey(),
  organizationId: text('organization_id').notNull(),
  isvId: text('isv_id'),
  sequence: integer('sequence').notNull(),
  hash: text('hash').notNull(),
})

/** What was answered to a request with a key, so that the same request again has no second effect. */
export const idempotencyRecords = pgTable(
  'idempotency_records',
  {
    principalId: text('principal_id').notNull(),
    /** The ISV or organisation it was done in. */
    place: text('place').notNull(),
    key: text('key').notNull(),
    verb: text('verb').notNull(),
    /** SHA-256 of the input. */
    inputHash: text('input_hash').notNull(),
    result: jsonb('result'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.principalId, table.place, table.key] }),
    index('idempotency_records_age').on(table.createdAt),
  ],
)

/** Work to be done after a commit; written in the transaction that asks for it. Payloads hold ids only. */
export const jobs = pgTable(
  'jobs',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    organizationId: text('organization_id').notNull(),
    isvId: text('isv_id'),
    payload: jsonb('payload').$type<Readonly<Record<string, string>>>().notNull(),
    /** Two waiting jobs of one kind with the same key are one. */
    key: text('key'),
    runAt: moment('run_at').notNull(),
    attempts: integer('attempts').notNull(),
    lockedUntil: moment('locked_until'),
    lastError: text('last_error'),
    doneAt: moment('done_at'),
    failedAt: moment('failed_at'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('jobs_due').on(table.doneAt, table.failedAt, table.runAt),
    uniqueIndex('jobs_waiting')
      .on(table.kind, table.key)
      .where(sql`${table.doneAt} is null and ${table.failedAt} is null and ${table.lockedUntil} is null`),
  ],
)
