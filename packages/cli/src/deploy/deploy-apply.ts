import type { Plan } from '@sevenstep/deployment-client'
import type { ChangeFlags } from '../commands/deploy-command.ts'
import type { Console } from '../console.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { changeTargets } from './change-targets.ts'
import { openSession } from './deploy-session.ts'
import { readPlanFile } from './plan-file.ts'
import { planOptions } from './plan-options.ts'
import { waitMilliseconds } from './wait-milliseconds.ts'

/** `sevenstep deploy apply`: brings targets to what the description says. */
export async function deployApply(file: string | undefined, flags: ChangeFlags, console: Console): Promise<ExitCode> {
  const session = openSession(file, flags, console)
  if (session === undefined) return exitCodes.findings
  const planned: ReadonlyMap<string, Plan> = flags.plan === undefined ? new Map() : readPlanFile(flags.plan, console)
  expectTargets(session.targets, planned, flags.plan)
  const options = planOptions(flags, console)
  const waitFor = waitMilliseconds(flags)
  const deployer = session.deployer()
  const targets = session.targets
    .filter((target) => flags.plan === undefined || planned.has(target))
    .filter((target) => !flags.onlyUnfinished || deployer.status(target).canGoOn || !hasRun(deployer.status(target)))
  const count = targets.length === 1 ? `to ${targets[0]}` : `to ${targets.length} targets`
  return changeTargets(
    session,
    targets,
    {
      command: 'apply',
      question: () => `Apply this ${count}?`,
      preview: (one, target, signal) => one.plan(target, { ...options, signal }),
      carryOut: (one, target, approve, plan, signal) =>
        one.apply(target, { ...options, approve, waitFor, signal, ...(plan !== undefined && { planned: plan }) }),
    },
    planned,
    flags,
    console,
  )
}

function hasRun({ lastRun }: { readonly lastRun?: unknown }): boolean {
  return lastRun !== undefined
}

/** A plan that fits nothing here would be carried out by doing nothing, which looks like success. */
function expectTargets(targets: readonly string[], planned: ReadonlyMap<string, Plan>, file: string | undefined): void {
  if (file === undefined || targets.some((target) => planned.has(target))) return
  throw new Failure(
    exitCodes.usage,
    `${file} has no plan for ${targets.join(', ')}.`,
    `It has ${planned.size === 0 ? 'none at all' : `those of ${[...planned.keys()].join(', ')}`}.`,
    'Give the description and the targets that it was made from.',
  )
}
