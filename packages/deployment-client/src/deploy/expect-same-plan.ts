import { isSameContent, toJson } from '../model/content.ts'
import type { Plan } from '../plan/plan.ts'
import { TargetFailure } from '../target/target-failure.ts'

/**
 * Makes sure that what would be done now is what somebody looked at.
 *
 * @throws TargetFailure `changed-since-plan` with what differs.
 */
export function expectSamePlan(planned: Plan, now: Plan): void {
  if (planned.target.name !== now.target.name || planned.target.environment !== now.target.environment) {
    throw changed('it was made for another target')
  }
  if (planned.wantedHash !== now.wantedHash) throw changed('the description or a file it names was changed')
  const before = new Map(planned.actions.map((action) => [action.address, action]))
  const different = now.actions.filter((action) => {
    const known = before.get(action.address)
    return (
      known === undefined ||
      known.verb !== action.verb ||
      !isSameContent(toJson(known.expected), toJson(action.expected))
    )
  })
  if (different.length > 0) throw changed(`${different.map(({ address }) => address).join(', ')} changed in the target`)
}

function changed(how: string): TargetFailure {
  return new TargetFailure({
    code: 'changed-since-plan',
    what: `The plan no longer fits: ${how} since it was made.`,
    why: 'Applying it would do something that nobody has looked at.',
    fix: 'Make a new plan and look at it.',
  })
}
