import { join } from 'node:path'
import type { DeployEvent } from '../apply/deploy-event.ts'
import { runTarget, type TargetOutcome } from '../apply/run-target.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { DescribedTarget } from '../description/target-schema.ts'
import { expectOwnJournal } from '../journal/expect-own-journal.ts'
import { Journal, type JournalPlace } from '../journal/journal.ts'
import type { Materials } from '../materials/materials.ts'
import type { TargetDeployment } from '../model/deployment.ts'
import { makePlan } from '../plan/make-plan.ts'
import { makeDestroyPlan, makeRollbackPlan } from '../plan/make-rollback-plan.ts'
import type { Plan } from '../plan/plan.ts'
import type { DataPolicy } from '../plan/preflight/check-policy.ts'
import { resolveDeployment } from '../resolve/resolve-deployment.ts'
import { type SecretSource, secretSource } from '../secrets/secret-source.ts'
import type { Target } from '../target/target.ts'
import { TargetFailure } from '../target/target-failure.ts'
import type { Workbench } from '../things/driver.ts'
import { Readings } from '../things/readings.ts'
import { expectSamePlan } from './expect-same-plan.ts'
import { type DriftReport, findDrift } from './find-drift.ts'
import { statusOf, type TargetStatus } from './target-status.ts'

/** Signs in at a target; see `connectCloud` for the real ones. */
export type Connect = (target: DescribedTarget, secrets: SecretSource, signal?: AbortSignal) => Promise<Target>

