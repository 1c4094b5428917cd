import { defaultEntrance } from '@sevenstep/cloud-emulator'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type EmulatedCloud, emulatedCloud, emulatedEnvironment } from '../fixtures/emulated-cloud.ts'
import {
  builtInConnection,
  emulatedDeployer,
  environmentOf,
  latestEntry,
  writesSince,
} from '../fixtures/emulated-sample.ts'
import { approve, SampleFolder } from '../fixtures/sample-deployment.ts'
import { childFlow, parentFlow, type SampleSolution, sampleSolution } from '../fixtures/sample-solution.ts'

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

interface Solved {
  readonly solution?: SampleSolution
  readonly references?: string
  readonly variables?: string
}

function folderWith({ solution, references, variables }: Solved = {}): SampleFolder {
  const folder = new SampleFolder()
  folders.push(folder)
  folder.write('orders.zip', sampleSolution(solution))
  folder.write(
    'sevenstep.deployment.yaml',
    `version: 1
name: orders
connections: [{ name: mail, connector: shared_office365 }]
connectionReferences: ${references ?? '[{ name: ctso_mail, connection: mail }]'}
environmentVariables: ${variables ?? '[{ name: ctso_Address, value: "https://orders.contoso.example" }]'}
solutions: [{ file: orders.zip }]
targets:
  - name: fabrikam
    tenant: ${defaultEntrance.tenant}
    environment: ${emulatedEnvironment}
    credential: { kind: device-code }
    connections: { mail: ${builtInConnection(cloud, 'shared_office365')} }
`,
  )
  return folder
}

const as = 'application'
const deploy = (folder: SampleFolder) => emulatedDeployer(cloud, as, folder)
const rowsOf = (table: string) => Object.values(environmentOf(cloud).dataverse?.tables[table] ?? {})
const changed = ({ actions }: { readonly actions: readonly { verb: string; address: string }[] }) =>
  actions.filter(({ verb }) => verb !== 'leave').map(({ address, verb }) => `${verb} ${address}`)
const errorsOf = async (folder: SampleFolder) => {
  const { findings } = await deploy(folder).plan('fabrikam')
  return findings.findings
    .filter(({ severity }) => severity === 'error')
    .map(({ ruleId, message }) => [ruleId, message.what])
}

test('a solution is imported with its bindings and values, and its flows are on, the child first', async () => {
  const folder = folderWith()
  const { plan, result } = await deploy(folder).apply('fabrikam', { approve })
  expect(plan.findings.counts.error).toBe(0)
  expect(result?.steps.filter(({ state }) => state !== 'done')).toEqual([])
  const order = plan.actions.map(({ address }) => address).filter((address) => address.startsWith('activation/'))
  expect(order).toEqual([`activation/ContosoOrders/${childFlow}`, `activation/ContosoOrders/${parentFlow}`])
  expect(
    rowsOf('workflow')
      .filter(({ workflowid }) => [parentFlow, childFlow].includes(String(workflowid)))
      .map(({ statecode }) => statecode),
  ).toEqual([1, 1])
  expect(rowsOf('connectionreference').map(({ connectionid }) => connectionid)).toContain(
    builtInConnection(cloud, 'shared_office365'),
  )
  expect(changed((await deploy(folder).apply('fabrikam', { approve })).plan)).toEqual([])

  folder.write('orders.zip', sampleSolution({ version: '1.1.0.0', message: 'Good morning' }))
  const upgrade = await deploy(folder).apply('fabrikam', { approve })
  expect(changed(upgrade.plan)).toEqual(['update solution/ContosoOrders'])
  expect(upgrade.result?.outcome).toBe('done')
  expect(rowsOf('solution').find(({ uniquename }) => uniquename === 'ContosoOrders')?.version).toBe('1.1.0.0')
  const back = await deploy(folder).rollback('fabrikam', { approve })
  expect(back.plan.findings.findings.map(({ ruleId }) => ruleId)).toEqual(['deploy-cannot-go-back'])

  const destroyed = await deploy(folder).destroy('fabrikam', { approve })
  expect(destroyed.result?.outcome).toBe('done')
  expect(rowsOf('solution').some(({ uniquename }) => uniquename === 'ContosoOrders')).toBe(false)
  expect(rowsOf('workflow').some(({ workflowid }) => workflowid === parentFlow)).toBe(false)
})

test('an unmanaged solution goes back to the version that was there', async () => {
  const folder = folderWith({ solution: { isManaged: false } })
  await deploy(folder).apply('fabrikam', { approve })
  folder.write('orders.zip', sampleSolution({ isManaged: false, version: '1.1.0.0', message: 'Good morning' }))
  await deploy(folder).apply('fabrikam', { approve })
  const parent = () => rowsOf('workflow').find(({ workflowid }) => workflowid === parentFlow)
  expect(parent()?.clientdata).toContain('Good morning')
  const back = await deploy(folder).rollback('fabrikam', { approve })
  expect(back.result?.steps.filter(({ state }) => state !== 'done')).toEqual([])
  expect(rowsOf('solution').find(({ uniquename }) => uniquename === 'ContosoOrders')?.version).toBe('1.0.0.1')
  expect(parent()).toMatchObject({ statecode: 1, clientdata: expect.not.stringContaining('Good morning') })
  const gone = await deploy(folder).rollback('fabrikam', { approve })
  expect(gone.result?.steps.filter(({ state }) => state !== 'done')).toEqual([])
  expect(parent()).toBeUndefined()
})

