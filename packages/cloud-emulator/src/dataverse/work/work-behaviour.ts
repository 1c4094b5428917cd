import type { TableBehaviour } from '../behaviours/table-behaviour.ts'
import { secondsOf } from '../state.ts'
import { bodyFailure } from '../web-api/web-api-failure.ts'

const completed = 3
const cancelled = 32

/** Background work can be cancelled by a client, and that is all a client can change about it. */
export const workBehaviour: TableBehaviour = {
  create: () => {
    throw bodyFailure('The emulator makes rows of asyncoperations only for the work that it does itself.')
  },
  change: ({ organization, now, undo }, row, { statecode, statuscode }) => {
    if (statecode !== completed || (statuscode !== undefined && statuscode !== cancelled)) {
      throw bodyFailure('Only cancelling is possible: statecode 3 with statuscode 32.')
    }
    const before = organization.pending
    const pending = before.filter(({ operation }) => operation !== row.asyncoperationid)
    if (pending.length === before.length) throw bodyFailure('The work has ended and cannot be cancelled any more.')
    organization.pending = pending
    undo.push(() => {
      organization.pending = before
    })
    return { statecode: completed, statuscode: cancelled, completedon: secondsOf(now) }
  },
}
