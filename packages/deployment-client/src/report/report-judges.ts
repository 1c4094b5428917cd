import type { Plan } from '../plan/plan.ts'
import type { FailureText } from '../target/target-failure.ts'
import { emulatorTenants } from './emulator-tenants.ts'
import type { ReportFamilyId } from './report-rules.ts'
import {
  findingsAgainst,
  judgeKinds,
  met,
  type Objection,
  open,
  type ReportedTarget,
  silent,
  stateOf,
  type Verdict,
} from './reported-target.ts'

/** What is known beside the report. */
export interface ReportContext {
  /** Tenants that are the vendor's own; left out, whether a target is one cannot be told. */
  readonly ownTenants?: readonly string[]
}

type Judge = (entry: ReportedTarget, context: ReportContext) => Verdict

/** How each family but that of secrets is judged, one target at a time. */
export const reportJudges: Readonly<Record<Exclude<ReportFamilyId, 'deployment-secrets'>, Judge>> = {
  'deployment-tenant': judgeTenant,
  'deployment-environment': judgeEnvironment,
  'deployment-rights': judgeRights,
  'deployment-database': judgeDatabase,
  'deployment-connectors': judgeConnectors,
  'deployment-connections': (entry) =>
    judgeKinds(entry, ['connection'], 'report-connections-there', [
      'deploy-connection-there',
      'deploy-connection-id-bare',
      'deploy-connection-of-connector',
      'deploy-connection-working',
      'deploy-connection-shared',
    ]),
  'deployment-references': (entry) =>
    judgeKinds(entry, ['connection-reference'], 'report-references-bound', ['deploy-bindings-complete']),
  'deployment-variables': (entry) =>
    judgeKinds(entry, ['environment-variable'], 'report-variables-set', [
      'deploy-variable-value-packaged',
      'deploy-variable-value-missing',
      'deploy-variable-two-values',
      'deploy-variable-known',
    ]),
  'deployment-policy': (entry) =>
    judgeByFindings(entry, 'report-policy-allows', 'deploy-policy-blocks', ['deploy-policy-unknown']),
  'deployment-licence': (entry) =>
    judgeByFindings(entry, 'report-owner-licensed', 'deploy-owner-licence', [
      'deploy-premium-licence',
      'deploy-not-asked',
    ]),
  'deployment-finished': judgeFinished,
  'deployment-flows-on': (entry) => judgeKinds(entry, ['activation'], 'report-flows-on'),
  'deployment-repeated': judgeRepeated,
  'deployment-removed': judgeRemoved,
}

function judgeTenant({ command, target, path, tenant, plan, result }: ReportedTarget, context: ReportContext): Verdict {
  if (command !== 'plan' && command !== 'apply') return silent
  if (plan === undefined || tenant === undefined) return open(`“${target}” could not be looked at.`)
  const place = [...path, 'plan', 'target', 'tenant']
  const data = { target, tenant }
  const isTenant = (one: string) => one.toLowerCase() === tenant.toLowerCase()
  if (context.ownTenants?.some(isTenant) === true) {
    return { is: 'failed', objections: [{ rule: 'report-other-tenant', path: place, data }] }
  }
  if (emulatorTenants.some(isTenant)) {
    const warnings: readonly Objection[] = [{ rule: 'report-rehearsal', path: place, data }]
    return { is: 'open', reason: `“${target}” is a rehearsal: its tenant is the emulator’s.`, warnings }
  }
  if (context.ownTenants === undefined || context.ownTenants.length === 0) {
    return open('Which tenants are the vendor’s own is not known.')
  }
  // A plan alone has been to the tenant, but nothing of the vendor's is there.
  const isAsLeft = plan.actions.length > 0 && plan.actions.every((action) => action.verb === 'leave')
  const isThere = result?.outcome === 'done' || isAsLeft
  if (isThere) return met
  return command === 'plan' ? silent : open(`In “${target}” it is only planned.`)
}

