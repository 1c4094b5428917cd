import { changesOf, type Plan } from '@sevenstep/deployment-client'
import type { ChangeFlags } from '../commands/deploy-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { changeTargets } from './change-targets.ts'
import { openSession } from './deploy-session.ts'
import { waitMilliseconds } from './wait-milliseconds.ts'

/** `sevenstep deploy rollback` and `destroy`: both take away, and say before what is lost for good. */
export async function deployBackward(
  command: 'rollback' | 'destroy',
  file: string | undefined,
  flags: ChangeFlags,
  console: Console,
): Promise<ExitCode> {
  const session = openSession(file, flags, console)
  if (session === undefined) return exitCodes.findings
  const waitFor = waitMilliseconds(flags)
  const question = (plans: readonly Plan[]) => {
    const removed = plans.flatMap(changesOf).filter(({ verb }) => verb === 'remove').length
    const loss = removed === 0 ? '' : `, removing ${removed} ${removed === 1 ? 'thing' : 'things'} for good`
    const doing = command === 'rollback' ? 'Go back to before the last apply' : 'Remove what was deployed'
    return `${doing} in ${plans.length} ${plans.length === 1 ? 'target' : 'targets'}${loss}?`
  }
  return changeTargets(
    session,
    session.targets,
    {
      command,
      question,
      // Asked with an approval that says no, it plans and changes nothing.
      preview: async (deployer, target, signal) =>
        (await deployer[command](target, { approve: async () => false, waitFor, signal })).plan,
      carryOut: (deployer, target, approve, _, signal) => deployer[command](target, { approve, waitFor, signal }),
    },
    new Map(),
    flags,
    console,
  )
}
