import { TargetFailure } from '../target/target-failure.ts'
import type { JournalState } from './journal-state.ts'

/** Where a target is. */
interface TargetPlace {
  readonly name: string
  readonly tenant: string
  readonly environment: string
}

/**
 * Makes sure that what a journal looks after lies where the target is now: a target that was led to another environment
 * would otherwise take what is there for its own, and forget what it put into the first.
 *
 * @throws TargetFailure `journal-of-another-environment`.
 */
export function expectOwnJournal({ runs, records }: JournalState, path: string, target: TargetPlace): void {
  const last = runs.at(-1)
  if (last === undefined) return
  const isOver = records.size === 0 && (last.outcome === 'done' || last.steps.size === 0)
  if (isOver || (isSame(last.environment, target.environment) && isSame(last.tenant, target.tenant))) return
  throw new TargetFailure({
    code: 'journal-of-another-environment',
    what: `The journal of ${target.name} is about environment ${last.environment} of tenant ${last.tenant}, and the description now leads to ${target.environment} of ${target.tenant}.`,
    why: 'What was deployed there would be forgotten, and things here that it did not make be taken for its own.',
    fix: `Give the new environment a target with a name of its own. To leave the first, lead the target back there and run destroy; to forget it, move ${path} away.`,
  })
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
