import { TargetFailure } from '../target/target-failure.ts'
import { type JournalPlace, journalPath } from './journal.ts'
import { type LockHolder, type LockOptions, lockFile } from './lock-file.ts'

/**
 * Makes sure that one process of this machine works on a target: a file beside the journal. One that a killed process
 * left behind is taken over.
 *
 * @returns what lets go of it.
 * @throws TargetFailure when somebody else holds it for longer than `waitFor`.
 */
export async function lockTarget(place: JournalPlace, options: LockOptions): Promise<() => void> {
  const path = `${journalPath(place)}.lock`
  return lockFile(path, options, (holder) => busy(place.target, holder, path))
}

function busy(target: string, holder: LockHolder | undefined, path: string): TargetFailure {
  const who = holder === undefined ? 'Somebody' : `Process ${holder.pid} on ${holder.host}, since ${holder.at},`
  return new TargetFailure({
    code: 'target-busy',
    what: `${who} is working on ${target} already.`,
    why: 'Two applies at once on one target would make things twice.',
    fix: `Wait until it has ended, or give --wait with the time to wait for it. If no such process deploys any more, delete ${path}.`,
  })
}
