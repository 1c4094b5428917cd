import { and, asc, eq, lte } from 'drizzle-orm'
import { externalWaits } from '../db/schema/index.ts'
import { execute, type VerbServices } from '../verbs/execute.ts'
import { breachWait } from '../verbs/submissions/breach-wait.ts'
import type { JobHandler } from './run-jobs.ts'

/** The kind of job that looks for waits whose time has run out. */
export const breachWaitsKind = 'breach-waits'

/** Waits recorded by one job; the rest waits for the next. */
const mostAtOnce = 200

/** Records every wait of a programme that did not end in time. */
export function breachWaits(services: VerbServices): JobHandler {
  const { database, clock } = services
  return async ({ organizationId }) => {
    const due = await database.within({ kind: 'programme', organizationId }, (transaction) =>
      transaction
        .select({ waitId: externalWaits.id, isvId: externalWaits.isvId })
        .from(externalWaits)
        .where(
          and(
            eq(externalWaits.organizationId, organizationId),
            eq(externalWaits.state, 'running'),
            lte(externalWaits.dueAt, clock.now()),
          ),
        )
        .orderBy(asc(externalWaits.dueAt))
        .limit(mostAtOnce),
    )
    for (const { waitId, isvId } of due) {
      await execute(services, breachWait, {
        principal: { kind: 'tracker', name: 'Sevenstep' },
        place: { organizationId, isvId },
        input: { waitId },
      })
    }
  }
}
