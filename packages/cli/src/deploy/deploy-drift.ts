import { type DriftReport, type FleetEntry, runFleet } from '@sevenstep/deployment-client'
import { toSafeLines } from '@sevenstep/findings'
import type { DeployFlags } from '../commands/deploy-command.ts'
import { type Console, wantsColor } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { openSession } from './deploy-session.ts'
import { printFailureEntry } from './print-failure-entry.ts'
import { withInterruption } from './with-interruption.ts'

/** `sevenstep deploy drift`: what was changed by hand since the last apply. 1 where something was. */
export async function deployDrift(file: string | undefined, flags: DeployFlags, console: Console): Promise<ExitCode> {
  const session = openSession(file, flags, console)
  if (session === undefined) return exitCodes.findings
  const deployer = session.deployer()
  const { parallel } = flags
  const entries = await withInterruption((signal) =>
    runFleet(session.targets, (target) => deployer.drift(target, { signal }), { parallel, signal }),
  )
  console.out(flags.format === 'json' ? jsonOf(entries) : textOf(entries, wantsColor(console, flags.color)))
  if (entries.some((entry) => !entry.ok && entry.failure.code === 'fault')) return exitCodes.fault
  if (entries.some((entry) => !entry.ok)) return exitCodes.remote
  return entries.some((entry) => entry.ok && entry.value.drifted.length > 0) ? exitCodes.findings : exitCodes.fine
}

function textOf(entries: readonly FleetEntry<DriftReport>[], color: boolean): string {
  const parts = entries.map((entry) => (entry.ok ? printDrift(entry.value) : printFailureEntry(entry, color)))
  return `${parts.join('\n\n')}\n`
}

function printDrift({ target, looked, drifted }: DriftReport): string {
  if (drifted.length === 0) return `${target}: all ${looked} parts are as the last apply left them.`
  const lines = drifted.flatMap(({ address, how, difference }) => [
    `  ${how === 'gone' ? '- gone   ' : '~ changed'} ${toSafeLines(address)}`,
    ...(difference?.summary ?? []).map((line) => `      ${toSafeLines(line)}`),
  ])
  return [`${target}: ${drifted.length} of ${looked} parts were changed by hand.`, ...lines].join('\n')
}

function jsonOf(entries: readonly FleetEntry<DriftReport>[]): string {
  const targets = entries.map((entry) => (entry.ok ? entry.value : { target: entry.target, failure: entry.failure }))
  return `${JSON.stringify({ version: 1, command: 'drift', targets }, undefined, 2)}\n`
}