/** What a deployer is made of. */
export interface DeployerOptions {
  readonly materials: Materials
  readonly connect: Connect
  /** Folder of the journals; `.sevenstep/deployments` beside the description unless given. */
  readonly journals?: string
  /** Where secrets given by `{ env }` are found; the environment of the process unless given. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  readonly clock?: Clock
  readonly onEvent?: (event: DeployEvent) => void
}

/** How one plan is made. */
export interface PlanTargetOptions {
  readonly signal?: AbortSignal
  /** Has the platform check, too. That uploads, and is therefore off unless asked for. */
  readonly serverDryRun?: boolean
  /** A data policy as an administrator exported it. */
  readonly policy?: DataPolicy
  /** Addresses to write again although they look the same. */
  readonly refresh?: readonly string[]
}

/** How a target is changed. */
export interface ChangeTargetOptions extends PlanTargetOptions {
  /** Asked with the plan before anything is changed. */
  readonly approve: (plan: Plan) => Promise<boolean>
  /** Plan that was looked at before; the target and the description have to be as they were. */
  readonly planned?: Plan
  /** How long to wait, in milliseconds, for somebody else at the same target; refuses at once unless given. */
  readonly waitFor?: number
}

/** Plans, applies and undoes the deployment of one description, one target at a time. */
export interface Deployer {
  readonly materials: Materials
  /** @throws TargetFailure when the target cannot be reached, as all others do. */
  plan(target: string, options?: PlanTargetOptions): Promise<Plan>
  apply(target: string, options: ChangeTargetOptions): Promise<TargetOutcome>
  /** Goes back to what was there before the last apply. */
  rollback(target: string, options: ChangeTargetOptions): Promise<TargetOutcome>
  /** Removes everything that was made from here. */
  destroy(target: string, options: ChangeTargetOptions): Promise<TargetOutcome>
  /** What the journal says; asks no target. */
  status(target: string): TargetStatus
  /** What was changed by hand since the last apply. */
  drift(target: string, options?: { readonly signal?: AbortSignal }): Promise<DriftReport>
}

/**
 * Makes a deployer.
 *
 * @example
 * const loaded = loadDeployment('sevenstep.deployment.yaml')
 * if (loaded.ok) {
 *   const deployer = createDeployer({ materials: loaded.materials, connect: connectCloud() })
 *   const plan = await deployer.plan('fabrikam')
 * }
 */
export function createDeployer(options: DeployerOptions): Deployer {
  const { materials, clock = systemClock } = options
  const folder = options.journals ?? join(materials.folder, '.sevenstep', 'deployments')
  const placeOf = (target: string): JournalPlace => ({ folder, deployment: materials.description.name, target })
  const open = (target: string, signal?: AbortSignal) => connectTarget(targetOf(materials, target), options, signal)
  const change = async (
    name: string,
    given: ChangeTargetOptions,
    plan: (bench: Workbench, deployment: TargetDeployment, journal: Journal) => Promise<Plan>,
  ): Promise<TargetOutcome> => {
    const connected = await open(name, given.signal)
    const { signal, waitFor = 0, approve } = given
    const { onEvent } = options
    const running = {
      clock,
      place: placeOf(name),
      waitFor,
      approve,
      ...(signal && { signal }),
      ...(onEvent && { onEvent }),
    }
    return runTarget((journal) => connected.benchFor(journal, signal), plan, running)
  }
  return {
    materials,
    async plan(name, given = {}) {
      const connected = await open(name, given.signal)
      const journal = Journal.open(placeOf(name), clock)
      const { bench, deployment } = connected.benchFor(journal, given.signal)
      return makePlan(deployment, bench, journal.state, planOptions(given, clock))
    },
    apply: (name, given) =>
      change(name, given, async (bench, deployment, journal) => {
        const plan = await makePlan(deployment, bench, journal.state, planOptions(given, clock))
        if (given.planned !== undefined) expectSamePlan(given.planned, plan)
        return plan
      }),
    rollback: (name, given) =>
      change(name, given, (bench, deployment, journal) => makeRollbackPlan(deployment, bench, journal, { clock })),
    destroy: (name, given) =>
      change(name, given, (bench, deployment, journal) => makeDestroyPlan(deployment, bench, journal, { clock })),
    status: (name) => statusOf(targetOf(materials, name), Journal.open(placeOf(name), clock)),
    async drift(name, { signal } = {}) {
      const connected = await open(name, signal)
      const journal = Journal.open(placeOf(name), clock)
      const { bench } = connected.benchFor(journal, signal)
      return findDrift(name, bench, journal)
    },
  }
}

interface Connected {
  benchFor(journal: Journal, signal?: AbortSignal): { readonly bench: Workbench; readonly deployment: TargetDeployment }
}

async function connectTarget(
  described: DescribedTarget,
  options: DeployerOptions,
  signal?: AbortSignal,
): Promise<Connected> {
  const { materials, environment, onEvent } = options
  onEvent?.({ type: 'target', target: described.name, state: 'connecting' })
  const secrets = secretSource(materials.folder, environment)
  const target = await options.connect(described, secrets, signal)
  const facts = await target.facts()
  const deployment = resolveDeployment(materials, described, facts)
  const wanted = new Map(deployment.wanted.map((one) => [one.address, one]))
  const { name, tenant } = described
  const place = { name, tenant, environment: facts.environment.id }
  return {
    benchFor(journal, aborting) {
      expectOwnJournal(journal.state, journal.path, place)
      const bench: Workbench = {
        ids: deployment.ids,
        target,
        readings: new Readings(target),
        // Asked anew each time: records change while a run goes on.
        get records() {
          return journal.state.records
        },
        wanted,
        secrets,
        contents: journal.store,
        options: aborting === undefined ? {} : { signal: aborting },
        onAccepted: () => undefined,
      }
      return { deployment, bench }
    },
  }
}

function targetOf({ description }: Materials, name: string): DescribedTarget {
  const target = description.targets.find((one) => one.name === name)
  if (target !== undefined) return target
  throw new TargetFailure({
    code: 'target-unknown',
    what: `The description has no target "${name}".`,
    why: `It has ${description.targets.map((one) => one.name).join(', ')}.`,
    fix: 'Give one of these names.',
  })
}

function planOptions({ serverDryRun, policy, refresh = [] }: PlanTargetOptions, clock: Clock) {
  return {
    clock,
    refresh: new Set(refresh),
    ...(serverDryRun !== undefined && { serverDryRun }),
    ...(policy !== undefined && { policy }),
  }
}
