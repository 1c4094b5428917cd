import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type EmulatedCloud, emulatedCloud } from '../fixtures/emulated-cloud.ts'
import {
  emulatedDeployer,
  emulatedFolder,
  environmentOf,
  latestEntry,
  writesSince,
} from '../fixtures/emulated-sample.ts'
import { approve, type SampleFolder, sampleFlow } from '../fixtures/sample-deployment.ts'

let cloud: EmulatedCloud
const folders: SampleFolder[] = []
beforeAll(async () => {
  cloud = await emulatedCloud()
})
afterAll(() => cloud.stop())
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})

const changed = ({ actions }: { readonly actions: readonly { verb: string; address: string }[] }) =>
  actions.filter(({ verb }) => verb !== 'leave').map(({ address, verb }) => `${verb} ${address}`)

test.each(['person', 'application'] as const)('as %s: plan, apply, apply again, change, drift, go back', async (as) => {
  const folder = emulatedFolder(cloud)
  folders.push(folder)
  const deploy = () => emulatedDeployer(cloud, as, folder)
  const before = latestEntry(cloud)
  const plan = await deploy().plan('fabrikam')
  expect(plan.findings.counts.error).toBe(0)
  expect(writesSince(cloud, before)).toEqual([])
  const first = await deploy().apply('fabrikam', { approve })
  expect(first.result?.steps.filter(({ state }) => state !== 'done')).toEqual([])
  const afterFirst = latestEntry(cloud)
  const second = await deploy().apply('fabrikam', { approve })
  expect(changed(second.plan)).toEqual([])
  expect(writesSince(cloud, afterFirst)).toEqual([])
  folder.write('tell.json', sampleFlow('Good morning'))
  expect(changed((await deploy().apply('fabrikam', { approve })).plan)).toEqual(['update flow/tell'])
  expect((await deploy().drift('fabrikam')).drifted).toEqual([])

  const { workflow } = environmentOf(cloud).dataverse?.tables ?? {}
  expect(JSON.stringify(workflow)).toContain('Good morning')
  expect((await deploy().rollback('fabrikam', { approve })).result?.outcome).toBe('done')
  expect(changed(await deploy().plan('fabrikam'))).toEqual(['update flow/tell'])
  expect((await deploy().rollback('fabrikam', { approve })).result?.outcome).toBe('done')
  expect(changed(await deploy().plan('fabrikam'))).toHaveLength(7)
})
