import { afterEach, expect, test } from 'vitest'
import { Killed, type MemoryWorld } from '../fixtures/memory-target.ts'
import { approve, type SampleFolder, sampleDeployer, sampleFolder, sampleWorld } from '../fixtures/sample-deployment.ts'

const folders: SampleFolder[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})

/** An apply that is killed after the target took its nth change, before the journal could say so. */
async function killedAt(nth: number) {
  const folder = sampleFolder()
  folders.push(folder)
  const world = sampleWorld()
  world.trouble = (_, change) => (change === nth ? 'kill-after' : undefined)
  await expect(sampleDeployer(folder, world).deployer.apply('fabrikam', { approve })).rejects.toBeInstanceOf(Killed)
  world.trouble = () => undefined
  return { folder, world }
}

/** What is there beside the connection that was there before. */
function leftIn({ connectors, connections, references, variables, workflows }: MemoryWorld): unknown[] {
  return [...connectors, ...connections.slice(1), ...references, ...variables, ...workflows]
}

const changes = [0, 1, 2, 3, 4, 5, 6, 7]

test.each(changes)('what a kill at change %i left is removed by destroy', async (nth) => {
  const { folder, world } = await killedAt(nth)
  expect(leftIn(world)).not.toEqual([])
  const outcome = await sampleDeployer(folder, world).deployer.destroy('fabrikam', { approve })
  expect(outcome.result?.outcome).toBe('done')
  expect(leftIn(world)).toEqual([])
  expect(sampleDeployer(folder, world).deployer.status('fabrikam').records).toEqual([])
})

test.each(changes)('what a kill at change %i left and is no longer described goes with the next apply', async (nth) => {
  const { folder, world } = await killedAt(nth)
  const { targets, name, version } = { targets: /targets:[\s\S]*$/, name: 'books', version: 1 }
  const [described = ''] = targets.exec(folder.read('sevenstep.deployment.yaml')) ?? []
  const emptied = described.replace(/ {4}connections: .*\n/, '')
  folder.write('sevenstep.deployment.yaml', `version: ${version}\nname: ${name}\n${emptied}`)
  const outcome = await sampleDeployer(folder, world).deployer.apply('fabrikam', { approve })
  expect(outcome.result?.outcome).toBe('done')
  expect(leftIn(world)).toEqual([])
})
