import { type ItemDefinition, type ItemId, type ItemRecord, type ItemState, itemById } from '@sevenstep/onboarding'
import { and, asc, desc, eq, inArray, lte, ne } from 'drizzle-orm'
import {
  comments,
  disputes,
  evidence,
  evidenceVersions,
  reviewDecisions,
  reviewRequests,
  users,
} from '../../db/schema/index.ts'
import type { Database, Transaction } from '../../db/scope.ts'
import type { Clock } from '../../domain/clock.ts'
import { notFound } from '../../domain/failure.ts'
import { type ResponseDue, responseDue } from '../../domain/response-targets.ts'
import { readFactHashes } from '../../product/fact-hashes.ts'
import { isJudged } from '../../verbs/reviews/reviewed-evidence.ts'
import { type ProductView, readProductView } from '../checklist/product-view.ts'
import { readCalendar } from './read-calendar.ts'

/** How an item compares with an earlier look at it. */
export type Compared = 'new' | 'changed' | 'same'

/** A piece of evidence with its versions, newest first. */
export interface ReviewedEvidence {
  readonly piece: typeof evidence.$inferSelect
  readonly versions: readonly (typeof evidenceVersions.$inferSelect)[]
}

/** A word given on an item. */
type GivenWord = typeof reviewDecisions.$inferSelect

/** One item that a reviewer is asked to judge. */
export interface ReviewedItem {
  readonly item: ItemDefinition
  readonly standing: ItemState
  readonly record: ItemRecord
  /** Hash of the facts that are shown. */
  readonly hash: string
  /** The facts are others than when the review was asked for. */
  readonly changedSinceAsked: boolean
  /** Compared with the last review of the step that was decided; undefined where there was none. */
  readonly sinceLast: Compared | undefined
  /** The last word on it before this request. */
  readonly before: GivenWord | undefined
  /** The word on it in this request. */
  readonly word: GivenWord | undefined
  /** What is in use, newest first; what was taken back is left out. */
  readonly evidence: readonly ReviewedEvidence[]
  /** Oldest first. */
  readonly comments: readonly (typeof comments.$inferSelect)[]
  readonly openDisputes: readonly (typeof disputes.$inferSelect)[]
  /** Everybody who brought what is judged of it; none of them may approve it. */
  readonly uploaders: ReadonlySet<string>
}

/** What the page of a review is made from. */
export interface ReviewView extends ProductView {
  readonly request: typeof reviewRequests.$inferSelect
  /** The last review of this step that was decided before. */
  readonly previous: typeof reviewRequests.$inferSelect | undefined
  readonly items: readonly ReviewedItem[]
  /** The other items of the step that apply. */
  readonly others: readonly ItemState[]
  readonly due: ResponseDue
  /** Names of the people above, by id. */
  readonly people: ReadonlyMap<string, string>
}

/**
 * Reads a review with everything that is to be judged, in one transaction.
 *
 * @throws Failure `not-found`
 */
export function readReview(
  services: { readonly database: Database; readonly clock: Clock },
  place: { readonly organizationId: string; readonly isvId: string },
  reviewId: string,
): Promise<ReviewView> {
  return services.database.within({ kind: 'isv', ...place, internal: true }, async (transaction) => {
    const [request] = await transaction.select().from(reviewRequests).where(eq(reviewRequests.id, reviewId))
    if (request === undefined) throw notFound()
    const view = await readProductView(transaction, request.productId, services.clock.now())
    const calendar = await readCalendar(transaction, place.organizationId)
    const previous = await readPrevious(transaction, request)
    const items = await readItems(transaction, view, request, previous)
    const judged = new Set(items.map(({ item }) => item.id))
    return {
      ...view,
      request,
      previous,
      items,
      others: view.state.items.filter(
        ({ id, verdict }) => itemById(id)?.step === request.step && !judged.has(id) && verdict !== 'not-needed',
      ),
      due: responseDue('review', request.requestedAt, calendar, view.now),
      people: await readPeople(transaction, request, items),
    }
  })
}

type Request = typeof reviewRequests.$inferSelect

async function readPrevious(transaction: Transaction, request: Request): Promise<Request | undefined> {
  const [previous] = await transaction
    .select()
    .from(reviewRequests)
    .where(
      and(
        eq(reviewRequests.productId, request.productId),
        eq(reviewRequests.step, request.step),
        ne(reviewRequests.id, request.id),
        inArray(reviewRequests.state, ['approved', 'changes-requested', 'rejected', 'deprecated']),
        lte(reviewRequests.decidedAt, request.requestedAt),
      ),
    )
    .orderBy(desc(reviewRequests.decidedAt), desc(reviewRequests.id))
    .limit(1)
  return previous
}