function judgeEnvironment({ command, target, path, environment, plan }: ReportedTarget): Verdict {
  if (command !== 'plan' && command !== 'apply') return silent
  if (plan === undefined || environment === undefined) return open(`“${target}” could not be looked at.`)
  if (!environment.startsWith('Default-')) return met
  const place = [...path, 'plan', 'target', 'environment']
  return { is: 'met', warnings: [{ rule: 'report-environment-chosen', path: place, data: { target } }] }
}

const refusals: ReadonlySet<number | undefined> = new Set([401, 403])

function judgeRights({ command, target, path, failure, result }: ReportedTarget): Verdict {
  if (command === 'status') return silent
  const objection = ({ what }: FailureText, place: readonly PropertyKey[]): Objection[] => [
    { rule: 'report-rights', path: place, data: { target, detail: what } },
  ]
  if (failure !== undefined) {
    if (!refusals.has(failure.status)) return open(`“${target}” could not be looked at.`)
    return { is: 'failed', objections: objection(failure, [...path, 'failure']) }
  }
  const steps = result?.steps ?? []
  const refused = steps.flatMap(({ failure: one }, index) =>
    one !== undefined && refusals.has(one.status) ? objection(one, [...path, 'result', 'steps', index, 'failure']) : [],
  )
  if (refused.length > 0) return { is: 'failed', objections: refused }
  // What a run changed it was allowed to change; one that changed nothing says nothing of it.
  return steps.some(({ state, verb }) => state === 'done' && verb !== 'leave') ? met : silent
}

const inDatabase: ReadonlySet<string> = new Set(['solution', 'environment-variable', 'connection-reference'])

function judgeDatabase(entry: ReportedTarget): Verdict {
  const { command, target, plan } = entry
  if (command !== 'plan' && command !== 'apply') return silent
  if (plan === undefined) return open(`“${target}” could not be looked at.`)
  const objections = findingsAgainst(entry, ['deploy-route-possible'], 'report-database')
  if (objections.length > 0) return { is: 'failed', objections }
  const isUsed = plan.actions.some((action) => inDatabase.has(action.kind) && stateOf(entry, action).is === 'there')
  if (isUsed) return met
  return command === 'plan' ? silent : open(`Nothing in “${target}” shows that there is a database.`)
}

/** There, and in the plan before whatever needs them. */
function judgeConnectors(entry: ReportedTarget): Verdict {
  const rule = 'report-connectors-there'
  const verdict = judgeKinds(entry, ['connector'], rule, ['deploy-connector-before-connection'])
  if (verdict.is !== 'met' || entry.plan === undefined) return verdict
  const { target, path, plan } = entry
  const positions = new Map(plan.actions.map(({ address }, index) => [address, index]))
  const objections = [...plan.actions.entries()].flatMap(([index, { address, needs }]): Objection[] => {
    const late = needs.find((need) => need.startsWith('connector/') && (positions.get(need) ?? -1) > index)
    const detail = `${address} comes before ${late}, which it needs.`
    return late === undefined ? [] : [{ rule, path: [...path, 'plan', 'actions', index], data: { target, detail } }]
  })
  return objections.length === 0 ? met : { is: 'failed', objections }
}

/** Decided by what the plan found, as long as it says nothing of what it could not see. */
function judgeByFindings(
  entry: ReportedTarget,
  rule: 'report-policy-allows' | 'report-owner-licensed',
  against: string,
  unknown: readonly string[],
): Verdict {
  const { command, target, plan } = entry
  if (command !== 'plan' && command !== 'apply') return silent
  if (plan === undefined) return open(`“${target}” could not be looked at.`)
  const objections = findingsAgainst(entry, [against], rule)
  if (objections.length > 0) return { is: 'failed', objections }
  const doubt = plan.findings.findings.find(({ ruleId }) => unknown.includes(ruleId))
  if (doubt !== undefined) return open(`For “${target}” the run could not tell: ${doubt.message.what}`)
  return plan.actions.some(({ kind }) => kind === 'activation') ? met : open(`No flow is switched on in “${target}”.`)
}

