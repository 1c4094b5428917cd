import { and, asc, eq, lte } from 'drizzle-orm'
import { productSummaries } from '../db/schema/index.ts'
import { refreshProduct } from '../product/refresh-product.ts'
import { expireEvidence } from '../verbs/evidence/expire-evidence.ts'
import { execute, type VerbServices } from '../verbs/execute.ts'
import { expireWaivers } from '../verbs/waivers/expire-waivers.ts'
import type { JobHandler } from './run-jobs.ts'

/** The kind of job that refreshes products which time alone has changed. */
export const refreshDueKind = 'refresh-due'

const tracker = { kind: 'tracker', name: 'Sevenstep' } as const

/** Products brought up to date by one job; the rest waits for the next. */
const mostAtOnce = 200

/** Brings products up to date for which a date has passed: a target, a wait, evidence or a waiver that ran out. */
export function refreshDue(services: VerbServices): JobHandler {
  const { database, clock, newId } = services
  return async ({ organizationId }) => {
    const due = await database.within({ kind: 'programme', organizationId }, (transaction) =>
      transaction
        .select({ productId: productSummaries.productId, isvId: productSummaries.isvId })
        .from(productSummaries)
        .where(and(eq(productSummaries.organizationId, organizationId), lte(productSummaries.changesAt, clock.now())))
        .orderBy(asc(productSummaries.changesAt))
        .limit(mostAtOnce),
    )
    for (const { productId, isvId } of due) {
      const request = { principal: tracker, place: { organizationId, isvId }, input: { productId } }
      await execute(services, expireEvidence, request)
      await execute(services, expireWaivers, request)
      await database.within({ kind: 'isv', organizationId, isvId, internal: true }, (transaction) =>
        refreshProduct({ transaction, now: clock.now(), newId }, { productId, items: [] }),
      )
    }
  }
}
