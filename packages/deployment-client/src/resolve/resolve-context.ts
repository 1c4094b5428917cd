import type { DraftFinding } from '@sevenstep/findings'
import type { DescribedTarget } from '../description/target-schema.ts'
import type { Materials } from '../materials/materials.ts'
import type { DeploymentIds } from '../model/deployment-ids.ts'
import type { Address, BoundConnection } from '../model/wanted.ts'
import type { ChosenRoute } from '../plan/plan.ts'
import type { TargetFacts } from '../target/target.ts'

/** What a description is resolved with, and what comes of it on the way. */
export interface ResolveContext {
  readonly materials: Materials
  readonly target: DescribedTarget
  readonly facts: TargetFacts
  readonly ids: DeploymentIds
  readonly findings: DraftFinding[]
  readonly routes: ChosenRoute[]
  readonly connections: BoundConnection[]
}

/** What has to be there before something can use a connection. */
export function needsOf(connection: BoundConnection | undefined): Address[] {
  if (connection === undefined) return []
  if (connection.isCreated) return [`connection/${connection.name}`]
  return 'own' in connection.connector ? [`connector/${connection.connector.own}`] : []
}
