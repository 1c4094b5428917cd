import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import {
  apiTokens,
  auditEvents,
  comments,
  disputes,
  evidence,
  externalWaits,
  invitations,
  isvs,
  memberships,
  probes,
  products,
  reviewRequests,
  submissions,
  users,
  verificationRuns,
  waivers,
} from '../../db/schema/index.ts'
import type { Database, Scope, Transaction } from '../../db/scope.ts'
import { notFound } from '../../domain/failure.ts'

/** What is listed, and by which moment: one that never changes once the row is written. */
const listed = {
  isvs: { table: isvs, at: 'createdAt' },
  products: { table: products, at: 'createdAt' },
  comments: { table: comments, at: 'createdAt' },
  evidence: { table: evidence, at: 'createdAt' },
  probes: { table: probes, at: 'createdAt' },
  runs: { table: verificationRuns, at: 'requestedAt' },
  reviews: { table: reviewRequests, at: 'requestedAt' },
  waivers: { table: waivers, at: 'requestedAt' },
  disputes: { table: disputes, at: 'openedAt' },
  submissions: { table: submissions, at: 'createdAt' },
  waits: { table: externalWaits, at: 'startedAt' },
  members: { table: memberships, at: 'createdAt' },
  invitations: { table: invitations, at: 'createdAt' },
  tokens: { table: apiTokens, at: 'createdAt' },
  events: { table: auditEvents, at: 'at' },
} as const

/** The name of something that is listed. */
export type Listed = keyof typeof listed
/** A row of it. */
export type RowOf<Name extends Listed> = (typeof listed)[Name]['table']['$inferSelect']

/** Columns and the values that they have to have; null means that there is none. A filter left undefined does not count. */
export type Filters<Name extends Listed> = { readonly [Column in keyof RowOf<Name>]?: RowOf<Name>[Column] | undefined }

/** Rows, and the names of the people in them by their id. */
export interface NamedRows<Row> {
  readonly rows: readonly Row[]
  readonly names: ReadonlyMap<string, string>
}

/** What is asked of a list. */
export interface RowsAsked<Name extends Listed> {
  readonly order: 'oldest-first' | 'newest-first'
  readonly where: Filters<Name>
  /** Keys of the last row before this page: its moment and its id. */
  readonly after: readonly [string, string] | undefined
  readonly limit: number
  /** Columns that hold people's ids. */
  readonly people: readonly (keyof RowOf<Name>)[]
}

/**
 * One page of a list by keys, so that no row is missed or shown twice while others are added. Gives one row more than
 * asked for where there are more.
 */
export function readRows<Name extends Listed>(
  database: Database,
  scope: Scope,
  name: Name,
  { order, where, after, limit, people }: RowsAsked<Name>,
): Promise<NamedRows<RowOf<Name>>> {
  const { table, at, id } = columnsOf(name)
  const here = sql`(${at}, ${id})`
  const there = after && sql`(${after[0]}::text::timestamptz, ${after[1]}::text)`
  const beyond = there && (order === 'newest-first' ? sql`${here} < ${there}` : sql`${here} > ${there}`)
  const direction = order === 'newest-first' ? desc : asc
  return database.within(scope, async (transaction) => {
    const rows = await transaction
      .select()
      .from(table)
      .where(and(conditions(name, where), beyond))
      .orderBy(direction(at), direction(id))
      .limit(limit + 1)
    // Selected from the very table of that name.
    return withNames(transaction, rows as RowOf<Name>[], people)
  })
}

/** The keys of a row, by which the page after it begins. */
export function keysOfRow<Name extends Listed>(name: Name, row: RowOf<Name>): readonly [string, string] {
  // Every one of these columns is a moment, and every id is text.
  const at = Reflect.get(row, listed[name].at) as Date
  return [at.toISOString(), row.id]
}

/**
 * One row by its id.
 *
 * @throws Failure `not-found`
 */
export function readRow<Name extends Listed>(
  database: Database,
  scope: Scope,
  name: Name,
  asked: { readonly where: Filters<Name>; readonly people: RowsAsked<Name>['people'] },
): Promise<{ readonly row: RowOf<Name>; readonly names: ReadonlyMap<string, string> }> {
  return database.within(scope, async (transaction) => {
    const found = await transaction.select().from(columnsOf(name).table).where(conditions(name, asked.where)).limit(1)
    const { rows, names } = await withNames(transaction, found as RowOf<Name>[], asked.people)
    const [row] = rows
    if (row === undefined) throw notFound()
    return { row, names }
  })
}

function columnsOf(name: Listed) {
  const { table, at } = listed[name]
  // A column of the table by its key; their common type is lost in the union of tables.
  return { table: table as PgTable, at: Reflect.get(table, at) as PgColumn, id: table.id as PgColumn }
}

function conditions<Name extends Listed>(name: Name, where: Filters<Name>) {
  const given = Object.entries(where).filter(([, value]) => value !== undefined)
  return and(
    ...given.map(([key, value]) => {
      const column = Reflect.get(listed[name].table, key) as PgColumn
      return value === null ? sql`${column} is null` : eq(column, value)
    }),
  )
}

async function withNames<Row extends object>(
  transaction: Transaction,
  rows: readonly Row[],
  columns: readonly (keyof Row)[],
): Promise<NamedRows<Row>> {
  const ids = new Set<string>()
  for (const row of rows) {
    for (const column of columns) {
      const id: unknown = row[column]
      if (typeof id === 'string') ids.add(id)
    }
  }
  if (ids.size === 0) return { rows, names: new Map() }
  const people = await transaction
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...ids]))
  return { rows, names: new Map(people.map(({ id, name }) => [id, name])) }
}
