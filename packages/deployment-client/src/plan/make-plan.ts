import { createSubject, type DraftFinding } from '@sevenstep/findings'
import { type Clock, isoNow } from '../clock.ts'
import type { JournalState } from '../journal/journal-state.ts'
import { contentHash } from '../model/content.ts'
import type { TargetDeployment } from '../model/deployment.ts'
import { TargetFailure } from '../target/target-failure.ts'
import type { Workbench } from '../things/driver.ts'
import { driverOf } from '../things/drivers.ts'
import { deploymentFinding } from './deployment-finding.ts'
import { cutOffRemovals, recordNameOf } from './make-rollback-plan.ts'
import { inOrder } from './order.ts'
import type { Plan, PlannedAction } from './plan.ts'
import { fingerprintOf, planAction } from './plan-action.ts'
import { planSchema } from './plan-schema.ts'
import { type PreflightOptions, preflight } from './preflight/preflight.ts'

/** How a plan is made. */
export interface PlanOptions extends PreflightOptions {
  readonly clock: Clock
  /** Addresses that are written again although they look the same. */
  readonly refresh?: ReadonlySet<string>
}

/**
 * Reads a target and says what an apply would do to it; changes nothing there, except that the platform's own dry runs
 * upload where they are asked for.
 *
 * @throws TargetFailure when the environment cannot be reached at all.
 */
export async function makePlan(
  deployment: TargetDeployment,
  bench: Workbench,
  journal: JournalState,
  options: PlanOptions,
): Promise<Plan> {
  const facts = await bench.readings.facts()
  const { name, target, routes, wanted } = deployment
  const findings: DraftFinding[] = [...deployment.findings]
  const actions: PlannedAction[] = []
  for (const thing of inOrder(wanted)) {
    try {
      actions.push(await planAction(thing, bench, { refresh: options.refresh ?? new Set() }))
    } catch (error) {
      findings.push(findingOf(error, thing.address, deployment.locate(thing.place)))
    }
  }
  actions.push(...(await removals(deployment, bench, journal)))
  const checked = await preflight(deployment, actions, bench, options)
  findings.push(...checked.findings)
  const plan: Plan = {
    version: 1,
    command: 'apply',
    deployment: name,
    target: { name: target.name, tenant: target.tenant, environment: facts.environment.id },
    environmentName: facts.environment.name,
    principal: facts.principal.name,
    madeAt: isoNow(options.clock),
    wantedHash: wantedHash(deployment),
    routes,
    actions,
    findings: createSubject({
      path: deployment.file,
      kind: 'deployment',
      profile: target.name,
      target: facts.environment.id,
      findings,
    }),
    serverDryRuns: checked.serverDryRuns,
  }
  return withoutSecrets(plan, bench)
}

/** Contents of the target may hold a secret that we know, and what the cloud says may quote one. */
function withoutSecrets(plan: Plan, { secrets }: Workbench): Plan {
  const text = JSON.stringify(plan)
  const hidden = secrets.hide(text)
  return hidden === text ? plan : planSchema.parse(JSON.parse(hidden))
}

/** Hash of everything that is wanted in one target. */
function wantedHash({ wanted }: Pick<TargetDeployment, 'wanted'>): string {
  return contentHash(Object.fromEntries(wanted.map(({ address, hash }) => [address, hash])))
}

/** What was deployed from here and is no longer described. */
async function removals(
  { wanted }: TargetDeployment,
  bench: Workbench,
  journal: JournalState,
): Promise<PlannedAction[]> {
  const { records } = journal
  const described = new Set(wanted.map(({ address }) => address))
  const gone = [...records.values()].filter(({ address }) => !described.has(address))
  const actions: PlannedAction[] = []
  for (const record of inOrder(gone).reverse()) {
    const { address, kind, name, needs, isCreated, id } = record
    const driver = driverOf(kind)
    const found = await driver.findRecorded({ id, name: recordNameOf(address, kind, name, bench) }, bench)
    const common = { address, kind, name, needs, id }
    if (found === undefined) {
      const reason = 'It is no longer described, and is gone from the target already.'
      actions.push({ ...common, verb: 'forget', reason })
    } else if (!isCreated) {
      const reason = 'It is no longer described; it was there before the first apply, so it stays and is forgotten.'
      actions.push({ ...common, verb: 'forget', reason })
    } else {
      const reason = 'It was deployed from here and is no longer described.'
      actions.push({ ...common, verb: 'remove', reason, expected: fingerprintOf(found, driver), loses: driver.loses })
    }
  }
  actions.push(...(await cutOffRemovals(journal, bench, (address) => !described.has(address))))
  return actions
}

function findingOf(error: unknown, address: string, location: ReturnType<TargetDeployment['locate']>): DraftFinding {
  if (!(error instanceof TargetFailure)) throw error
  const { code, what, why, fix } = error.text
  const rule = code === 'several-of-the-name' ? 'one-of-the-name' : 'part-readable'
  return deploymentFinding(rule, location, { part: address, what, why, fix })
}
