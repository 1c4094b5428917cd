export type { DeployEvent, RunResult, StepEvent, StepResult, StepState, TargetEvent } from './apply/deploy-event.ts'
export type { TargetOutcome } from './apply/run-target.ts'
export { type Clock, systemClock } from './clock.ts'
export {
  type ChangeTargetOptions,
  type Connect,
  createDeployer,
  type Deployer,
  type DeployerOptions,
  type PlanTargetOptions,
} from './deploy/deployer.ts'
export type { Drifted, DriftReport } from './deploy/find-drift.ts'
export { type LoadedDeployment, loadDeployment } from './deploy/load-deployment.ts'
export type { RunStatus, TargetStatus } from './deploy/target-status.ts'
export type { Description } from './description/description-schema.ts'
export { credentialSchema, type DescribedCredential, type DescribedTarget } from './description/target-schema.ts'
export { type FleetEntry, type FleetOptions, runFleet } from './fleet/run-fleet.ts'
export { type LockHolder, type LockOptions, lockFile } from './journal/lock-file.ts'
export type { Materials } from './materials/materials.ts'
export { describeDeploymentRules } from './plan/deployment-finding.ts'
export { type ChosenRoute, changesOf, isBlocked, type Plan, type PlannedAction, type PlannedVerb } from './plan/plan.ts'
export { planSchema } from './plan/plan-schema.ts'
export { type DataPolicy, dataPolicySchema } from './plan/preflight/check-policy.ts'
export type { SecretReference } from './secrets/secret-reference.ts'
export { type SecretSource, secretSource } from './secrets/secret-source.ts'
export { type ConnectCloudOptions, connectCloud } from './target/cloud/connect-cloud.ts'
export {
  type DescribedSignIn,
  describedCredential,
  type TargetCredential,
} from './target/cloud/described-credential.ts'
export type { Target } from './target/target.ts'
export { type FailureText, TargetFailure } from './target/target-failure.ts'
