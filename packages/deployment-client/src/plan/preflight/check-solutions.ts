import type { DraftFinding, Location } from '@sevenstep/findings'
import { isSameContent } from '../../model/content.ts'
import { compareVersions, withoutRevision } from '../../model/version.ts'
import type { WantedSolution } from '../../model/wanted.ts'
import type { InstalledSolution } from '../../target/database-area.ts'
import { driverOf } from '../../things/drivers.ts'
import { stableFlowContent } from '../../things/flow-content.ts'
import { builtInSolutions } from '../built-in-solutions.ts'
import { deploymentFinding } from '../deployment-finding.ts'
import { appliedHash } from '../plan-action.ts'
import type { PreflightContext } from './preflight.ts'

/** Solutions: version, kind, dependencies, bindings, leftovers, and whether equal versions have equal content. */
export async function checkSolutions(context: PreflightContext): Promise<DraftFinding[]> {
  const { deployment, bench } = context
  const solutions = deployment.wanted.filter((one) => one.kind === 'solution')
  const findings: DraftFinding[] = checkSurplus(context)
  if (solutions.length === 0 || bench.target.database === undefined) return findings
  const installed = await bench.readings.solutions()
  for (const solution of solutions) {
    const location = deployment.locate(solution.place)
    const there = installed.find(({ uniqueName }) => uniqueName.toLowerCase() === solution.uniqueName.toLowerCase())
    findings.push(
      ...checkDependencies(solution, solutions, installed, location),
      ...checkBindings(solution, location, context),
      ...(there === undefined
        ? await checkLeftovers(solution, location, context)
        : await checkInstalled(solution, there, location, context)),
    )
  }
  return findings
}

async function checkInstalled(
  solution: WantedSolution,
  there: InstalledSolution,
  location: Location,
  { bench }: PreflightContext,
): Promise<DraftFinding[]> {
  const { uniqueName, version, isManaged } = solution
  if (isManaged !== there.isManaged) {
    const words = (managed: boolean) => (managed ? 'managed' : 'unmanaged')
    const { environment } = await bench.readings.facts()
    const data = { packaged: words(isManaged), installed: words(there.isManaged), environment: environment.name }
    return [deploymentFinding('same-management', location, { solution: uniqueName, ...data })]
  }
  const order = compareVersions(version, there.version)
  if (order < 0) {
    return [
      deploymentFinding('version-not-lower', location, { solution: uniqueName, version, installed: there.version }),
    ]
  }
  if (order > 0) return []
  const detail = await contentDiffers(solution, bench)
  return detail === undefined
    ? []
    : [deploymentFinding('version-tells-truth', location, { solution: uniqueName, version, detail })]
}

/** Equal versions: by the journal where it knows the package, by the flows in the target otherwise. */
async function contentDiffers(solution: WantedSolution, bench: PreflightContext['bench']): Promise<string | undefined> {
  const record = bench.records.get(solution.address)
  if (record !== undefined) {
    const hash = await appliedHash(solution, driverOf('solution'), bench)
    return record.hash === hash ? undefined : 'its content is not what was applied under this version'
  }
  for (const flow of solution.flows) {
    if (flow.id === undefined) continue
    const id = flow.id
    const there = await bench.readings.once(`workflow ${id}`, async () => bench.target.database?.workflow(id))
    if (there === undefined) return `the flow "${flow.name}" of the package is not in the target`
    const [packaged, found] = [flow, there].map(({ definition }) => stableFlowContent({ definition, references: {} }))
    if (packaged !== undefined && found !== undefined && !isSameContent(packaged, found)) {
      return `the flow "${flow.name}" differs from the one in the target`
    }
  }
  return undefined
}

function checkDependencies(
  solution: WantedSolution,
  wanted: readonly WantedSolution[],
  installed: readonly InstalledSolution[],
  location: Location,
): DraftFinding[] {
  const said = new Set<string>()
  return solution.dependencies.flatMap(({ uniqueName, version }) => {
    const key = uniqueName.toLowerCase()
    const isSolved = builtInSolutions.has(key) || key === solution.uniqueName.toLowerCase() || said.has(key)
    said.add(key)
    if (isSolved) return []
    const comes = wanted.find((one) => one.uniqueName.toLowerCase() === key)
    const there = comes ?? installed.find((one) => one.uniqueName.toLowerCase() === key)
    const required = version === undefined ? uniqueName : `${uniqueName} ${version}`
    const data = { solution: solution.uniqueName, required }
    if (there === undefined)
      return [deploymentFinding('dependency-missing', location, { ...data, detail: 'is not installed' })]
    if (version === undefined || compareVersions(withoutRevision(there.version), withoutRevision(version)) >= 0)
      return []
    const detail = `is installed as ${there.version}`
    return [deploymentFinding('dependency-missing', location, { ...data, detail })]
  })
}

function checkBindings(solution: WantedSolution, location: Location, { deployment }: PreflightContext): DraftFinding[] {
  const bound = new Set(
    deployment.wanted.flatMap((one) => (one.kind === 'connection-reference' ? [one.name.toLowerCase()] : [])),
  )
  return solution.references
    .filter(({ logicalName }) => !bound.has(logicalName.toLowerCase()))
    .map(({ logicalName, connectorId }) => {
      const connector = connectorId.split('/').at(-1) ?? connectorId
      const fix = `Add it to connectionReferences with a connection to ${connector}.`
      const data = { reference: logicalName, package: solution.uniqueName, fix }
      return deploymentFinding('bindings-complete', location, data)
    })
}

/** References that neither a solution brings nor a flow uses. */
function checkSurplus({ deployment }: PreflightContext): DraftFinding[] {
  const used = new Set(
    deployment.wanted.flatMap((one) =>
      one.kind === 'flow' && one.route === 'solution' ? one.references.map(({ logicalName }) => logicalName) : [],
    ),
  )
  return deployment.wanted.flatMap((one) => {
    if (one.kind !== 'connection-reference' || one.broughtBy !== undefined || used.has(one.name)) return []
    const data = { reference: one.name, package: 'no solution or flow of this deployment' }
    return [deploymentFinding('bindings-needed', deployment.locate(one.place), data)]
  })
}

/** Only what a managed solution brings can be shadowed. */
async function checkLeftovers(
  solution: WantedSolution,
  location: Location,
  { bench }: PreflightContext,
): Promise<DraftFinding[]> {
  if (!solution.isManaged) return []
  const { environment } = await bench.readings.facts()
  const [workflows, references, variables] = [
    await bench.readings.workflows(),
    await bench.readings.references(),
    await bench.readings.variables(),
  ]
  const left = [
    ...solution.flows
      .filter(({ id }) => workflows.some((one) => one.id === id && !one.isManaged))
      .map(({ name }) => `The flow "${name}"`),
    ...solution.references
      .filter(({ logicalName }) => references.some((one) => isNamed(one.logicalName, logicalName) && !one.isManaged))
      .map(({ logicalName }) => `The connection reference ${logicalName}`),
    ...solution.variables
      .filter(({ schemaName }) => variables.some((one) => isNamed(one.schemaName, schemaName) && !one.isManaged))
      .map(({ schemaName }) => `The environment variable ${schemaName}`),
  ]
  return left.map((component) => {
    const data = { component, solution: solution.uniqueName, environment: environment.name }
    return deploymentFinding('unmanaged-leftover', location, data)
  })
}

function isNamed(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase()
}
