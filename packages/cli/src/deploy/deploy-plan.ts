import { resolve } from 'node:path'
import { type FleetEntry, isBlocked, type Plan, runFleet } from '@sevenstep/deployment-client'
import type { PlanFlags } from '../commands/deploy-command.ts'
import { type Console, wantsColor } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { writeFileWhole } from '../write-file-whole.ts'
import { openSession } from './deploy-session.ts'
import { savedPlan } from './plan-file.ts'
import { planOptions } from './plan-options.ts'
import { printFailureEntry } from './print-failure-entry.ts'
import { printPlan } from './print-plan.ts'
import { withInterruption } from './with-interruption.ts'

/** `sevenstep deploy plan`: says what an apply would do. 1 where something forbids it, 4 where a target did not answer. */
export async function deployPlan(file: string | undefined, flags: PlanFlags, console: Console): Promise<ExitCode> {
  const session = openSession(file, flags, console)
  if (session === undefined) return exitCodes.findings
  const options = planOptions(flags, console)
  const deployer = session.deployer()
  const { parallel } = flags
  const entries = await withInterruption((signal) =>
    runFleet(session.targets, (target) => deployer.plan(target, { ...options, signal }), { parallel, signal }),
  )
  if (flags.out !== undefined) writeFileWhole(resolve(console.folder, flags.out), savedPlan(entries), flags.out)
  console.out(flags.format === 'json' ? jsonOf(entries) : textOf(entries, flags, console))
  return exitCodeOf(entries)
}

function textOf(entries: readonly FleetEntry<Plan>[], flags: PlanFlags, console: Console): string {
  const options = { color: wantsColor(console, flags.color), width: console.width, details: flags.details }
  return entries
    .map((entry) => (entry.ok ? printPlan(entry.value, options) : printFailureEntry(entry, options.color)))
    .join('\n')
}

function jsonOf(entries: readonly FleetEntry<Plan>[]): string {
  const targets = entries.map((entry) =>
    entry.ok ? { target: entry.target, plan: entry.value } : { target: entry.target, failure: entry.failure },
  )
  return `${JSON.stringify({ version: 1, command: 'plan', targets }, undefined, 2)}\n`
}

function exitCodeOf(entries: readonly FleetEntry<Plan>[]): ExitCode {
  if (entries.some((entry) => !entry.ok && entry.failure.code === 'fault')) return exitCodes.fault
  if (entries.some((entry) => !entry.ok)) return exitCodes.remote
  return entries.some((entry) => entry.ok && isBlocked(entry.value)) ? exitCodes.findings : exitCodes.fine
}
