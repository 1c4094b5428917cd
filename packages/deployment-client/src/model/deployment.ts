import type { DraftFinding, Location } from '@sevenstep/findings'
import type { DescribedTarget } from '../description/target-schema.ts'
import type { ChosenRoute } from '../plan/plan.ts'
import type { DeploymentIds } from './deployment-ids.ts'
import type { BoundConnection, Wanted } from './wanted.ts'

/** Everything a deployment wants in one target: the description with its files read and the target's values put in. */
export interface TargetDeployment {
  readonly name: string
  readonly target: DescribedTarget
  readonly ids: DeploymentIds
  readonly wanted: readonly Wanted[]
  readonly connections: readonly BoundConnection[]
  readonly routes: readonly ChosenRoute[]
  /** What is wrong whatever the target looks like. */
  readonly findings: readonly DraftFinding[]
  /** The description as the user named it. */
  readonly file: string
  locate(path: readonly PropertyKey[]): Location
}
