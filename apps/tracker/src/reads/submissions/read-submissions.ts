import { type Text, type WaitSetting, waitSettings } from '@sevenstep/onboarding'
import { and, asc, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { externalWaits, isvs, products, submissions, users } from '../../db/schema/index.ts'
import type { Database, Transaction } from '../../db/scope.ts'
import { notFound } from '../../domain/failure.ts'

/** The ready-made views of the list of submissions. */
export const submissionViews = ['open', 'microsoft', 'ended', 'all'] as const
/** One of {@link submissionViews}. */
export type SubmissionView = (typeof submissionViews)[number]

/** Something that is waited for, with where its length comes from. */
export interface WaitView {
  readonly wait: typeof externalWaits.$inferSelect
  readonly title: Text
  readonly setting: WaitSetting | undefined
  readonly ownerName: string | null
}

/** A submission with its product and what it waits for. */
export interface SubmissionEntry {
  readonly submission: typeof submissions.$inferSelect
  readonly productName: string
  readonly isvName: string
  readonly waits: readonly WaitView[]
}

/** One page of a programme's submissions, the newest change first. */
export interface SubmissionList {
  readonly entries: readonly SubmissionEntry[]
  readonly counts: Readonly<Record<SubmissionView, number>>
  /** Where the next page begins. */
  readonly next?: string
}

const pageSize = 50

/** The submissions of a product, newest first, and the product's name. */
export interface ProductSubmissions {
  readonly product: { readonly id: string; readonly name: string; readonly isvId: string; readonly isvName: string }
  readonly isArchived: boolean
  readonly entries: readonly SubmissionEntry[]
}

/** Reads one page of a programme's submissions in three queries. */
export async function readSubmissions(
  services: { readonly database: Database },
  organizationId: string,
  view: SubmissionView,
  after: string | undefined,
): Promise<SubmissionList> {
  return services.database.within({ kind: 'programme', organizationId }, async (transaction) => {
    const inOrganization = eq(submissions.organizationId, organizationId)
    const count = (one: SubmissionView) => sql<number>`count(*) filter (where ${conditionOf(one)})::int`
    const [counts] = await transaction
      .select({ open: count('open'), microsoft: count('microsoft'), ended: count('ended'), all: count('all') })
      .from(submissions)
      .where(inOrganization)
    const rows = await select(transaction, and(inOrganization, conditionOf(view), beyond(after)), pageSize + 1)
    const page = rows.slice(0, pageSize)
    const last = page.at(-1)?.submission
    return {
      entries: await withWaits(transaction, page),
      counts: counts ?? { open: 0, microsoft: 0, ended: 0, all: 0 },
      ...(rows.length > pageSize && last !== undefined && { next: `${last.updatedAt.toISOString()}_${last.id}` }),
    }
  })
}

/**
 * Reads the submissions of one product in three queries.
 *
 * @throws Failure `not-found`
 */
export async function readProductSubmissions(
  services: { readonly database: Database },
  place: { readonly organizationId: string; readonly isvId: string },
  productId: string,
): Promise<ProductSubmissions> {
  return services.database.within({ kind: 'isv', ...place }, async (transaction) => {
    const [product] = await transaction
      .select({ id: products.id, name: products.name, isvId: isvs.id, isvName: isvs.name, state: isvs.state })
      .from(products)
      .innerJoin(isvs, eq(isvs.id, products.isvId))
      .where(eq(products.id, productId))
    if (product === undefined) throw notFound()
    const rows = await select(transaction, eq(submissions.productId, productId), 200)
    const { state, ...named } = product
    return { product: named, isArchived: state === 'archived', entries: await withWaits(transaction, rows) }
  })
}

function conditionOf(view: SubmissionView): SQL {
  switch (view) {
    case 'open':
      return sql`${submissions.state} not in ('live', 'withdrawn')`
    case 'microsoft':
      return sql`${submissions.state} in ('submitted', 'certified')`
    case 'ended':
      return sql`${submissions.state} in ('live', 'withdrawn')`
    case 'all':
      return sql`true`
  }
}

/** A place in the list that nobody could have been given is no place. */
function beyond(after: string | undefined): SQL | undefined {
  const [, at, id] = /^(\d{4}-\d{2}-\d{2}T[\d:.]{12}Z)_(sub_[\da-f]+)$/.exec(after ?? '') ?? []
  if (at === undefined || id === undefined || Number.isNaN(Date.parse(at))) return undefined
  return sql`(${submissions.updatedAt}, ${submissions.id}) < (${at}::timestamptz, ${id})`
}

type Row = Omit<SubmissionEntry, 'waits'> & { readonly edition: WaitSetting['edition'] }

function select(transaction: Transaction, where: SQL | undefined, limit: number): Promise<Row[]> {
  return transaction
    .select({
      submission: submissions,
      productName: products.name,
      isvName: isvs.name,
      edition: products.edition,
    })
    .from(submissions)
    .innerJoin(products, eq(products.id, submissions.productId))
    .innerJoin(isvs, eq(isvs.id, submissions.isvId))
    .where(where)
    .orderBy(desc(submissions.updatedAt), desc(submissions.id))
    .limit(limit)
}

async function withWaits(transaction: Transaction, rows: readonly Row[]): Promise<SubmissionEntry[]> {
  if (rows.length === 0) return []
  const waits = await transaction
    .select({ wait: externalWaits, ownerName: users.name })
    .from(externalWaits)
    .leftJoin(users, eq(users.id, externalWaits.ownerId))
    .where(
      inArray(
        externalWaits.submissionId,
        rows.map(({ submission }) => submission.id),
      ),
    )
    .orderBy(asc(externalWaits.dueAt), asc(externalWaits.id))
  return rows.map(({ edition, ...row }) => ({
    ...row,
    waits: waits
      .filter(({ wait }) => wait.submissionId === row.submission.id)
      .map(({ wait, ownerName }) => {
        const ofKind = waitSettings.filter(({ kind }) => kind === wait.kind)
        const setting = ofKind.find((known) => known.edition === edition) ?? ofKind[0]
        return { wait, ownerName, setting, title: setting?.title ?? { en: wait.kind, nl: wait.kind } }
      }),
  }))
}