test.each<[string, Solved, string[][]]>([
  [
    'a lower version',
    { solution: { version: '0.9.0.0' } },
    [['deploy-version-not-lower', 'ContosoOrders has version 0.9.0.0, and 1.0.0.1 is installed.']],
  ],
  [
    'a package that lies about its version',
    { solution: { message: 'Something else' } },
    [
      [
        'deploy-version-tells-truth',
        'ContosoOrders says version 1.0.0.1, as the installed one does, but its content is not what was applied under this version.',
      ],
    ],
  ],
  [
    'unmanaged over managed',
    { solution: { isManaged: false } },
    [['deploy-same-management', 'ContosoOrders is unmanaged in the package and managed in Fabrikam (default).']],
  ],
  [
    'a value of elsewhere',
    { solution: { version: '2.0.0.0', currentValue: 'https://dev.example' } },
    [['deploy-variable-value-packaged', 'ContosoOrders carries a current value for ctso_Address.']],
  ],
  [
    'a missing dependency',
    { solution: { version: '2.0.0.0', missingSolution: 'ContosoBase' } },
    [['deploy-dependency-missing', 'ContosoOrders needs ContosoBase 2.0.0.0, which is not installed.']],
  ],
])('an installed solution meets %s: said before anything is changed', async (_, solved, expected) => {
  const folder = folderWith()
  await deploy(folder).apply('fabrikam', { approve })
  folder.write('orders.zip', sampleSolution(solved.solution))
  const before = latestEntry(cloud)
  expect(await errorsOf(folder)).toEqual(expected)
  expect(
    (await deploy(folder).apply('fabrikam', { approve: async ({ findings }) => findings.counts.error === 0 })).declined,
  ).toBe(true)
  expect(writesSince(cloud, before)).toEqual([])
})

test('bindings and values that are missing are said before the import', async () => {
  expect(await errorsOf(folderWith({ references: '[]', variables: '[]' }))).toEqual([
    ['deploy-bindings-complete', 'ctso_mail of ContosoOrders has no connection in this description.'],
    [
      'deploy-variable-value-missing',
      'ctso_Address of ContosoOrders has neither a value for this target nor a default.',
    ],
  ])
})

test('a solution that was installed by hand with other content is told from ours', async () => {
  const folder = folderWith()
  await deploy(folder).apply('fabrikam', { approve })
  const other = folderWith({ solution: { message: 'Something else' } })
  expect(await errorsOf(other)).toEqual([
    [
      'deploy-version-tells-truth',
      'ContosoOrders says version 1.0.0.1, as the installed one does, but the flow "Parent" differs from the one in the target.',
    ],
  ])
  expect(changed(await deploy(folderWith()).plan('fabrikam')).every((line) => line.startsWith('adopt'))).toBe(true)
})

test('the platform’s own dry run is asked only when wanted, and named', async () => {
  const folder = folderWith()
  const before = latestEntry(cloud)
  const plan = await deploy(folder).plan('fabrikam', { serverDryRun: true })
  expect(plan.serverDryRuns).toEqual(['StageSolution of solution/ContosoOrders'])
  expect(writesSince(cloud, before)).toEqual(['solution-import.stage'])
})

test('an import whose answer got lost is waited for, not begun again', async () => {
  const folder = folderWith()
  cloud.emulator.faults.add({
    effect: { kind: 'drop', when: 'after' },
    target: { operation: 'solution-import.begin' },
    times: 1,
  })
  const before = latestEntry(cloud)
  const { result } = await deploy(folder).apply('fabrikam', { approve })
  expect(result?.outcome).toBe('done')
  expect(writesSince(cloud, before).filter((one) => one === 'solution-import.begin')).toHaveLength(1)
  expect(rowsOf('solution').filter(({ uniquename }) => uniquename === 'ContosoOrders')).toHaveLength(1)
})

test('other work on solutions in the organisation is waited for', async () => {
  const [first, second] = [folderWith(), folderWith({ solution: { uniqueName: 'ContosoOther', version: '3.0.0.0' } })]
  const text = second.read('sevenstep.deployment.yaml').replace('name: orders', 'name: others')
  second.write('sevenstep.deployment.yaml', text)
  const results = await Promise.all([first, second].map((folder) => deploy(folder).apply('fabrikam', { approve })))
  expect(results.map(({ result }) => result?.outcome)).toEqual(['done', 'done'])
})
