import { resolve } from 'node:path'
import type { DraftFinding } from '@sevenstep/findings'
import type { Description } from '../description/description-schema.ts'
import type { SourceText } from '../description/source-text.ts'
import { deploymentFinding } from '../plan/deployment-finding.ts'
import type { MaterialProblem, MaterialReading } from './material-problem.ts'
import type { Materials, ReadConnector, ReadFlow, ReadSolution } from './materials.ts'
import { readConnectorMaterial } from './read-connector-material.ts'
import { readFlowMaterial } from './read-flow-material.ts'
import { readExportMaterial, readSolutionMaterial } from './read-package-material.ts'
import { readSettings } from './read-settings.ts'

/** Reads every file that a description names. What is wrong with one is a finding at the place that names it. */
export function readMaterials(description: Description, source: SourceText, folder: string): Materials {
  const findings: DraftFinding[] = []
  const take = <T>(reading: MaterialReading<T>, path: readonly PropertyKey[], keep: (material: T) => void): void => {
    if (reading.ok) keep(reading.material)
    else findings.push(...reading.problems.map((problem) => findingFor(problem, path, source)))
  }
  const connectors = new Map<string, ReadConnector>()
  for (const [index, connector] of (description.connectors ?? []).entries()) {
    const reading = readConnectorMaterial(resolve(folder, connector.folder), connector)
    take(reading, ['connectors', index, 'folder'], (material) => connectors.set(connector.name, material))
  }
  const packages = new Map<string, ReadFlow>()
  for (const [index, one] of (description.packages ?? []).entries()) {
    const reading = readExportMaterial(resolve(folder, one.file), one.file)
    take(reading, ['packages', index, 'file'], (material) => packages.set(one.name, material))
  }
  const flows = new Map<string, ReadFlow>()
  for (const [index, flow] of (description.flows ?? []).entries()) {
    const reading = readFlowMaterial(resolve(folder, flow.file), flow.file)
    take(reading, ['flows', index, 'file'], (material) => flows.set(flow.name, material))
  }
  const solutions = new Map<number, ReadSolution>()
  for (const [index, solution] of (description.solutions ?? []).entries()) {
    const reading = readSolutionMaterial(resolve(folder, solution.file), solution.file)
    const settings =
      solution.settings === undefined
        ? { ok: true as const, material: { variables: [], references: [] } }
        : readSettings(resolve(folder, solution.settings), solution.settings)
    take(settings, ['solutions', index, 'settings'], (given) =>
      take(reading, ['solutions', index, 'file'], (material) => solutions.set(index, { ...material, settings: given })),
    )
  }
  return { description, source, folder, connectors, packages, flows, solutions, findings }
}

function findingFor(problem: MaterialProblem, path: readonly PropertyKey[], source: SourceText): DraftFinding {
  const location = source.locate(path)
  if (problem.kind === 'secret') {
    return deploymentFinding('connector-secret', location, { file: problem.file, parameter: problem.parameter })
  }
  const rule = problem.kind === 'unsafe' ? 'material-safe' : 'material-readable'
  return deploymentFinding(rule, location, { file: problem.file, detail: problem.detail })
}
