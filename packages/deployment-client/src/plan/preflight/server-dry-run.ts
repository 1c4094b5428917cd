import type { DraftFinding } from '@sevenstep/findings'
import type { Wanted } from '../../model/wanted.ts'
import { TargetFailure } from '../../target/target-failure.ts'
import { connectorDriver, materialOf } from '../../things/connector-driver.ts'
import type { Workbench } from '../../things/driver.ts'
import { packageImport } from '../../things/package-driver.ts'
import { deploymentFinding } from '../deployment-finding.ts'
import type { PreflightContext, PreflightResult } from './preflight.ts'

interface DryRun {
  readonly operation: string
  readonly complaints: readonly string[]
}

/** The platform's own checks of what would be written. They upload, and are therefore run only when asked for. */
export async function serverDryRun({ deployment, actions, bench }: PreflightContext): Promise<PreflightResult> {
  const written = new Set(
    actions.filter(({ verb }) => verb === 'create' || verb === 'update').map(({ address }) => address),
  )
  const findings: DraftFinding[] = []
  const serverDryRuns: string[] = []
  for (const wanted of deployment.wanted) {
    if (!written.has(wanted.address)) continue
    const run = await tryOut(wanted, bench)
    if (run === undefined) continue
    serverDryRuns.push(`${run.operation} of ${wanted.address}`)
    const location = deployment.locate(wanted.place)
    for (const detail of run.complaints) {
      const data = { operation: run.operation, part: wanted.address, detail }
      findings.push(deploymentFinding('server-dry-run', location, data))
    }
  }
  return { findings, serverDryRuns }
}

async function tryOut(wanted: Wanted, bench: Workbench): Promise<DryRun | undefined> {
  const { target } = bench
  switch (wanted.kind) {
    case 'connector':
      return run('validateApiSwagger', () =>
        target.connectors.validate({ ...materialOf({ ...wanted, oauth: {} }, bench) }),
      )
    case 'solution': {
      const { database } = target
      if (database === undefined) return undefined
      return run('StageSolution', async () => {
        const { passed, messages } = await database.stageSolution(wanted.bytes)
        return passed ? [] : messages.length > 0 ? messages : ['It did not pass, and says nothing more.']
      })
    }
    case 'package': {
      const { packages } = target
      // Before its connectors are there, the platform has nothing to bind to.
      if (packages === undefined || (await isWaiting(wanted.needs, bench))) return undefined
      return run('validateImportPackage', async () => packages.validate(await packageImport(wanted, undefined, bench)))
    }
    default:
      return undefined
  }
}

async function isWaiting(needs: readonly string[], bench: Workbench): Promise<boolean> {
  for (const need of needs) {
    const wanted = bench.wanted.get(need)
    if (wanted?.kind === 'connector' && (await connectorDriver.find(wanted, bench)) === undefined) return true
  }
  return false
}

async function run(operation: string, ask: () => Promise<readonly string[]>): Promise<DryRun> {
  try {
    return { operation, complaints: await ask() }
  } catch (error) {
    if (!(error instanceof TargetFailure)) throw error
    return { operation, complaints: [error.message] }
  }
}
