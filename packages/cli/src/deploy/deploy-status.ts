import type { RunStatus, TargetStatus } from '@sevenstep/deployment-client'
import { toSafeLines } from '@sevenstep/findings'
import type { DeployFlags } from '../commands/deploy-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { openSession } from './deploy-session.ts'

/** `sevenstep deploy status`: what the journals say. 1 where a run did not end well. */
export async function deployStatus(file: string | undefined, flags: DeployFlags, console: Console): Promise<ExitCode> {
  const session = openSession(file, flags, console)
  if (session === undefined) return exitCodes.findings
  const deployer = session.deployer()
  const statuses = session.targets.map((target) => deployer.status(target))
  console.out(
    flags.format === 'json'
      ? `${JSON.stringify({ version: 1, command: 'status', targets: statuses }, undefined, 2)}\n`
      : `${statuses.map(printStatus).join('\n\n')}\n`,
  )
  return statuses.some(({ canGoOn }) => canGoOn) ? exitCodes.findings : exitCodes.fine
}

function printStatus({ target, lastRun, records, canGoOn }: TargetStatus): string {
  const lines = [
    `${target}: ${lastRun === undefined ? 'never deployed from here' : printRun(lastRun)}`,
    ...(lastRun?.open ?? []).map(({ address, state }) => `  ${state}: ${toSafeLines(address)}`),
    ...(canGoOn ? ['  Run the same command again: it goes on from there.'] : []),
    ...records.map(
      ({ address, id, isCreated }) =>
        `  ${toSafeLines(address)}  ${toSafeLines(id)}${isCreated ? '' : '  (was there before)'}`,
    ),
  ]
  return lines.join('\n')
}

function printRun({ command, outcome, lastAt }: RunStatus): string {
  const words = {
    done: 'ended well',
    failed: 'failed in part',
    waits: 'waits for a person',
    stopped: 'was stopped',
    'cut-off': 'was cut off',
  }[outcome]
  return `the last ${command} ${words} (${lastAt})`
}
