import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { Killed, type MemoryWorld, type Trouble } from '../fixtures/memory-target.ts'
import {
  approve,
  type SampleFolder,
  sampleDeployer,
  sampleFlow,
  sampleFolder,
  sampleWorld,
  sampleYaml,
  testSecret,
} from '../fixtures/sample-deployment.ts'

const folders: SampleFolder[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})

const sharing = `sharing:
  - { connector: books, with: cccccccc-0000-4000-8000-000000000001, as: can-view }
  - { connection: books, with: cccccccc-0000-4000-8000-000000000001, as: can-view-with-share }
  - { flow: tell, with: cccccccc-0000-4000-8000-000000000001, as: can-edit }
`
const troubles = ['refuse', 'drop-before', 'drop-after', 'kill-before', 'kill-after'] as const

type Route = 'solution' | 'package'

function newFolder(route: Route): SampleFolder {
  const yaml = sampleYaml(sharing).replace('file: tell.json', `file: tell.json\n    route: ${route}`)
  const folder = sampleFolder(yaml)
  folders.push(folder)
  return folder
}

/** Applies, with the nth change of the target going wrong; a kill ends the attempt as it would end a process. */
async function attempt(folder: SampleFolder, world: MemoryWorld, trouble?: { nth: number; how: Trouble }) {
  const first = world.changes.length
  world.trouble = (_, nth) => (trouble !== undefined && nth === first + trouble.nth ? trouble.how : undefined)
  const { deployer, events } = sampleDeployer(folder, world)
  const outcome = await deployer.apply('fabrikam', { approve }).catch((error: unknown) => {
    if (error instanceof Killed) return undefined
    throw error
  })
  world.trouble = () => undefined
  return { deployer, events, outcome }
}

function expectWhole(world: MemoryWorld, route: Route): void {
  expect(world.connectors).toHaveLength(1)
  expect(world.connections.filter(({ displayName }) => displayName === 'books')).toHaveLength(1)
  expect(world.references).toHaveLength(route === 'solution' ? 2 : 0)
  expect(world.variables.map(({ values }) => values.length)).toEqual([1])
  const flows = route === 'solution' ? world.workflows : world.flows
  expect(flows.map(({ name, isOn }) => [name, isOn])).toEqual([['Tell about books', true]])
  expect([...world.grants.values()].map(({ length }) => length)).toEqual([1, 1, 1])
  expect(world.leases.size).toBe(0)
}

const changesOfApply: Readonly<Record<Route, readonly string[]>> = {
  solution: [
    'connectors.create',
    'connections.put',
    'variables.create',
    'values.set',
    'references.create',
    'references.create',
    'workflows.create',
    'workflows.on',
    'connector.share',
    'connection.share',
    'workflow.share',
  ],
  package: [
    'connectors.create',
    'connections.put',
    'variables.create',
    'values.set',
    'flows.create',
    'flows.start',
    'connector.share',
    'connection.share',
    'flow.share',
  ],
}

describe.each(['solution', 'package'] as const)('the %s route', (route) => {
  test('makes these changes, in this order', async () => {
    const world = sampleWorld()
    const { outcome } = await attempt(newFolder(route), world)
    expect(outcome?.result?.outcome).toBe('done')
    expect(world.changes).toEqual(changesOfApply[route])
    expectWhole(world, route)
  })

  const cases = changesOfApply[route].flatMap((name, nth) => troubles.map((how) => ({ name, nth, how })))
  test.each(cases)('$name (change $nth) meets $how: run again, everything is there once', async ({ nth, how }) => {
    const folder = newFolder(route)
    const world = sampleWorld()
    const first = await attempt(folder, world, { nth, how })
    const again = await attempt(folder, world)
    expect(again.outcome?.result?.outcome ?? 'done').toBe('done')
    expectWhole(world, route)
    expectTruth(folder, world, again.deployer.status('fabrikam'))
    // The secret is nowhere but in the world that it was given to.
    const seen = JSON.stringify([first.events, again.events, first.outcome, again.outcome])
    expect(seen + everyKeptByte(folder)).not.toContain(testSecret)
    const third = await attempt(folder, world)
    expect(third.outcome?.plan.actions.every(({ verb }) => verb === 'leave')).toBe(true)
    const back = await again.deployer.rollback('fabrikam', { approve })
    expect(back.result?.outcome).toBe('done')
    const left = [world.connectors, world.workflows, world.flows, world.references, world.variables]
    expect([...left.map(({ length }) => length), world.connections.length]).toEqual([0, 0, 0, 0, 0, 1])
  })
})

test.each(troubles)('an update that meets %s is made once, and goes back to what was there before it', async (how) => {
  const folder = newFolder('solution')
  const world = sampleWorld()
  await attempt(folder, world)
  const before = structuredClone(world.workflows[0]?.definition)
  folder.write('tell.json', sampleFlow('Good morning'))
  await attempt(folder, world, { nth: 0, how })
  const { outcome, deployer } = await attempt(folder, world)
  expect(outcome?.result?.outcome ?? 'done').toBe('done')
  expect(JSON.stringify(world.workflows[0]?.definition)).toContain('Good morning')
  await deployer.rollback('fabrikam', { approve })
  expect(world.workflows[0]?.definition).toEqual(before)
  expectWhole(world, 'solution')
})

test.each(troubles)('a rollback that meets %s goes on where it was', async (how) => {
  const folder = newFolder('solution')
  for (let nth = 0; ; nth += 1) {
    const world = sampleWorld()
    const place = new Set<string>()
    const journals = join(folder.path, `journals-${nth}`)
    const { deployer } = sampleDeployer(folder, world, { journals })
    await deployer.apply('fabrikam', { approve })
    const first = world.changes.length
    world.trouble = (name, at) => {
      if (at !== first + nth) return undefined
      place.add(name)
      return how
    }
    await deployer.rollback('fabrikam', { approve }).catch(() => undefined)
    world.trouble = () => undefined
    // Beyond the last change nothing went wrong: the end of the series.
    if (place.size === 0) break
    await deployer.rollback('fabrikam', { approve }).catch(() => undefined)
    expect([world.connectors, world.workflows, world.references, world.variables]).toEqual([[], [], [], []])
    expect(deployer.status('fabrikam').canGoOn).toBe(false)
  }
})

/** What the journal says is there is there, under the same ids, and nothing else is said. */
function expectTruth(
  folder: SampleFolder,
  world: MemoryWorld,
  status: ReturnType<ReturnType<typeof sampleDeployer>['deployer']['status']>,
) {
  expect(status.canGoOn).toBe(false)
  expect(status.lastRun?.open).toEqual([])
  const ids = new Set([
    ...world.connectors.map(({ id }) => id),
    ...world.connections.map(({ id }) => id),
    ...world.references.map(({ id }) => id),
    ...world.variables.flatMap(({ values }) => values.map(({ id }) => id)),
    ...world.workflows.map(({ id }) => id),
    ...world.flows.map(({ id }) => id),
  ])
  for (const { id, kind, isCreated } of status.records) {
    expect(isCreated).toBe(true)
    if (kind !== 'sharing') expect(ids).toContain(id)
  }
  const lines = readFileSync(status.journal, 'utf8').trimEnd().split('\n')
  expect(lines.every((line) => typeof JSON.parse(line).type === 'string')).toBe(true)
  expect(folder.path).not.toBe('')
}

function everyKeptByte(folder: SampleFolder): string {
  const kept = join(folder.path, '.sevenstep')
  const names = readdirSync(kept, { recursive: true, withFileTypes: true })
  return names
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    .join('\n')
}
