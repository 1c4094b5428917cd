import type { StepId } from '@sevenstep/onboarding'
import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import type { DrawnFlow } from '../../checks/worker/messages.ts'
import { runReports, verificationRuns } from '../../db/schema/index.ts'
import type { Transaction } from '../../db/scope.ts'

/** The flows of a run as they are drawn. */
export interface RunDrawings {
  readonly runId: string
  readonly drawings: readonly DrawnFlow[]
}

/** The steps whose items are about flows: those that are shown, and those that are brought to customers. */
const stepsOfFlows: ReadonlySet<StepId> = new Set([4, 5])

/** The flows that the items of a step are about, from the latest run of theirs that counts; undefined where there are none. */
export async function readDrawings(
  transaction: Transaction,
  productId: string,
  step: StepId,
): Promise<RunDrawings | undefined> {
  if (!stepsOfFlows.has(step)) return undefined
  const [row] = await transaction
    .select({ runId: runReports.runId, drawings: runReports.drawings })
    .from(verificationRuns)
    .innerJoin(runReports, eq(runReports.runId, verificationRuns.id))
    .where(
      and(
        eq(verificationRuns.productId, productId),
        eq(verificationRuns.counts, true),
        sql`${verificationRuns.rooms} ? 'flow-templates'`,
        isNotNull(verificationRuns.finishedAt),
      ),
    )
    .orderBy(desc(verificationRuns.finishedAt), desc(verificationRuns.id))
    .limit(1)
  return row === undefined || row.drawings.length === 0 ? undefined : row
}
