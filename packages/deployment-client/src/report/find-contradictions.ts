import type { RunResult, StepResult } from '../apply/deploy-event.ts'
import type { TargetStatus } from '../deploy/target-status.ts'
import type { Plan } from '../plan/plan.ts'
import type { DeploymentReport } from './report-schema.ts'

/** A place where a report contradicts itself. */
export interface Contradiction {
  readonly path: readonly PropertyKey[]
  readonly what: string
}

type Path = readonly PropertyKey[]

/** Everything in a report that no run of ours can have printed, in the order of the report. */
export function findContradictions(report: DeploymentReport): Contradiction[] {
  const found: Contradiction[] = []
  const names = new Set<string>()
  for (const [index, entry] of report.targets.entries()) {
    const path = ['targets', index]
    const { target } = entry
    if (names.has(target)) found.push({ path: [...path, 'target'], what: `The target “${target}” occurs twice.` })
    names.add(target)
    if ('plan' in entry) {
      found.push(...inPlan(report.command, target, entry.plan, [...path, 'plan']))
      if (entry.result !== undefined) {
        const at = [...path, 'result']
        if (entry.declined === true)
          found.push({ path: at, what: `“${target}” was left as it is, and yet has a result.` })
        found.push(...inResult(target, entry.plan, entry.result, at))
      } else if (report.command !== 'plan' && entry.declined !== true && hasWork(entry.plan)) {
        found.push({
          path,
          what: `The plan for “${target}” has something to do, and no result says what became of it.`,
        })
      }
    } else if ('records' in entry) found.push(...inStatus(entry, path))
  }
  return found
}

function inPlan(command: string, target: string, plan: Plan, path: Path): Contradiction[] {
  const found: Contradiction[] = []
  const expected = command === 'plan' ? 'apply' : command
  if (plan.command !== expected) {
    found.push({ path: [...path, 'command'], what: `The plan is of “${plan.command}”, the report of “${command}”.` })
  }
  if (plan.target.name !== target) {
    found.push({ path: [...path, 'target', 'name'], what: `The plan is of “${plan.target.name}”, not “${target}”.` })
  }
  const known = new Set<string>()
  for (const [index, { address, kind }] of plan.actions.entries()) {
    const at = [...path, 'actions', index, 'address']
    if (known.has(address)) found.push({ path: at, what: `The plan names ${address} twice.` })
    if (!address.startsWith(`${kind}/`)) found.push({ path: at, what: `${address} is said to be a ${kind}.` })
    known.add(address)
  }
  const { counts, findings } = plan.findings
  for (const severity of ['error', 'warning', 'info'] as const) {
    const many = findings.filter((finding) => finding.severity === severity).length
    if (counts[severity] === many) continue
    found.push({
      path: [...path, 'findings', 'counts', severity],
      what: `${counts[severity]} findings are counted as ${severity}, and ${many} are there.`,
    })
  }
  return found
}

function inResult(target: string, plan: Plan, result: RunResult, path: Path): Contradiction[] {
  const found: Contradiction[] = []
  if (result.target !== target) {
    found.push({ path: [...path, 'target'], what: `The result is of “${result.target}”, not “${target}”.` })
  }
  if (plan.findings.counts.error > 0) {
    found.push({ path, what: 'The plan has errors, which forbid carrying it out, and yet it has a result.' })
  }
  const planned = new Map(plan.actions.map((action) => [action.address, action]))
  for (const [index, step] of result.steps.entries()) {
    const what = againstPlan(step, planned.get(step.address)?.verb)
    if (what !== undefined) found.push({ path: [...path, 'steps', index], what })
    planned.delete(step.address)
  }
  const missing = [...planned.values()].find(({ verb }) => verb !== 'leave')
  if (missing !== undefined) {
    found.push({ path: [...path, 'steps'], what: `Nothing says what became of ${missing.address}.` })
  }
  const open = result.steps.find(({ state }) => state !== 'done')
  if (result.outcome === 'done' && open !== undefined) {
    const what = `The run is said to be done, and ${open.address} is “${open.state}”.`
    found.push({ path: [...path, 'outcome'], what })
  }
  const isFailed = result.steps.some(({ state }) => state === 'failed')
  if (result.outcome === 'failed' && !isFailed) {
    found.push({ path: [...path, 'outcome'], what: 'The run is said to have failed, and no step failed.' })
  }
  return found
}

function againstPlan({ address, verb, state, failure }: StepResult, planned: string | undefined): string | undefined {
  if (planned === undefined) return `${address} has a result, and the plan does not name it, or names it once.`
  if (planned !== verb) return `The plan says “${planned}” of ${address}, the result “${verb}”.`
  if (state === 'done' && failure !== undefined) return `${address} is said to be done, and has a failure.`
  return undefined
}

function inStatus({ lastRun, canGoOn }: TargetStatus, path: Path): Contradiction[] {
  if (lastRun?.outcome !== 'done') return []
  const at = [...path, 'lastRun', 'outcome']
  const [open] = lastRun.open
  if (open !== undefined) return [{ path: at, what: `The run ended well, and ${open.address} is “${open.state}”.` }]
  return canGoOn ? [{ path: at, what: 'The run ended well, and yet can be gone on with.' }] : []
}

function hasWork({ actions, findings }: Plan): boolean {
  return findings.counts.error === 0 && actions.some(({ verb }) => verb !== 'leave')
}
