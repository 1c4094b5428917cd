import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connectCloud, createDeployer, describeDeploymentRules, loadDeployment } from '@sevenstep/deployment-client'
import schema from '@sevenstep/deployment-client/schemas/deployment.schema.json' with { type: 'json' }

const folder = mkdtempSync(join(tmpdir(), 'sevenstep-smoke-'))
try {
  const description = {
    version: 1,
    name: 'smoke',
    connections: [{ name: 'mail', connector: 'shared_office365' }],
    targets: [
      {
        name: 'one',
        tenant: 'aaaaaaaa-0000-4000-8000-000000000001',
        environment: 'env',
        credential: { kind: 'device-code' },
      },
    ],
  }
  const path = join(folder, 'sevenstep.deployment.json')
  writeFileSync(path, JSON.stringify(description))
  const loaded = loadDeployment(path)
  assert.ok(loaded.ok)
  const deployer = createDeployer({ materials: loaded.materials, connect: connectCloud() })
  assert.equal(deployer.status('one').canGoOn, false)
  writeFileSync(path, JSON.stringify({ ...description, version: 2 }))
  const broken = loadDeployment(path)
  assert.equal(broken.ok, false)
  assert.equal(broken.report.counts.error, 1)
  assert.ok(describeDeploymentRules().length > 30)
  assert.equal(schema.definitions.SevenstepDeployment.type, 'object')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
