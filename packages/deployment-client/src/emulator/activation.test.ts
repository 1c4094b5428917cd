import { defaultEntrance } from '@sevenstep/cloud-emulator'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type EmulatedCloud, emulatedCloud, emulatedEnvironment } from '../fixtures/emulated-cloud.ts'
import { emulatedDeployer, emulatedFolder } from '../fixtures/emulated-sample.ts'
import { approve, type SampleFolder } from '../fixtures/sample-deployment.ts'

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

const state = () => {
  const environment = cloud.emulator.store.state.tenants[defaultEntrance.tenant]?.environments[emulatedEnvironment]
  if (environment === undefined) throw new Error('The built-in cloud has changed.')
  return environment
}
const newFolder = () => {
  const folder = emulatedFolder(cloud)
  folders.push(folder)
  return folder
}
const person = '9cf5538e-2bae-413b-80ab-2966cd22c286'

test.each<[string, () => void, string, RegExp]>([
  [
    'a data policy forbids it',
    () => state().dataPolicies.push({ displayName: 'No mail', business: [], blocked: ['shared_office365'] }),
    'data-policy-violation',
    /polic/i,
  ],
  [
    'its owner has no licence',
    () => state().dataverse?.activation.unlicensed.push(person),
    'licence-missing',
    /licen[cs]e/i,
  ],
])(
  'when %s, switching on fails with the cause, all else is there, and mended it goes on',
  async (_, prepare, code, text) => {
    const folder = newFolder()
    prepare()
    const { result } = await emulatedDeployer(cloud, 'person', folder).apply('fabrikam', { approve })
    const failed = result?.steps.filter(({ state: how }) => how !== 'done') ?? []
    expect(failed).toMatchObject([{ address: 'activation/tell', state: 'failed', failure: { code } }])
    const { what = '', why = '', fix = '' } = failed[0]?.failure ?? {}
    expect([what, why, fix].join(' ')).toMatch(text)
    state().dataPolicies.splice(0)
    state().dataverse?.activation.unlicensed.splice(0)
    const again = await emulatedDeployer(cloud, 'person', folder).apply('fabrikam', { approve })
    expect(again.result).toMatchObject({ outcome: 'done', run: result?.run })
    expect(again.plan.actions.filter(({ verb }) => verb !== 'leave').map(({ address }) => address)).toEqual([
      'activation/tell',
    ])
  },
)
