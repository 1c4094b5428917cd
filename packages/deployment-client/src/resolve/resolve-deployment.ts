import type { DescribedTarget } from '../description/target-schema.ts'
import type { Materials } from '../materials/materials.ts'
import type { TargetDeployment } from '../model/deployment.ts'
import { deploymentIds } from '../model/deployment-ids.ts'
import type { Wanted } from '../model/wanted.ts'
import type { TargetFacts } from '../target/target.ts'
import { bindConnections } from './bind-connections.ts'
import type { ResolveContext } from './resolve-context.ts'
import { wantedActivations } from './wanted-activations.ts'
import { wantedConnectors } from './wanted-connectors.ts'
import { wantedFlows } from './wanted-flows.ts'
import { wantedSettings } from './wanted-settings.ts'
import { wantedSharing } from './wanted-sharing.ts'
import { wantedSolutions } from './wanted-solutions.ts'

/** Puts the values of one target into a description: everything that is wanted there, and which way each part takes. */
export function resolveDeployment(materials: Materials, target: DescribedTarget, facts: TargetFacts): TargetDeployment {
  const { description, source } = materials
  const ids = deploymentIds(description.name, facts.environment.id)
  const context: ResolveContext = { materials, target, facts, ids, findings: [], routes: [], connections: [] }
  const connectors = wantedConnectors(context)
  const created = bindConnections(context)
  const solutions = wantedSolutions(context)
  const settings = wantedSettings(context, solutions)
  const { flows, references } = wantedFlows(context, settings)
  const activations = wantedActivations(context, solutions, flows, settings)
  const wanted: Wanted[] = [
    ...connectors,
    ...created,
    ...solutions,
    ...settings,
    ...references,
    ...flows,
    ...activations,
  ]
  wanted.push(...wantedSharing(context, wanted))
  return {
    name: description.name,
    target,
    ids,
    wanted,
    connections: context.connections,
    routes: context.routes,
    findings: [...materials.findings, ...context.findings],
    file: source.file,
    locate: source.locate,
  }
}
