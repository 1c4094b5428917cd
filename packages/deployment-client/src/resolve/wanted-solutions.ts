import { contentHash } from '../model/content.ts'
import type { WantedSolution } from '../model/wanted.ts'
import { deploymentFinding } from '../plan/deployment-finding.ts'
import type { ResolveContext } from './resolve-context.ts'

/** The solutions of a description, each after those of this deployment that it depends on. */
export function wantedSolutions(context: ResolveContext): WantedSolution[] {
  const { materials, facts, routes, findings } = context
  const known = new Map([...materials.solutions.values()].map((one) => [one.uniqueName.toLowerCase(), one.uniqueName]))
  return (materials.description.solutions ?? []).flatMap((described, index) => {
    const read = materials.solutions.get(index)
    if (read === undefined) return []
    const { uniqueName, dependencies, hash } = read
    const address = `solution/${uniqueName}`
    const place = ['solutions', index]
    if (facts.organization === undefined) {
      const detail = 'the environment has no Dataverse database, and solutions live in one.'
      const fix = 'Add a database to the environment, or deploy the flows as packages.'
      findings.push(deploymentFinding('route-possible', materials.source.locate(place), { part: address, detail, fix }))
    }
    routes.push({ part: address, route: 'solution', because: 'Solutions have one way only: import into the database.' })
    const needs = dependencies.flatMap(({ uniqueName: other }) => {
      const name = known.get(other.toLowerCase())
      return name === undefined || name === uniqueName ? [] : [`solution/${name}`]
    })
    const { settings: _, ...rest } = read
    return [
      {
        ...rest,
        kind: 'solution',
        address,
        name: uniqueName,
        place,
        // Connectors and connections come before what binds them; the bindings themselves come with the import.
        needs: [...new Set([...needs, ...connectionNeeds(context)])],
        hash: contentHash([hash, described.overwriteUnmanaged === true]),
        file: described.file,
        turnOnFlows: described.flows !== 'off',
        overwriteUnmanaged: described.overwriteUnmanaged === true,
      } satisfies WantedSolution,
    ]
  })
}

function connectionNeeds({ connections, materials }: ResolveContext): string[] {
  const bound = new Set((materials.description.connectionReferences ?? []).map(({ connection }) => connection))
  return connections
    .filter(({ name }) => bound.has(name))
    .flatMap(({ name, isCreated, connector }) =>
      isCreated ? [`connection/${name}`] : 'own' in connector ? [`connector/${connector.own}`] : [],
    )
}
