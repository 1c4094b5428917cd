import type { DraftFinding } from '@sevenstep/findings'
import { deploymentFinding } from '../deployment-finding.ts'
import type { PreflightContext } from './preflight.ts'

/** Environment variables: known, with one value each, and none packaged with a value of somewhere else. */
export async function checkVariables({ deployment, bench }: PreflightContext): Promise<DraftFinding[]> {
  const findings: DraftFinding[] = []
  const { environment } = await bench.readings.facts()
  const installed = new Map((await bench.readings.variables()).map((one) => [one.schemaName.toLowerCase(), one]))
  const given = new Map<string, boolean>()
  for (const wanted of deployment.wanted) {
    if (wanted.kind !== 'environment-variable') continue
    const location = deployment.locate(wanted.place)
    const there = installed.get(wanted.name.toLowerCase())
    given.set(wanted.name.toLowerCase(), wanted.value !== undefined)
    if (there === undefined && wanted.broughtBy === undefined && wanted.type === undefined) {
      findings.push(
        deploymentFinding('variable-known', location, { variable: wanted.name, environment: environment.name }),
      )
    }
    if ((there?.values.length ?? 0) > 1) {
      const data = { variable: wanted.name, environment: environment.name }
      findings.push(deploymentFinding('variable-two-values', location, data))
    }
  }
  for (const solution of deployment.wanted) {
    if (solution.kind !== 'solution') continue
    const location = deployment.locate(solution.place)
    for (const { schemaName, hasCurrentValue, hasDefault } of solution.variables) {
      const data = { solution: solution.uniqueName, variable: schemaName }
      if (hasCurrentValue) findings.push(deploymentFinding('variable-value-packaged', location, data))
      const there = installed.get(schemaName.toLowerCase())
      const hasValue = given.get(schemaName.toLowerCase()) === true || (there?.values.length ?? 0) > 0
      if (!hasCurrentValue && !hasDefault && !hasValue) {
        findings.push(deploymentFinding('variable-value-missing', location, data))
      }
    }
  }
  return findings
}
