import { countdown, type WaitKind, waitSettings } from '@sevenstep/onboarding'
import { and, eq, inArray } from 'drizzle-orm'
import { externalWaits, type isvs, organizations, type products } from '../../db/schema/index.ts'
import type { IsvContext } from '../define-verb.ts'
import type { SubmissionRecord } from './submission-at-hand.ts'
import { type SubmissionState, waitAfter, waitsStartedBy } from './submission-moves.ts'

/** A submission that has moved. */
interface MovedSubmission {
  readonly submission: SubmissionRecord
  readonly to: SubmissionState
  readonly product: typeof products.$inferSelect
  readonly isv: typeof isvs.$inferSelect
}

/** Ends the waits that the new state answers, and starts those it begins. A wait that was late stays on record as such. */
export async function changeWaits(context: IsvContext, moved: MovedSubmission): Promise<void> {
  const { transaction, now } = context
  const { submission, to } = moved
  const open = await transaction
    .select()
    .from(externalWaits)
    .where(and(eq(externalWaits.submissionId, submission.id), inArray(externalWaits.state, ['running', 'breached'])))
  for (const wait of open) {
    const state = waitAfter(wait.kind, to)
    if (state === undefined || wait.endedAt !== null) continue
    await transaction
      .update(externalWaits)
      .set({ state: wait.state === 'breached' ? 'breached' : state, endedAt: now, version: wait.version + 1 })
      .where(eq(externalWaits.id, wait.id))
  }
  for (const kind of waitsStartedBy(to, submission.step)) await startWait(context, moved, kind)
}

async function startWait(context: IsvContext, moved: MovedSubmission, kind: WaitKind): Promise<void> {
  const { transaction, place, now, newId } = context
  const { submission, product, isv } = moved
  const [organization] = await transaction
    .select({ holidays: organizations.holidays })
    .from(organizations)
    .where(eq(organizations.id, place.organizationId))
  const calendar = { timeZone: isv.timeZone, holidays: organization?.holidays ?? [] }
  const id = newId('wai')
  const startedAt = now.toISOString()
  const wait = { id, kind, state: 'running' as const, startedAt, step: submission.step }
  const end = countdown(wait, waitSettings, calendar, startedAt, product.edition)
  if (end === undefined) throw new Error(`No setting knows how long “${kind}” takes.`)
  await transaction.insert(externalWaits).values({
    id,
    isvId: place.isvId,
    organizationId: place.organizationId,
    productId: submission.productId,
    submissionId: submission.id,
    step: submission.step,
    kind,
    state: 'running',
    startedAt: now,
    dueAt: new Date(end.dueAt),
    ownerId: isv.ownerId,
  })
}
