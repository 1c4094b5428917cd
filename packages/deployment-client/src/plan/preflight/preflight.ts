import type { DraftFinding } from '@sevenstep/findings'
import type { TargetDeployment } from '../../model/deployment.ts'
import type { Workbench } from '../../things/driver.ts'
import type { PlannedAction } from '../plan.ts'
import { checkConnections } from './check-connections.ts'
import { checkFlows } from './check-flows.ts'
import { checkLicences } from './check-licences.ts'
import { checkPolicy, type DataPolicy } from './check-policy.ts'
import { checkSecrets } from './check-secrets.ts'
import { checkSolutions } from './check-solutions.ts'
import { checkVariables } from './check-variables.ts'
import { serverDryRun } from './server-dry-run.ts'

/** What is looked at beyond the target itself. */
export interface PreflightOptions {
  /** Has the platform check, too; that uploads. */
  readonly serverDryRun?: boolean
  /** A data policy as an administrator exported it. */
  readonly policy?: DataPolicy
}

/** What every check looks at. */
export interface PreflightContext {
  readonly deployment: TargetDeployment
  readonly actions: readonly PlannedAction[]
  readonly bench: Workbench
}

/** What the checks before an apply found. */
export interface PreflightResult {
  readonly findings: readonly DraftFinding[]
  readonly serverDryRuns: readonly string[]
}

/** Looks at everything that is known to make deployments fail, before anything is changed. */
export async function preflight(
  deployment: TargetDeployment,
  actions: readonly PlannedAction[],
  bench: Workbench,
  options: PreflightOptions,
): Promise<PreflightResult> {
  const context = { deployment, actions, bench }
  const findings = [
    ...checkSecrets(context),
    ...(await checkConnections(context)),
    ...(await checkVariables(context)),
    ...(await checkSolutions(context)),
    ...(await checkFlows(context)),
    ...(await checkLicences(context)),
    ...(await checkPolicy(context, options.policy)),
  ]
  if (options.serverDryRun !== true) return { findings, serverDryRuns: [] }
  const dryRun = await serverDryRun(context)
  return { findings: [...findings, ...dryRun.findings], serverDryRuns: dryRun.serverDryRuns }
}
