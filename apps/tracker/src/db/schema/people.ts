import { sql } from 'drizzle-orm'
import { boolean, check, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { Role } from '../../domain/roles.ts'
import { moment, timeColumns, versionColumn } from './columns.ts'

/** The partner programme that looks after ISVs. */
export const organizations = pgTable('organizations', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  timeZone: text('time_zone').notNull(),
  holidays: jsonb('holidays').$type<readonly string[]>().notNull(),
  ...timeColumns,
  ...versionColumn,
})

/** A software vendor: the tenant that every row below it names. `isv_id` equals `id`, for the policy's sake. */
export const isvs = pgTable(
  'isvs',
  {
    id: text('id').primaryKey(),
    isvId: text('isv_id').notNull(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    name: text('name').notNull(),
    /** The programme's own number for it; unique, so that an import can be repeated. */
    externalId: text('external_id'),
    state: text('state').$type<'invited' | 'active' | 'paused' | 'completed' | 'archived'>().notNull(),
    pauseReason: text('pause_reason'),
    pausedAt: moment('paused_at'),
    reviewOn: text('review_on'),
    timeZone: text('time_zone').notNull(),
    /** The partner manager who looks after it. */
    ownerId: text('owner_id'),
    ...timeColumns,
    ...versionColumn,
  },
  (table) => [
    uniqueIndex('isvs_external').on(table.organizationId, table.externalId),
    check('isvs_self', sql`${table.isvId} = ${table.id}`),
  ],
)

/** A person, known by the tenant and object id of their account; never by an e-mail address. */
export const users = pgTable(
  'users',
  {
    id: text('id').primaryKey(),
    entraTenantId: text('entra_tenant_id').notNull(),
    objectId: text('object_id').notNull(),
    name: text('name').notNull(),
    username: text('username').notNull(),
    language: text('language').$type<'en' | 'nl'>().notNull(),
    theme: text('theme').$type<'auto' | 'light' | 'dark'>().notNull(),
    shortcuts: boolean('shortcuts').notNull(),
    lastSignInAt: moment('last_sign_in_at'),
    ...timeColumns,
    ...versionColumn,
  },
  (table) => [uniqueIndex('users_identity').on(table.entraTenantId, table.objectId)],
)

/** A role somebody holds, in the programme (`isv_id` null) or in one ISV. */
export const memberships = pgTable(
  'memberships',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    isvId: text('isv_id'),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role').$type<Role>().notNull(),
    /** `app-role`: comes from the account's token and goes with it. */
    source: text('source').$type<'invitation' | 'app-role' | 'seed'>().notNull(),
    revokedAt: moment('revoked_at'),
    ...timeColumns,
    ...versionColumn,
  },
  (table) => [
    index('memberships_user').on(table.userId),
    uniqueIndex('memberships_once')
      .on(table.organizationId, sql`coalesce(${table.isvId}, '')`, table.userId, table.role)
      .where(sql`${table.revokedAt} is null`),
  ],
)

/** A one-time link by which somebody joins; only the token's hash is kept. */
export const invitations = pgTable(
  'invitations',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    isvId: text('isv_id'),
    role: text('role').$type<Role>().notNull(),
    /** For whom it is meant, in the inviter's words. */
    invitee: text('invitee').notNull(),
    tokenHash: text('token_hash').notNull(),
    invitedBy: text('invited_by').notNull(),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    acceptedBy: text('accepted_by'),
    revokedAt: moment('revoked_at'),
    ...timeColumns,
    ...versionColumn,
  },
  (table) => [uniqueIndex('invitations_token').on(table.tokenHash)],
)

/** A signed-in browser; only the cookie's hash is kept. */
export const sessions = pgTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    userAgent: text('user_agent').notNull(),
    createdAt: moment('created_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
  },
  (table) => [uniqueIndex('sessions_token').on(table.tokenHash), index('sessions_user').on(table.userId)],
)

/** A sign-in under way, until the identity provider sends the browser back. */
export const signInAttempts = pgTable('sign_in_attempts', {
  state: text('state').primaryKey(),
  nonce: text('nonce').notNull(),
  codeVerifier: text('code_verifier').notNull(),
  returnTo: text('return_to').notNull(),
  createdAt: moment('created_at').notNull(),
})

/** A key for programs; scoped, hashed, expiring, and never able to approve or waive. */
export const apiTokens = pgTable(
  'api_tokens',
  {
    id: text('id').primaryKey(),
    organizationId: text('organization_id')
      .notNull()
      .references(() => organizations.id),
    isvId: text('isv_id'),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    scopes: jsonb('scopes').$type<readonly string[]>().notNull(),
    createdBy: text('created_by')
      .notNull()
      .references(() => users.id),
    expiresAt: moment('expires_at').notNull(),
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
    ...timeColumns,
    ...versionColumn,
  },
  (table) => [uniqueIndex('api_tokens_token').on(table.tokenHash)],
)
