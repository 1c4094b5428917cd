import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import {
  approve,
  type SampleFolder,
  sampleDeployer,
  sampleFlow,
  sampleFolder,
  sampleWorld,
  testSecret,
} from '../fixtures/sample-deployment.ts'

const folders: SampleFolder[] = []
const newFolder = (yaml?: string) => {
  const folder = sampleFolder(yaml)
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
})

const verbs = (actions: readonly { address: string; verb: string }[]) =>
  Object.fromEntries(actions.map(({ address, verb }) => [address, verb]))

test('a plan changes nothing, an apply makes everything, a second one does nothing', async () => {
  const folder = newFolder()
  const world = sampleWorld()
  const { deployer } = sampleDeployer(folder, world)
  const plan = await deployer.plan('fabrikam')
  expect(world.changes).toEqual([])
  expect(plan.findings.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(verbs(plan.actions)).toEqual({
    'connector/books': 'create',
    'connection/books': 'create',
    'environment-variable/contoso_Greeting': 'create',
    'connection-reference/new_books_books': 'create',
    'connection-reference/new_books_mail': 'create',
    'flow/tell': 'create',
    'activation/tell': 'create',
  })
  const first = await deployer.apply('fabrikam', { approve })
  expect(first.result?.steps.filter(({ state }) => state !== 'done')).toEqual([])
  expect(first.result?.outcome).toBe('done')
  expect(world.changes).toEqual([
    'connectors.create',
    'connections.put',
    'variables.create',
    'values.set',
    'references.create',
    'references.create',
    'workflows.create',
    'workflows.on',
  ])
  const [flow] = world.workflows
  expect(flow?.isOn).toBe(true)
  expect(JSON.stringify(flow?.definition)).toContain(world.connectors[0]?.id)

  const again = sampleDeployer(folder, world)
  const second = await again.deployer.apply('fabrikam', { approve })
  expect(new Set(second.plan.actions.map(({ verb }) => verb))).toEqual(new Set(['leave']))
  expect(world.changes).toHaveLength(8)
  expect(world.leases.size).toBe(0)
})

test('a change of one flow updates that flow alone, with a readable difference', async () => {
  const folder = newFolder()
  const world = sampleWorld()
  await sampleDeployer(folder, world).deployer.apply('fabrikam', { approve })
  folder.write('tell.json', sampleFlow('Good morning'))
  const { deployer } = sampleDeployer(folder, world)
  const plan = await deployer.plan('fabrikam')
  const changed = plan.actions.filter(({ verb }) => verb !== 'leave')
  expect(verbs(changed)).toEqual({ 'flow/tell': 'update' })
  expect(changed[0]?.difference?.summary).toEqual(['definition.actions.Compose.inputs: "Hello" → "Good morning"'])
  expect(changed[0]?.difference?.text).toContain('+        "inputs": "Good morning"')
  world.changes.splice(0)
  await deployer.apply('fabrikam', { approve })
  expect(world.changes).toEqual(['workflows.update'])
})

test('a rollback goes back to what was there before the last apply, and then to nothing', async () => {
  const folder = newFolder()
  const world = sampleWorld()
  await sampleDeployer(folder, world).deployer.apply('fabrikam', { approve })
  const before = structuredClone(world.workflows[0]?.definition)
  folder.write('tell.json', sampleFlow('Good morning'))
  await sampleDeployer(folder, world).deployer.apply('fabrikam', { approve })
  expect(world.workflows[0]?.definition).not.toEqual(before)

  const back = await sampleDeployer(folder, world).deployer.rollback('fabrikam', { approve })
  expect(verbs(back.plan.actions)).toEqual({ 'flow/tell': 'restore' })
  expect(back.result?.outcome).toBe('done')
  expect(world.workflows[0]?.definition).toEqual(before)

  const further = await sampleDeployer(folder, world).deployer.rollback('fabrikam', { approve })
  expect(further.result?.steps.filter(({ state }) => state !== 'done')).toEqual([])
  expect([world.connectors, world.workflows, world.references, world.variables]).toEqual([[], [], [], []])
  expect(world.connections.map(({ displayName }) => displayName)).toEqual(['Mail of the deployer'])
  await expect(sampleDeployer(folder, world).deployer.rollback('fabrikam', { approve })).rejects.toThrow(
    'no apply to go back',
  )
})

test('drift finds what was changed by hand; an apply of an old plan is refused', async () => {
  const folder = newFolder()
  const world = sampleWorld()
  await sampleDeployer(folder, world).deployer.apply('fabrikam', { approve })
  folder.write('tell.json', sampleFlow('Good morning'))
  const { deployer } = sampleDeployer(folder, world)
  const planned = await deployer.plan('fabrikam')
  expect((await deployer.drift('fabrikam')).drifted).toEqual([])

  const [flow] = world.workflows
  if (flow === undefined) throw new Error('There is no flow.')
  world.workflows[0] = { ...flow, name: 'Renamed by hand', isOn: false }
  const { drifted, looked } = await deployer.drift('fabrikam')
  expect(looked).toBe(7)
  expect(drifted.map(({ address, how }) => [address, how])).toEqual([
    ['flow/tell', 'changed'],
    ['activation/tell', 'changed'],
  ])
  expect(drifted[0]?.difference?.summary).toEqual(['name: "Tell about books" → "Renamed by hand"'])
  world.changes.splice(0)
  await expect(deployer.apply('fabrikam', { approve, planned })).rejects.toMatchObject({
    text: {
      code: 'changed-since-plan',
      what: expect.stringContaining('flow/tell, activation/tell changed in the target'),
    },
  })
  expect(world.changes).toEqual([])
})

test('destroy removes what was made and leaves what was there', async () => {
  const folder = newFolder()
  const world = sampleWorld()
  await sampleDeployer(folder, world).deployer.apply('fabrikam', { approve })
  const { deployer } = sampleDeployer(folder, world)
  const declined = await deployer.destroy('fabrikam', { approve: async () => false })
  expect(declined.declined).toBe(true)
  expect(world.connectors).toHaveLength(1)
  const removals = declined.plan.actions.map(({ address, loses }) => [address, loses !== undefined])
  expect(removals.at(-1)).toEqual(['connector/books', true])
  const destroyed = await deployer.destroy('fabrikam', { approve })
  expect(destroyed.result?.outcome).toBe('done')
  expect([world.connectors, world.workflows, world.references, world.variables]).toEqual([[], [], [], []])
  expect(world.connections).toHaveLength(1)
  expect(deployer.status('fabrikam').records).toEqual([])
})

test('the journal is for its owner alone and holds no secret, and neither does any event or plan', async () => {
  const folder = newFolder()
  const world = sampleWorld()
  const { deployer, events } = sampleDeployer(folder, world)
  const outcome = await deployer.apply('fabrikam', { approve })
  const journal = deployer.status('fabrikam').journal
  expect(statSync(journal).mode & 0o777).toBe(0o600)
  expect(statSync(join(journal, '..')).mode & 0o777).toBe(0o700)
  expect(existsSync(`${journal}.lock`)).toBe(false)
  const contents = join(journal, '..', 'contents')
  const kept = readdirSync(contents).map((name) => readFileSync(join(contents, name), 'utf8'))
  expect(kept.length).toBeGreaterThan(4)
  const everything = [readFileSync(journal, 'utf8'), ...kept, JSON.stringify(events), JSON.stringify(outcome)].join(
    '\n',
  )
  expect(everything).not.toContain(testSecret)
  // The world itself was given it, so that the search above could have found it.
  expect(JSON.stringify(world.connections)).toContain(testSecret)
})

test('what is no longer described is removed, and a rollback brings it back as it was', async () => {
  const folder = newFolder()
  const world = sampleWorld()
  await sampleDeployer(folder, world).deployer.apply('fabrikam', { approve })
  const before = structuredClone(world.workflows)
  const whole = folder.read('sevenstep.deployment.yaml')
  folder.write('sevenstep.deployment.yaml', whole.replace(/flows:[\s\S]*?environmentVariables/, 'environmentVariables'))
  const { plan, result } = await sampleDeployer(folder, world).deployer.apply('fabrikam', { approve })
  expect(verbs(plan.actions.filter(({ verb }) => verb !== 'leave'))).toEqual({
    'activation/tell': 'remove',
    'flow/tell': 'remove',
    'connection-reference/new_books_books': 'remove',
    'connection-reference/new_books_mail': 'remove',
  })
  expect(result?.outcome).toBe('done')
  expect([world.workflows, world.references]).toEqual([[], []])
  folder.write('sevenstep.deployment.yaml', whole)
  const back = await sampleDeployer(folder, world).deployer.rollback('fabrikam', { approve })
  expect(back.result?.steps.filter(({ state }) => state !== 'done')).toEqual([])
  expect(world.workflows.map(({ etag: _, ...flow }) => flow)).toEqual(before.map(({ etag: _, ...flow }) => flow))
  const after = await sampleDeployer(folder, world).deployer.plan('fabrikam')
  expect(after.actions.filter(({ verb }) => verb !== 'leave')).toEqual([])
})

test('a target that is led to another environment is refused until its journal is over, and nothing is changed', async () => {
  const folder = newFolder()
  const first = sampleWorld()
  await sampleDeployer(folder, first).deployer.apply('fabrikam', { approve })
  const yaml = folder.read('sevenstep.deployment.yaml')
  folder.write('sevenstep.deployment.yaml', yaml.replace('environment: env-1', 'environment: env-2'))
  const second = sampleWorld()
  second.environment = 'env-2'
  const { deployer } = sampleDeployer(folder, second)
  const refusal = { text: { code: 'journal-of-another-environment', what: expect.stringContaining('env-1') } }
  await expect(deployer.plan('fabrikam')).rejects.toMatchObject(refusal)
  await expect(deployer.apply('fabrikam', { approve })).rejects.toMatchObject(refusal)
  await expect(deployer.destroy('fabrikam', { approve })).rejects.toMatchObject(refusal)
  expect(second.changes).toEqual([])
  folder.write('sevenstep.deployment.yaml', yaml)
  await sampleDeployer(folder, first).deployer.destroy('fabrikam', { approve })
  expect((await deployer.apply('fabrikam', { approve })).result?.outcome).toBe('done')
})
