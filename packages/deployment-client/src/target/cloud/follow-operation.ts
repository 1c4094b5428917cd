import { asyncOperations } from '@sevenstep/cloud-access'
import type { TargetOptions, TargetWork } from '../target.ts'
import { TargetFailure } from '../target-failure.ts'
import { atOrganization, type Organization } from './organization.ts'

const prefix = 'asyncoperation '
const longest = 4 * 3_600_000
const pauses = [2000, 3000, 5000, 8000, 12_000, 15_000]

/** The handle of background work in an organisation, for a journal. */
export function operationHandle(id: string): string {
  return `${prefix}${id}`
}

/**
 * Follows background work of an organisation by its id, which is all that an import leaves behind, and all that is known
 * of work somebody else began.
 */
export function followOperation(organization: Organization, idOrHandle: string, options: TargetOptions): TargetWork {
  const { calls, clock } = organization
  const id = idOrHandle.startsWith(prefix) ? idOrHandle.slice(prefix.length) : idOrHandle
  return {
    handle: operationHandle(id),
    async done() {
      const until = clock.now() + longest
      for (let polls = 0; ; polls += 1) {
        const row = await calls.call(asyncOperations.get, { path: { id }, query: {} }, atOrganization(organization))
        if (row.statecode === 3) {
          if (row.statuscode === 30) return
          throw failed(id, row.friendlymessage ?? row.message ?? undefined, row.statuscode === 32)
        }
        if (clock.now() > until) throw unfinished(id)
        options.onProgress?.({ said: row.statuscode === 0 || row.statuscode === 10 ? 'waiting its turn' : 'running' })
        await clock.sleep(pauses[Math.min(polls, pauses.length - 1)] ?? 15_000, options.signal)
      }
    },
  }
}

function failed(id: string, message: string | undefined, isCancelled: boolean): TargetFailure {
  const said = message === undefined ? '' : `\nThe service says: ${message}`
  return new TargetFailure({
    code: isCancelled ? 'work-cancelled' : 'work-failed',
    what: `The import ${isCancelled ? 'was cancelled' : 'failed'} (asyncoperation ${id}).${said}`,
    why: causeOf(message ?? ''),
    fix: 'Mend what it names and run apply again; Solution History in the maker portal has the whole text.',
  })
}

/** Causes that are known from what others met; the platform's own text says less. */
function causeOf(message: string): string {
  if (/modifyPermissionsForServicePrincipal|Can use \+ share/i.test(message)) {
    return 'Whoever imports neither owns the connection nor has it shared with "Can use + share".'
  }
  if (/connection reference|ConnectionNotFound|unexpected error/i.test(message)) {
    return 'Mostly a bound connection that is not there, is not shared with whoever imports, or has its connector in front of its id.'
  }
  if (/dependenc/i.test(message)) return 'Something that the solution needs is not installed.'
  if (/previous \[|Cannot start another/i.test(message)) return 'Other work on solutions went on in the organisation.'
  return 'The platform gave no more than this text.'
}

function unfinished(id: string): TargetFailure {
  return new TargetFailure(
    {
      code: 'work-unfinished',
      what: `The work ${id} has not ended after four hours.`,
      why: 'It may be stuck, or wait for other work in the organisation.',
      fix: 'Look at Solution History in the maker portal; apply again goes on waiting for it.',
    },
    { isAmbiguous: true },
  )
}
