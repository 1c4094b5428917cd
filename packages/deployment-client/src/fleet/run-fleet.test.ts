import { afterEach, expect, test } from 'vitest'
import { MemoryWorld, memoryTarget } from '../fixtures/memory-target.ts'
import {
  approve,
  type SampleFolder,
  sampleDeployer,
  sampleFolder,
  sampleWorld,
  sampleYaml,
} from '../fixtures/sample-deployment.ts'
import { TargetFailure } from '../target/target-failure.ts'
import { runFleet } from './run-fleet.ts'

const folders: SampleFolder[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})

const names = Array.from({ length: 30 }, (_, number) => `customer-${number}`)

function fleetFolder(): SampleFolder {
  const targets = names.map(
    (name) => `  - name: ${name}
    tenant: aaaaaaaa-0000-4000-8000-000000000001
    environment: env-1
    credential: { kind: device-code }
    connections: { mail: 5c3a0000000040008000000000000001 }`,
  )
  const folder = sampleFolder(sampleYaml().replace(/targets:[\s\S]*$/, `targets:\n${targets.join('\n')}\n`))
  folders.push(folder)
  return folder
}

test('one customer’s failure stops no other, and afterwards only what failed is gone on with', async () => {
  const folder = fleetFolder()
  const worlds = new Map(names.map((name) => [name, sampleWorld()]))
  const broken = new Set(['customer-7', 'customer-19'])
  const connect = async ({ name }: { readonly name: string }) => {
    if (name === 'customer-19' && broken.has(name)) throw new TargetFailure(unreachable)
    const world = worlds.get(name) ?? new MemoryWorld()
    world.trouble = (change) => (broken.has(name) && change === 'workflows.create' ? 'refuse' : undefined)
    return memoryTarget(world)
  }
  const { deployer } = sampleDeployer(folder, new MemoryWorld(), { connect })
  let most = 0
  let running = 0
  const apply = async (name: string) => {
    running += 1
    most = Math.max(most, running)
    const applied = deployer.apply(name, { approve })
    return (await applied.finally(() => (running -= 1))).result?.outcome ?? 'nothing'
  }
  const first = await runFleet(names, apply, { parallel: 4 })
  expect(most).toBe(4)
  expect(first.map(({ target }) => target)).toEqual(names)
  const said = (entries: typeof first) =>
    entries.flatMap((entry) =>
      entry.ok && entry.value === 'done' ? [] : [[entry.target, entry.ok ? entry.value : entry.failure.code]],
    )
  expect(said(first)).toEqual([
    ['customer-7', 'failed'],
    ['customer-19', 'unreachable'],
  ])
  const unfinished = names.filter(
    (name) => deployer.status(name).canGoOn || deployer.status(name).lastRun === undefined,
  )
  expect(unfinished).toEqual(['customer-7', 'customer-19'])
  broken.clear()
  const before = [...worlds.values()].map(({ changes }) => changes.length)
  expect(said(await runFleet(unfinished, apply))).toEqual([])
  const after = [...worlds.values()].map(({ changes }) => changes.length)
  expect(after.filter((count, index) => count !== before[index])).toHaveLength(2)
})

test('after an abort no further target is begun, and each is accounted for', async () => {
  const controller = new AbortController()
  const begun: string[] = []
  const entries = await runFleet(
    names,
    async (name) => {
      begun.push(name)
      if (begun.length === 5) controller.abort()
    },
    { parallel: 1, signal: controller.signal },
  )
  expect(begun).toHaveLength(5)
  expect(entries.filter((entry) => !entry.ok && entry.failure.code === 'not-begun')).toHaveLength(25)
})

test('an apply that is interrupted goes on where it was', async () => {
  const folder = fleetFolder()
  const world = sampleWorld()
  const controller = new AbortController()
  const first = sampleDeployer(folder, world)
  const stopping = sampleDeployer(folder, world, {
    onEvent: (event) => {
      if (event.type === 'step' && event.state === 'done' && event.number === 3) controller.abort()
    },
  })
  const stopped = await stopping.deployer.apply('customer-0', { approve, signal: controller.signal })
  expect(stopped.result?.outcome).toBe('stopped')
  expect(stopped.result?.steps.map(({ state }) => state)).toEqual([
    'done',
    'done',
    'done',
    ...Array(4).fill('not-begun'),
  ])
  expect(first.deployer.status('customer-0')).toMatchObject({ canGoOn: true, lastRun: { outcome: 'stopped' } })
  const again = await first.deployer.apply('customer-0', { approve })
  expect(again.result).toMatchObject({ outcome: 'done', run: stopped.result?.run })
  expect(world.changes.filter((change) => change === 'connectors.create')).toHaveLength(1)
})

const unreachable = { code: 'unreachable', what: 'No answer.', why: 'The test says so.', fix: 'None.' }
