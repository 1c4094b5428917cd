import type { RunResult } from '../apply/deploy-event.ts'
import type { TargetStatus } from '../deploy/target-status.ts'
import type { WantedKind } from '../model/wanted.ts'
import type { Plan, PlannedAction } from '../plan/plan.ts'
import type { FailureText } from '../target/target-failure.ts'
import type { ReportRuleId } from './report-rules.ts'
import type { DeploymentReport } from './report-schema.ts'

/** One target of a report, whichever command reported it. */
export interface ReportedTarget {
  readonly command: DeploymentReport['command']
  readonly target: string
  /** Where it stands in the report. */
  readonly path: readonly PropertyKey[]
  readonly tenant?: string
  readonly environment?: string
  readonly plan?: Plan
  readonly result?: RunResult
  readonly declined?: true
  readonly failure?: FailureText
  readonly status?: TargetStatus
}

/** One thing a report says against a target. */
export interface Objection {
  readonly rule: ReportRuleId
  readonly path: readonly PropertyKey[]
  readonly data: Readonly<Record<string, string>>
}

/**
 * What one target says of one family of rules. `silent`: this command has nothing to say of it, so what was known before
 * stays; `open`: it should have said it, and could not.
 */
export type Verdict =
  | { readonly is: 'met'; readonly warnings?: readonly Objection[] }
  | { readonly is: 'silent' }
  | { readonly is: 'open'; readonly reason: string; readonly warnings?: readonly Objection[] }
  | { readonly is: 'failed'; readonly objections: readonly Objection[] }

export const met: Verdict = { is: 'met' }
export const silent: Verdict = { is: 'silent' }

/** It could not be told, with one sentence why. */
export function open(reason: string): Verdict {
  return { is: 'open', reason }
}

/** The targets of a report, all in one shape. */
export function reportedTargets(report: DeploymentReport): readonly ReportedTarget[] {
  const { command } = report
  return report.targets.map((entry, index): ReportedTarget => {
    const common = { command, target: entry.target, path: ['targets', index] }
    if ('failure' in entry) return { ...common, failure: entry.failure }
    if ('records' in entry) return { ...common, tenant: entry.tenant, environment: entry.environment, status: entry }
    const { plan, result, declined } = entry
    const { tenant, environment } = plan.target
    return {
      ...common,
      tenant,
      environment,
      plan,
      ...(result !== undefined && { result }),
      ...(declined !== undefined && { declined }),
    }
  })
}

/** How far one action came: in the target as wanted, only planned, or not well with the reason. */
export function stateOf(
  { plan, result }: ReportedTarget,
  action: PlannedAction,
): { readonly is: 'there' | 'planned' } | { readonly is: 'not-well'; readonly detail: string } {
  const step = result?.steps.find(({ address }) => address === action.address)
  const { address } = action
  switch (step?.state) {
    case 'done':
      return { is: 'there' }
    case 'failed':
      return { is: 'not-well', detail: `${address} failed: ${step.failure?.what ?? 'no reason is given.'}` }
    case 'waits':
      return { is: 'not-well', detail: `${address} waits for a person: ${step.waits?.what ?? 'no reason is given.'}` }
    case 'skipped':
      return { is: 'not-well', detail: `${address} was not tried, since what it needs is not there.` }
    case 'not-begun':
      return { is: 'not-well', detail: `${address} was not begun.` }
    default: {
      const isThere = action.verb === 'leave' && action.needsPerson !== true && plan !== undefined
      return { is: isThere ? 'there' : 'planned' }
    }
  }
}

/** What a plan's own findings of some rules say against the target. */
export function findingsAgainst(
  { plan, target, path }: ReportedTarget,
  planRules: readonly string[],
  rule: ReportRuleId,
): readonly Objection[] {
  return (plan?.findings.findings ?? []).flatMap(({ ruleId, severity, message }, index) =>
    severity === 'error' && planRules.includes(ruleId)
      ? [{ rule, path: [...path, 'plan', 'findings', 'findings', index], data: { target, detail: message.what } }]
      : [],
  )
}

/** Judges all actions of some kinds: there, not well, or only planned. */
export function judgeKinds(
  entry: ReportedTarget,
  kinds: readonly WantedKind[],
  rule: ReportRuleId,
  planRules: readonly string[] = [],
): Verdict {
  const { plan, path, target, command } = entry
  if (command !== 'plan' && command !== 'apply') return silent
  if (plan === undefined) return open(`“${target}” could not be looked at.`)
  const against = findingsAgainst(entry, planRules, rule)
  const actions = [...plan.actions.entries()].filter(([, { kind }]) => kinds.includes(kind))
  const states = actions.map(([index, action]) => ({ index, state: stateOf(entry, action) }))
  const objections = states.flatMap(({ index, state }): Objection[] =>
    state.is === 'not-well'
      ? [{ rule, path: [...path, 'plan', 'actions', index], data: { target, detail: state.detail } }]
      : [],
  )
  if (against.length + objections.length > 0) return { is: 'failed', objections: [...against, ...objections] }
  if (actions.length === 0) return open(`The deployment has nothing of this kind for “${target}”.`)
  // What a plan means to do takes nothing from what an earlier run has done.
  if (states.some(({ state }) => state.is === 'planned')) {
    return command === 'plan' ? silent : open(`In “${target}” it is only planned.`)
  }
  return met
}
