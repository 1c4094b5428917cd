import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type EmulatedCloud, emulatedCloud } from '../fixtures/emulated-cloud.ts'
import {
  emulatedDeployer,
  emulatedFolder,
  environmentOf,
  latestEntry,
  writesSince,
} from '../fixtures/emulated-sample.ts'
import { approve, type SampleFolder } from '../fixtures/sample-deployment.ts'
import { sampleExport } from '../fixtures/sample-export.ts'

let cloud: EmulatedCloud
const folders: SampleFolder[] = []
beforeAll(async () => {
  cloud = await emulatedCloud()
  cloud.emulator.store.save('fresh')
})
afterAll(() => cloud.stop())
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove()
  cloud.emulator.faults.clear()
  cloud.emulator.store.restore('fresh')
})

/** The sample with its flow out of an export package, and Outlook made anew or bound. */
function packageFolder({ bindsMail = true } = {}): SampleFolder {
  const folder = emulatedFolder(cloud)
  folders.push(folder)
  const text = folder.read('sevenstep.deployment.yaml').replace('flows:', 'packages:').replace('tell.json', 'tell.zip')
  folder.write('sevenstep.deployment.yaml', bindsMail ? text : text.replace(/ {4}connections: \{ mail: .*\n/, ''))
  folder.write('tell.zip', sampleExport())
  return folder
}

const deploy = (folder: SampleFolder, as: 'person' | 'application' = 'person') => emulatedDeployer(cloud, as, folder)
const flows = () => Object.values(environmentOf(cloud).flows).map(({ displayName, state }) => [displayName, state])
const changed = ({ actions }: { readonly actions: readonly { verb: string; address: string }[] }) =>
  actions.filter(({ verb }) => verb !== 'leave').map(({ address, verb }) => `${verb} ${address}`)

test('a person’s package is imported as it is, once, updated, and taken back', async () => {
  const folder = packageFolder()
  const { plan, result } = await deploy(folder).apply('fabrikam', { approve })
  expect(plan.routes.find(({ part }) => part === 'package/tell')?.route).toBe('package')
  expect(result?.steps.filter(({ state }) => state !== 'done')).toEqual([])
  expect(flows()).toEqual([['Tell about books', 'Started']])
  const before = latestEntry(cloud)
  expect(changed((await deploy(folder).apply('fabrikam', { approve })).plan)).toEqual([])
  expect(writesSince(cloud, before)).toEqual([])
  folder.write('tell.zip', sampleExport('Good morning'))
  expect(changed((await deploy(folder).apply('fabrikam', { approve })).plan)).toEqual(['update package/tell'])
  expect(flows()).toHaveLength(1)
  expect(JSON.stringify(environmentOf(cloud).flows)).toContain('Good morning')
  await deploy(folder).rollback('fabrikam', { approve })
  expect(JSON.stringify(environmentOf(cloud).flows)).not.toContain('Good morning')
  const gone = await deploy(folder).rollback('fabrikam', { approve })
  expect(gone.result?.outcome).toBe('done')
  expect((await deploy(folder).plan('fabrikam')).actions.find(({ address }) => address === 'package/tell')?.verb).toBe(
    'create',
  )
})

test('for an application the same package goes into the database', async () => {
  const { plan, result } = await deploy(packageFolder(), 'application').apply('fabrikam', { approve })
  expect(plan.routes.find(({ part }) => part === 'flow/tell')?.because).toContain('application')
  expect(result?.outcome).toBe('done')
  expect(flows()).toEqual([])
  const rows = Object.values(environmentOf(cloud).dataverse?.tables.workflow ?? {})
  expect(rows.filter(({ name }) => name === 'Tell about books').map(({ statecode }) => statecode)).toEqual([1])
})

test('an import whose answer got lost makes one flow', async () => {
  const folder = packageFolder()
  cloud.emulator.faults.add({
    effect: { kind: 'drop', when: 'after' },
    target: { operation: 'packages.import' },
    times: 1,
  })
  await deploy(folder).apply('fabrikam', { approve })
  cloud.emulator.clock.advance(20 * 60_000)
  const again = await deploy(folder).apply('fabrikam', { approve })
  expect(again.result?.outcome ?? 'done').toBe('done')
  expect(flows()).toEqual([['Tell about books', 'Started']])
})

test('two phases: what needs a person is said with the address, all else goes on, and afterwards the rest', async () => {
  const folder = packageFolder({ bindsMail: false })
  const first = await deploy(folder).apply('fabrikam', { approve })
  expect(first.plan.findings.findings.map(({ ruleId }) => ruleId)).toContain('deploy-consent-missing')
  expect(first.result?.outcome).toBe('waits')
  const states = Object.fromEntries(first.result?.steps.map(({ address, state }) => [address, state]) ?? [])
  expect(states).toMatchObject({
    'connector/books': 'done',
    'connection/books': 'done',
    'connection/mail': 'waits',
    'package/tell': 'skipped',
    'activation/tell': 'skipped',
  })
  const link = first.result?.steps.find(({ state }) => state === 'waits')?.waits?.link ?? ''
  const status = deploy(folder).status('fabrikam')
  expect(status.lastRun).toMatchObject({ outcome: 'waits', open: [{ address: 'connection/mail', state: 'waits' }] })
  expect(folder.read('.sevenstep/deployments/books/fabrikam.jsonl')).not.toContain(new URL(link).pathname)

  await signIn(link)
  const second = await deploy(folder).apply('fabrikam', { approve })
  expect(second.result).toMatchObject({ run: first.result?.run, outcome: 'done' })
  expect(flows()).toEqual([['Tell about books', 'Started']])
  const back = await deploy(folder).rollback('fabrikam', { approve })
  expect(back.result?.outcome).toBe('done')
  const left = Object.values(environmentOf(cloud).connections).map(({ displayName }) => displayName)
  expect(left).not.toContain('mail')
})

/** What a person does on the page: chooses the first account. */
async function signIn(link: string): Promise<void> {
  const page = await (await fetch(link)).text()
  const account = /name="account" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const headers = { origin: new URL(link).origin }
  await fetch(link, { method: 'POST', body: new URLSearchParams({ account }), headers, redirect: 'manual' })
}
