import {
  changesOf,
  type Deployer,
  type FleetEntry,
  isBlocked,
  type Plan,
  runFleet,
  type TargetOutcome,
} from '@sevenstep/deployment-client'
import type { ChangeFlags } from '../commands/deploy-command.ts'
import { type Console, wantsColor } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { askApproval } from './ask-approval.ts'
import type { DeploySession } from './deploy-session.ts'
import { printFailureEntry } from './print-failure-entry.ts'
import { printOutcomes } from './print-outcome.ts'
import { printPlan } from './print-plan.ts'
import { showProgress } from './show-progress.ts'
import { withInterruption } from './with-interruption.ts'

/** A command that changes targets: how it plans one, and how it carries a plan out. */
export interface Change {
  readonly command: 'apply' | 'rollback' | 'destroy'
  readonly question: (plans: readonly Plan[]) => string
  preview(deployer: Deployer, target: string, signal: AbortSignal): Promise<Plan>
  carryOut(
    deployer: Deployer,
    target: string,
    approve: (plan: Plan) => Promise<boolean>,
    planned: Plan | undefined,
    signal: AbortSignal,
  ): Promise<TargetOutcome>
}

/** Plans every target, asks once, changes them several at a time, and reports each; one that fails stops no other. */
export async function changeTargets(
  session: DeploySession,
  targets: readonly string[],
  change: Change,
  planned: ReadonlyMap<string, Plan>,
  flags: ChangeFlags,
  console: Console,
): Promise<ExitCode> {
  if (targets.length === 0) {
    console.out(flags.format === 'json' ? jsonOf(change.command, []) : 'There is no target to work on.\n')
    return exitCodes.fine
  }
  return withInterruption(async (signal) => {
    const approved = flags.autoApprove
      ? planned
      : await approvePlans(session, targets, change, planned, flags, console, signal)
    if (approved === undefined) return exitCodes.fine
    const view = showProgress(targets, console)
    const deployer = session.deployer(view.onEvent)
    const begin = (target: string) =>
      change.carryOut(deployer, target, async (plan) => !isBlocked(plan), approved.get(target), signal)
    const entries = await runFleet(targets, begin, { parallel: flags.parallel, signal }).finally(view.close)
    console.out(flags.format === 'json' ? jsonOf(change.command, entries) : textOf(entries, flags, console))
    return exitCodeOf(entries)
  })
}

/** The plans that a person said yes to; nothing where the person did not. */
async function approvePlans(
  session: DeploySession,
  targets: readonly string[],
  change: Change,
  planned: ReadonlyMap<string, Plan>,
  flags: ChangeFlags,
  console: Console,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Plan> | undefined> {
  const deployer = session.deployer()
  const { parallel } = flags
  const look = async (target: string) => planned.get(target) ?? change.preview(deployer, target, signal)
  const entries = await runFleet(targets, look, { parallel, signal })
  // Messages are made safe for terminals as a whole, colours of ours included.
  const options = { color: false, width: console.width, details: flags.details ?? false }
  for (const entry of entries) {
    console.error(`${entry.ok ? printPlan(entry.value, options) : printFailureEntry(entry, options.color)}\n`)
  }
  const plans = entries.flatMap((entry) => (entry.ok && !isBlocked(entry.value) ? [entry.value] : []))
  const hasWork = plans.some((plan) => changesOf(plan).length > 0)
  if (hasWork && !(await askApproval(change.question(plans), console, signal))) {
    console.error('Nothing was changed.\n')
    return undefined
  }
  return new Map(plans.map((plan) => [plan.target.name, plan]))
}

function textOf(entries: readonly FleetEntry<TargetOutcome>[], flags: ChangeFlags, console: Console): string {
  const color = wantsColor(console, flags.color)
  const blocked = entries.flatMap((entry) =>
    entry.ok && entry.value.declined === true && isBlocked(entry.value.plan) ? [entry.value.plan] : [],
  )
  const plans = blocked.map((plan) => printPlan(plan, { color, width: console.width, details: flags.details ?? false }))
  return [...plans, printOutcomes(entries, color)].join('\n')
}

function jsonOf(command: string, entries: readonly FleetEntry<TargetOutcome>[]): string {
  const targets = entries.map((entry) =>
    entry.ok ? { target: entry.target, ...entry.value } : { target: entry.target, failure: entry.failure },
  )
  return `${JSON.stringify({ version: 1, command, targets }, undefined, 2)}\n`
}

/** The gravest first: a fault of ours, then trouble of a target, then what a person has to do. */
function exitCodeOf(entries: readonly FleetEntry<TargetOutcome>[]): ExitCode {
  const outcomes = entries.map((entry) => {
    if (!entry.ok) return entry.failure.code === 'fault' ? 'fault' : 'failed'
    if (entry.value.declined === true) return isBlocked(entry.value.plan) ? 'blocked' : 'done'
    return entry.value.result?.outcome ?? 'done'
  })
  if (outcomes.includes('fault')) return exitCodes.fault
  if (outcomes.includes('failed') || outcomes.includes('stopped')) return exitCodes.remote
  return outcomes.includes('blocked') || outcomes.includes('waits') ? exitCodes.findings : exitCodes.fine
}