function judgeFinished(entry: ReportedTarget): Verdict {
  const { command, target, path, plan, result, failure, declined, status } = entry
  const rule = 'report-finished'
  const failed = (detail: string, place: readonly PropertyKey[]): Verdict => ({
    is: 'failed',
    objections: [{ rule, path: place, data: { target, detail } }],
  })
  if (status !== undefined) return finishedByJournal(status.lastRun, failed, path)
  if (command === 'plan') return plan !== undefined && isAllThere(entry, plan) ? met : silent
  if (command !== 'apply') return silent
  if (failure !== undefined) return failed(`nothing was done: ${failure.what}`, [...path, 'failure'])
  if (plan === undefined) return silent
  if (plan.findings.counts.error > 0) {
    const first = plan.findings.findings.find(({ severity }) => severity === 'error')
    return failed(`the plan is forbidden: ${first?.message.what ?? 'it has errors.'}`, [...path, 'plan', 'findings'])
  }
  if (result !== undefined && result.outcome !== 'done') {
    const bad = plan.actions.map((action) => stateOf(entry, action)).find((state) => state.is === 'not-well')
    const detail = bad !== undefined && 'detail' in bad ? bad.detail : `the run ended as “${result.outcome}”.`
    return failed(detail, [...path, 'result', 'outcome'])
  }
  if (declined === true) return open(`“${target}” was left as it is.`)
  return isAllThere(entry, plan) ? met : open(`In “${target}” it is only planned.`)
}

function isAllThere(entry: ReportedTarget, { actions }: Plan): boolean {
  return actions.length > 0 && actions.every((action) => stateOf(entry, action).is === 'there')
}

/** A journal says how a run ended; what it says of a rollback is no word on an import. */
function finishedByJournal(
  lastRun: NonNullable<ReportedTarget['status']>['lastRun'],
  failed: (detail: string, place: readonly PropertyKey[]) => Verdict,
  path: readonly PropertyKey[],
): Verdict {
  if (lastRun?.command !== 'apply') return silent
  if (lastRun.outcome === 'done') return met
  return failed(`the journal says of the last apply: “${lastRun.outcome}”.`, [...path, 'lastRun', 'outcome'])
}

function judgeRepeated(entry: ReportedTarget): Verdict {
  const { command, plan, declined } = entry
  if (command !== 'plan' && command !== 'apply') return silent
  const objections = findingsAgainst(entry, ['deploy-one-of-the-name'], 'report-nothing-new')
  if (objections.length > 0) return { is: 'failed', objections }
  // Only what an earlier apply made is left as it is; and only an apply could have changed it.
  const isAgain = command === 'apply' && declined !== true && plan !== undefined && plan.actions.length > 0
  return isAgain && plan.actions.every(({ verb }) => verb === 'leave') ? met : silent
}

function judgeRemoved(entry: ReportedTarget): Verdict {
  const { command, target, path, plan, result, failure, status } = entry
  if (status !== undefined) {
    const { lastRun } = status
    return lastRun !== undefined && lastRun.command !== 'apply' && lastRun.outcome === 'done' ? met : silent
  }
  if (command !== 'rollback' && command !== 'destroy') return silent
  const failed = (detail: string, place: readonly PropertyKey[]): Verdict => ({
    is: 'failed',
    objections: [{ rule: 'report-taken-out', path: place, data: { target, detail } }],
  })
  if (failure !== undefined) return failed(`nothing was done: ${failure.what}`, [...path, 'failure'])
  if (plan === undefined || result === undefined) return silent
  if (result.outcome === 'done') return met
  const bad = plan.actions.map((action) => stateOf(entry, action)).find((state) => state.is === 'not-well')
  const detail = bad !== undefined && 'detail' in bad ? bad.detail : `the run ended as “${result.outcome}”.`
  return failed(detail, [...path, 'result', 'outcome'])
}
