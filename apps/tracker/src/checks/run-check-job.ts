import { and, eq, inArray } from 'drizzle-orm'
import { verificationRuns } from '../db/schema/index.ts'
import type { JobHandler } from '../jobs/run-jobs.ts'
import { readKeptFiles } from '../reads/checks/read-kept-files.ts'
import type { VerbServices } from '../verbs/execute.ts'
import { carryOutCheck, giveUpCheck, isUnderWay } from './carry-out-check.ts'
import { isProfile } from './profile.ts'

/**
 * Carries out a check over files that were kept. A check whose files were in the memory of a process that is gone ends as
 * an error, which changes no verdict; one that has ended meanwhile is left alone.
 */
export function runCheckJob(services: VerbServices): JobHandler {
  return async ({ payload, organizationId, isvId }) => {
    const { runId } = payload
    if (runId === undefined || isvId === null || isUnderWay(runId)) return
    const place = { organizationId, isvId }
    const waiting = await readWaiting(services, place, runId)
    if (waiting === undefined) return
    if (waiting.files === undefined) await giveUpCheck(services, { runId, place })
    else
      await carryOutCheck(services, {
        runId,
        place,
        files: waiting.files,
        profile: waiting.profile,
        edition: waiting.edition,
      })
  }
}

/** The run that has not ended, with its files as far as all of them were kept. */
async function readWaiting(
  services: VerbServices,
  place: { readonly organizationId: string; readonly isvId: string },
  runId: string,
) {
  const scope = { kind: 'isv', ...place } as const
  const run = await services.database.within(scope, async (transaction) => {
    const [row] = await transaction
      .select({
        files: verificationRuns.files,
        profile: verificationRuns.profile,
        edition: verificationRuns.edition,
      })
      .from(verificationRuns)
      .where(and(eq(verificationRuns.id, runId), inArray(verificationRuns.state, ['queued', 'running'])))
    return row
  })
  if (run === undefined || !isProfile(run.profile)) return undefined
  const files = await readKeptFiles(services, scope, run.files)
  return { profile: run.profile, edition: run.edition, files: files.length === run.files.length ? files : undefined }
}
