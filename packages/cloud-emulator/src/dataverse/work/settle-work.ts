import { EmulatedFailure } from '../../operation/emulated-failure.ts'
import { progressOf, standingOf } from '../../operation/work-plan.ts'
import { type OrganizationCall, type WithoutUser, wholly } from '../rows/organization-call.ts'
import { changeRow, findRow } from '../rows/row-store.ts'
import { SolutionFailure, signedCode } from '../solutions/solution-failure.ts'
import { type PendingWork, type Row, secondsOf } from '../state.ts'
import { asyncOperationTable, importJobTable } from '../tables/system-tables.ts'
import { carryOut, type WorkResult } from './carry-out.ts'
import { importLog } from './import-log.ts'

/**
 * Brings background work up to the emulator's present: what has begun shows as running, what has come to its end is
 * carried out, all at once and at the moment its plan says. Called before anything is read or written.
 */
export function settleWork(call: WithoutUser) {
  for (const work of call.organization.pending) {
    const standing = standingOf(work.plan, call.now)
    const row = findRow(call.organization, 'asyncoperation', work.operation)
    if (row === undefined || standing === 'waiting') continue
    if (standing === 'running') showRunning(call, work, row)
    else finish({ ...call, now: new Date(work.plan.endsAt ?? call.now), undo: [] }, work)
  }
}

function showRunning(call: WithoutUser, work: PendingWork, row: Row) {
  const writing = { ...call, user: work.user, undo: [] }
  if (row.statecode === 0) {
    const startedon = secondsOf(new Date(work.plan.startsAt))
    changeRow(writing, asyncOperationTable, work.operation, { statecode: 2, statuscode: 20, startedon })
  }
  const job = importJobOf(work)
  const progress = Math.min(99, Math.floor(progressOf(work.plan, call.now) * 100))
  const before = job === undefined ? undefined : findRow(call.organization, 'importjob', job)
  if (job === undefined || before === undefined || before.progress === progress) return
  changeRow(writing, importJobTable, job, { progress })
}

function finish(call: WithoutUser, work: PendingWork) {
  const { organization } = call
  organization.pending = organization.pending.filter((one) => one !== work)
  const done = { ...call, user: work.user }
  const startedon = secondsOf(new Date(work.plan.startsAt))
  const completedon = secondsOf(call.now)
  const result = resultOf(done, work)
  const { failure } = result
  const words = { message: failure?.message ?? null, friendlymessage: failure?.message ?? null }
  changeRow(done, asyncOperationTable, work.operation, {
    statecode: 3,
    statuscode: failure === undefined ? 30 : 31,
    errorcode: failure === undefined ? 0 : signedCode(failure.code),
    startedon,
    completedon,
    ...words,
  })
  const job = importJobOf(work)
  if (job === undefined || findRow(organization, 'importjob', job) === undefined) return
  const data = importLog({ ...result, at: call.now, solution: result.solution ?? '' })
  const solutionname = result.solution ?? null
  changeRow(done, importJobTable, job, { progress: 100, startedon, completedon, solutionname, data })
}

function resultOf(call: OrganizationCall, work: PendingWork): WorkResult {
  if (work.plan.outcome !== 'success') return { warnings: [], failure: work.plan.outcome }
  try {
    return wholly(call, () => carryOut(call, work))
  } catch (error) {
    if (error instanceof SolutionFailure || error instanceof EmulatedFailure) return { warnings: [], failure: error }
    throw error
  }
}

function importJobOf({ parameters }: PendingWork): string | undefined {
  return typeof parameters.ImportJobId === 'string' ? parameters.ImportJobId : undefined
}
