import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { knownClouds, overrideCloud } from '@sevenstep/cloud-access'
import { changesOf, connectCloud, createDeployer, loadDeployment, runFleet } from '@sevenstep/deployment-client'
import { deployer as application, fleetTenants } from './fleet-tenants.ts'

/** What one fleet tells of itself. */
export interface FleetOutcome {
  readonly done: number
  readonly failures: readonly string[]
  /** Changes of all plans together. */
  readonly changes: number
  /** Megabytes in use after a collection, by the number of targets that were done. */
  readonly heap: Readonly<Record<number, number>>
  readonly seconds: number
}

const example = join(import.meta.dirname, '../../../examples/deployment')
const [url = '', count = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'sevenstep-bench-fleet-'))
try {
  const outcome = await run()
  process.send?.(outcome)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.disconnect?.()

/** Applies the example to every customer, eight at a time, as `sevenstep deploy apply` does. */
async function run(): Promise<FleetOutcome> {
  const environment = { STOCK_KEY: 'not-a-key', DEPLOYER_SECRET: application.secret }
  const loaded = loadDeployment(describe())
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.report.subjects))
  const cloud = overrideCloud(knownClouds.public, { id: 'emulator', through: `${url}/https` })
  const deployer = createDeployer({
    materials: loaded.materials,
    connect: connectCloud({ cloud, environment }),
    environment,
    journals: join(folder, 'journals'),
  })
  const heap: Record<number, number> = { 0: heapInUse() }
  let done = 0
  let changes = 0
  const failures: string[] = []
  const began = performance.now()
  const apply = async (target: string): Promise<void> => {
    const { plan, result } = await deployer.apply(target, { approve: async () => true })
    if (result?.outcome !== 'done') throw new Error(JSON.stringify(result ?? plan.findings.counts))
    changes += changesOf(plan).length
    done += 1
    if ([10, 100, 500, 1000].includes(done)) heap[done] = heapInUse()
  }
  const names = loaded.materials.description.targets.map(({ name }) => name)
  for (const entry of await runFleet(names, apply)) {
    if (!entry.ok) failures.push(`${entry.target}: ${entry.failure.code} ${entry.failure.what}`)
  }
  return { done, failures, changes, heap, seconds: (performance.now() - began) / 1000 }
}

/** The example's description with the fleet as its targets. */
function describe(): string {
  cpSync(example, folder, { recursive: true })
  const path = join(folder, 'sevenstep.deployment.yaml')
  const targets = fleetTenants(Number(count)).map(
    ({ name, tenant, environment }) => `  - name: ${name}
    tenant: ${tenant}
    environment: ${environment}
    credential: { kind: client-secret, clientId: ${application.id}, clientSecret: { env: DEPLOYER_SECRET } }`,
  )
  const text = readFileSync(path, 'utf8').replace(/^targets:[\s\S]*$/m, `targets:\n${targets.join('\n')}\n`)
  writeFileSync(path, text)
  return path
}

function heapInUse(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed / 1e6
}
