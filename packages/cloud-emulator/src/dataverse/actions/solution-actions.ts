import { randomUUID } from 'node:crypto'
import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { guidIn } from '../rows/find-addressed.ts'
import type { OrganizationCall } from '../rows/organization-call.ts'
import { findRow, insertRow, rowWhere } from '../rows/row-store.ts'
import { exportSolution } from '../solutions/export-solution.ts'
import { holdingName } from '../solutions/judge-solution.ts'
import { promoteSolution } from '../solutions/promote-solution.ts'
import { SolutionFailure } from '../solutions/solution-failure.ts'
import { secondsOf } from '../state.ts'
import { importJobTable } from '../tables/system-tables.ts'
import { bodyFailure } from '../web-api/web-api-failure.ts'
import { carryOut, givenFile } from '../work/carry-out.ts'
import { importLog, outcomeInLog } from '../work/import-log.ts'
import { beginWork, refuseWhileWorking } from '../work/running-work.ts'

type Body = Readonly<Record<string, unknown>>

/** Begins an import or upgrade; what is wrong with the file shows when it is carried out, as in Dataverse. */
export function beginImport(call: OrganizationCall, kind: 'import' | 'upgrade', body: Body) {
  refuseWhileWorking(call.organization, 'Import')
  const job = importJob(call, body)
  const AsyncOperationId = asRefusal(() => {
    givenFile(call.organization, body)
    return beginWork(call, kind, 'Import Solution', { ...body, ImportJobId: job })
  })
  return { ImportJobKey: job, AsyncOperationId }
}

/** Imports while the caller waits. */
export function importNow(call: OrganizationCall, body: Body, kind: 'import' | 'upgrade' = 'import') {
  refuseWhileWorking(call.organization, 'Import')
  const job = importJob(call, body)
  const plan = call.planWork('solution-import', 0)
  if (plan.outcome !== 'success') throw new EmulatedFailure(400, plan.outcome.code, plan.outcome.message)
  const result = asRefusal(() => carryOut(call, { kind, parameters: body, operation: '', user: call.user, plan }))
  const row = call.organization.tables.importjob?.[job]
  if (row === undefined) return
  row.progress = 100
  row.completedon = secondsOf(call.now)
  row.solutionname = result.solution ?? null
  row.data = importLog({ ...result, at: call.now, solution: result.solution ?? '' })
}

/** Begins to promote a holding solution. */
export function beginPromote(call: OrganizationCall, { UniqueName }: Body) {
  refuseWhileWorking(call.organization, 'Upgrade')
  demandSolution(call, UniqueName)
  demandSolution(call, holdingName(String(UniqueName)))
  return { AsyncOperationId: beginWork(call, 'promote', 'Delete And Promote', { UniqueName }) }
}

/** Promotes while the caller waits. */
export function promoteNow(call: OrganizationCall, { UniqueName }: Body) {
  refuseWhileWorking(call.organization, 'Upgrade')
  return { SolutionId: asRefusal(() => promoteSolution(call, String(UniqueName))) }
}

/** Exports while the caller waits. */
export function exportNow(call: OrganizationCall, { SolutionName, Managed }: Body) {
  const row = demandSolution(call, SolutionName)
  return asRefusal(() => exportSolution(call.organization, row, Managed === true))
}

/** Begins an export; its file is fetched by the export job's id once the work has ended. */
export function beginExport(call: OrganizationCall, body: Body) {
  const file = exportNow(call, body)
  const job = randomUUID()
  const AsyncOperationId = beginWork(call, 'export', 'Export Solution', { ...body, ExportJobId: job })
  const { exports } = call.organization
  exports[job] = file
  call.undo.push(() => {
    delete exports[job]
  })
  return { AsyncOperationId, ExportJobId: job }
}

/** The file of an export that has ended. */
export function exportedFile({ organization }: OrganizationCall, { ExportJobId }: Body): string {
  const job = guidIn(String(ExportJobId)) ?? ''
  const file = organization.exports[job]
  const running = organization.pending.some(({ parameters }) => parameters.ExportJobId === job)
  if (file !== undefined && !running) return file
  throw new EmulatedFailure(
    running ? 400 : 404,
    '0x80040217',
    running ? `The export ${job} has not ended yet.` : `There is no export with the id ${String(ExportJobId)}.`,
  )
}

/** How an import ended. */
export function importResult({ organization }: OrganizationCall, importJobId: string) {
  const job = findRow(organization, 'importjob', guidIn(importJobId) ?? '')
  if (job === undefined) {
    throw new EmulatedFailure(404, '0x80040217', `importjob With Id = ${importJobId} Does Not Exist`)
  }
  if (typeof job.data !== 'string') throw new EmulatedFailure(400, '0x80040203', 'The import has not ended yet.')
  const { failed, text } = outcomeInLog(job.data)
  return {
    Type: 'ImportSolution',
    Status: failed ? 'Failed' : 'Passed',
    WarningMessages: failed || text === '' ? [] : [text],
    ErrorMessages: failed ? [text] : [],
  }
}

/** Refuses while other work runs; otherwise everything counts as published. */
export function publishAll({ organization }: OrganizationCall) {
  refuseWhileWorking(organization, 'PublishAll')
}

function importJob(call: OrganizationCall, { ImportJobId }: Body): string {
  const wanted = ImportJobId === undefined ? randomUUID() : guidIn(String(ImportJobId))
  if (wanted === undefined) throw bodyFailure("'ImportJobId' has to be a GUID.")
  if (findRow(call.organization, 'importjob', wanted) !== undefined) {
    throw new EmulatedFailure(412, '0x80040237', `A duplicate import job id already exists : ${wanted}`)
  }
  return insertRow(call, importJobTable, {
    importjobid: wanted,
    name: 'Import Solution',
    solutionname: null,
    progress: 0,
    startedon: secondsOf(call.now),
    completedon: null,
    data: null,
  })
}

function demandSolution({ organization }: OrganizationCall, name: unknown) {
  const row = rowWhere(organization, 'solution', 'uniquename', String(name))
  if (row !== undefined) return row
  throw new EmulatedFailure(404, '0x80040217', `The solution '${String(name)}' does not exist.`)
}

/** What is wrong with a solution as the refusal of a request. */
function asRefusal<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (failure) {
    if (failure instanceof SolutionFailure) throw new EmulatedFailure(400, failure.code, failure.message)
    throw failure
  }
}