async function readItems(
  transaction: Transaction,
  view: ProductView,
  request: Request,
  previous: Request | undefined,
): Promise<readonly ReviewedItem[]> {
  const asked = Object.keys(request.snapshot).flatMap((id) => itemById(id) ?? [])
  const ids = asked.map(({ id }) => id)
  const hashes = await readFactHashes(transaction, request.productId, ids, view.records)
  const pieces = await readEvidence(transaction, request.productId, ids)
  const words = await transaction
    .select()
    .from(reviewDecisions)
    .where(and(eq(reviewDecisions.productId, request.productId), inArray(reviewDecisions.itemId, ids)))
    .orderBy(desc(reviewDecisions.decidedAt))
  const said = await transaction
    .select()
    .from(comments)
    .where(and(eq(comments.productId, request.productId), inArray(comments.itemId, ids)))
    .orderBy(asc(comments.createdAt), asc(comments.id))
  const objections = await transaction
    .select()
    .from(disputes)
    .where(and(eq(disputes.productId, request.productId), eq(disputes.state, 'open'), inArray(disputes.itemId, ids)))
  const order = view.state.items.map(({ id }) => id)
  const items = asked.flatMap((item): ReviewedItem[] => {
    const standing = view.state.items.find(({ id }) => id === item.id)
    if (standing === undefined) return []
    const hash = hashes[item.id] ?? ''
    const ofItem = pieces.filter(({ piece }) => piece.itemId === item.id)
    const given = words.filter(({ itemId }) => itemId === item.id)
    return [
      {
        item,
        standing,
        record: view.records[item.id] ?? {},
        hash,
        changedSinceAsked: request.snapshot[item.id] !== hash,
        sinceLast:
          previous === undefined ? undefined : compare(previous.snapshot, item.id, shownHash(request, item, hash)),
        before: given.find(({ reviewId, decidedAt }) => reviewId !== request.id && decidedAt <= request.requestedAt),
        word: given.find(({ reviewId }) => reviewId === request.id),
        evidence: ofItem.filter(({ piece }) => piece.state !== 'withdrawn' && piece.state !== 'superseded'),
        comments: said.filter(({ itemId }) => itemId === item.id),
        openDisputes: objections.filter(({ itemId }) => itemId === item.id),
        uploaders: new Set(
          ofItem
            .filter(({ piece }) => isJudged(piece))
            .flatMap(({ piece, versions }) => [piece.createdBy, ...versions.map(({ uploadedBy }) => uploadedBy)]),
        ),
      },
    ]
  })
  return items.toSorted((left, right) => order.indexOf(left.item.id) - order.indexOf(right.item.id))
}

/** Of a decided review what was judged, of one under way what is there now. */
function shownHash(request: Request, item: ItemDefinition, now: string): string {
  const under = request.state === 'open' || request.state === 'claimed'
  return under ? now : (request.snapshot[item.id] ?? now)
}

function compare(previous: Request['snapshot'], itemId: ItemId, hash: string): Compared {
  const before = previous[itemId]
  if (before === undefined) return 'new'
  return before === hash ? 'same' : 'changed'
}

async function readEvidence(
  transaction: Transaction,
  productId: string,
  ids: readonly ItemId[],
): Promise<readonly ReviewedEvidence[]> {
  const rows = await transaction
    .select({ piece: evidence, version: evidenceVersions })
    .from(evidence)
    .innerJoin(evidenceVersions, eq(evidenceVersions.evidenceId, evidence.id))
    .where(and(eq(evidence.productId, productId), inArray(evidence.itemId, [...ids])))
    .orderBy(desc(evidence.createdAt), desc(evidence.id), desc(evidenceVersions.number))
  const pieces = new Map<
    string,
    { piece: ReviewedEvidence['piece']; versions: (typeof evidenceVersions.$inferSelect)[] }
  >()
  for (const { piece, version } of rows) {
    const known = pieces.get(piece.id)
    if (known === undefined) pieces.set(piece.id, { piece, versions: [version] })
    else known.versions.push(version)
  }
  return [...pieces.values()]
}

async function readPeople(
  transaction: Transaction,
  { requestedBy, claimedBy, decidedBy }: Request,
  items: readonly ReviewedItem[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set([requestedBy, claimedBy, decidedBy].filter((id) => id !== null))
  for (const { uploaders, before, word } of items) {
    for (const id of uploaders) ids.add(id)
    if (before !== undefined) ids.add(before.decidedBy)
    if (word !== undefined) ids.add(word.decidedBy)
  }
  const rows = await transaction
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, [...ids]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
