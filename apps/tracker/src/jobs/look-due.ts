import { items, probeRuleOf } from '@sevenstep/onboarding'
import { and, asc, eq, inArray, isNotNull, isNull, lte, ne } from 'drizzle-orm'
import { evidence, evidenceVersions, isvs, probes } from '../db/schema/index.ts'
import type { Transaction } from '../db/scope.ts'
import type { VerbServices } from '../verbs/execute.ts'
import { lookJob } from '../verbs/probes/plan-probe.ts'
import { enqueue } from './enqueue.ts'
import type { JobHandler } from './run-jobs.ts'

/** The kind of job that asks for looks at addresses whose turn it is. */
export const lookDueKind = 'look-due'

/** Looks asked for by one job; the rest waits for the next. */
const mostAtOnce = 50

/** By then a look that was asked for has ended; where it was lost, it is asked for anew. In milliseconds. */
const hour = 3_600_000

const probedItems = items.filter((item) => probeRuleOf(item) !== undefined).map(({ id }) => id)

/** The states in which evidence may count. */
const inUse = ['submitted', 'accepted', 'expired'] as const

type Due = Pick<VerbServices, 'clock' | 'newId'> & {
  readonly transaction: Transaction
  readonly organizationId: string
}

/** Asks for a look at every address whose turn it is, those handed in before addresses were looked at among them. */
export function lookDue({ database, clock, newId }: VerbServices): JobHandler {
  /** When addresses of a programme were last taken in: that reads all its evidence, and what is handed in now needs it not. */
  const takenIn = new Map<string, number>()
  return async ({ organizationId }) => {
    const now = clock.now().getTime()
    const isTurn = now - (takenIn.get(organizationId) ?? 0) >= hour
    const found = await database.within({ kind: 'programme', organizationId }, async (transaction) => {
      const due: Due = { transaction, organizationId, clock, newId }
      const count = isTurn ? await takeIn(due) : 0
      await askForLooks(due)
      return count
    })
    // Where there were as many as fit, the rest follows at once.
    if (isTurn && found < mostAtOnce) takenIn.set(organizationId, now)
  }
}

/** Addresses that are handed in and that nothing was ever written down of; their turns are spread over an hour. */
async function takeIn({ transaction, organizationId, clock, newId }: Due): Promise<number> {
  const found = await transaction
    .select({ piece: evidence, link: evidenceVersions.link })
    .from(evidence)
    .innerJoin(
      evidenceVersions,
      and(eq(evidenceVersions.evidenceId, evidence.id), eq(evidenceVersions.number, evidence.current)),
    )
    .leftJoin(probes, and(eq(probes.evidenceId, evidence.id), eq(probes.number, evidence.current)))
    .where(
      and(
        eq(evidence.organizationId, organizationId),
        inArray(evidence.itemId, probedItems),
        inArray(evidence.state, [...inUse]),
        isNotNull(evidenceVersions.link),
        isNull(probes.id),
      ),
    )
    .limit(mostAtOnce)
  const now = clock.now()
  const rows = found.flatMap(({ piece, link }) => {
    if (link === null) return []
    const { isvId, productId, itemId, id: evidenceId, current: number } = piece
    const tenant = { isvId, organizationId }
    const turn = { askedBy: 'tracker', askedAt: now, nextLookAt: new Date(now.getTime() + Math.random() * hour) }
    const named = { ...tenant, productId, itemId, evidenceId, number, address: link }
    return [{ id: newId('prb'), ...named, ...turn, troubles: 0, createdAt: now, updatedAt: now }]
  })
  if (rows.length > 0) await transaction.insert(probes).values(rows).onConflictDoNothing()
  return rows.length
}

async function askForLooks({ transaction, organizationId, clock, newId }: Due): Promise<void> {
  const now = clock.now()
  const due = await transaction
    .select({ id: probes.id, isvId: probes.isvId })
    .from(probes)
    .innerJoin(evidence, and(eq(evidence.id, probes.evidenceId), eq(evidence.current, probes.number)))
    .innerJoin(isvs, eq(isvs.id, probes.isvId))
    .where(
      and(
        eq(probes.organizationId, organizationId),
        lte(probes.nextLookAt, now),
        inArray(evidence.state, [...inUse]),
        ne(isvs.state, 'archived'),
      ),
    )
    .orderBy(asc(probes.nextLookAt))
    .limit(mostAtOnce)
  for (const { id, isvId } of due) {
    await enqueue(transaction, { ...lookJob(id), id: newId('job'), organizationId, isvId, now })
  }
  if (due.length === 0) return
  const nextLookAt = new Date(now.getTime() + hour)
  const ids = due.map(({ id }) => id)
  await transaction.update(probes).set({ nextLookAt }).where(inArray(probes.id, ids))
}
