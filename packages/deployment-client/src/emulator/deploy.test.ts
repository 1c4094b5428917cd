import { defaultEntrance } from '@sevenstep/cloud-emulator'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createDeployer } from '../deploy/deployer.ts'
import { loadDeployment } from '../deploy/load-deployment.ts'
import { type EmulatedCloud, emulatedCloud, emulatedEnvironment } from '../testing/emulated-cloud.ts'
import { approve, type SampleFolder, sampleFolder, sampleFlow, sampleYaml, testSecret } from '../testing/sample-deployment.ts'

let cloud: EmulatedCloud
const folders: SampleFolder[] = []
beforeAll(async () => {
  cloud = await emulatedCloud()
})
afterAll(() => cloud.stop())
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})

function mailConnection(): string {
  const connections = cloud.emulator.store.state.tenants[defaultEntrance.tenant]?.environments[emulatedEnvironment]?.connections
  const [id] = Object.entries(connections ?? {}).find(([, one]) => JSON.stringify(one).includes('shared_office365')) ?? []
  return id ?? ''
}

function deployerFor(as: 'person' | 'application', folder: SampleFolder) {
  const loaded = loadDeployment(folder.description)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.report.subjects, undefined, 2))
  return createDeployer({ materials: loaded.materials, connect: cloud.connect(as), clock: cloud.clock, environment: { BOOKS_KEY: testSecret } })
}

function folderFor(): SampleFolder {
  const yaml = sampleYaml()
    .replace('aaaaaaaa-0000-4000-8000-000000000001', defaultEntrance.tenant)
    .replace('env-1', emulatedEnvironment)
    .replace('5c3a0000000040008000000000000001', mailConnection())
  const folder = sampleFolder(yaml)
  folders.push(folder)
  return folder
}

test.each(['person', 'application'] as const)('a %s plans, applies, applies again, changes and goes back', async (as) => {
  const folder = folderFor()
  console.log(JSON.stringify(cloud.emulator.store.state.tenants[defaultEntrance.tenant]?.environments[emulatedEnvironment]?.connections).slice(0,600))
  const plan = await deployerFor(as, folder).plan('fabrikam')
  console.log(plan.findings.findings.map((f) => [f.ruleId, f.message.what]), plan.actions.map((a) => [a.address, a.verb]), plan.routes)
  expect(plan.findings.counts.error).toBe(0)
  const first = await deployerFor(as, folder).apply('fabrikam', { approve })
  console.log(JSON.stringify(first.result?.steps, undefined, 1))
  expect(first.result?.outcome).toBe('done')
  const second = await deployerFor(as, folder).apply('fabrikam', { approve })
  expect(second.plan.actions.filter(({ verb }) => verb !== 'leave')).toEqual([])
  folder.write('tell.json', sampleFlow('Good morning'))
  const third = await deployerFor(as, folder).apply('fabrikam', { approve })
  expect(third.plan.actions.filter(({ verb }) => verb !== 'leave').map(({ address, verb }) => [address, verb])).toEqual([
    ['flow/tell', 'update'],
  ])
  const back = await deployerFor(as, folder).rollback('fabrikam', { approve })
  expect(back.result?.outcome).toBe('done')
  const further = await deployerFor(as, folder).rollback('fabrikam', { approve })
  console.log(JSON.stringify(further.result?.steps, undefined, 1))
  expect(further.result?.outcome).toBe('done')
})
