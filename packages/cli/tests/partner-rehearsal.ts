import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  defaultEntrance,
  defaultSeed,
  entranceOf,
  type RunningEmulator,
  startEmulator,
} from '@sevenstep/cloud-emulator'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { clientEnvironment } from '../src/emulator/client-environment.ts'
import { folderWith, type Outcome, runHere } from './run-command.ts'

/** Power Automate Premium, as Microsoft Graph knows it. */
export const premium = 'eda1941c-3c4f-4995-b5eb-e85a42175ab9'
/** The emulated partner, a customer who accepted the agreement, and one who did not. */
export const proseware = '0a0a0a0a-1111-4a4a-8a8a-000000000001'
export const fabrikam: string = defaultEntrance.tenant
export const adatum = '0c0c0c0c-3333-4c4c-8c8c-000000000003'

export const line = { skuId: premium, name: 'Power Automate Premium', quantity: 3, term: 'P1M', billing: 'monthly' }
export const order = { customer: 'fabrikam.example', reference: '2026-11-premium', lines: [line] }
/** Places the order of the folder without asking. */
export const apply = ['order', 'order.json', '--apply', '--auto-approve'] as const

/** A folder with the order in it. */
export function folderOf(more: object = {}): string {
  return folderWith({ 'order.json': JSON.stringify({ ...order, ...more }) })
}

/** An emulated Partner Center for the tests of one file, fresh before each; commands sign in as somebody of the partner. */
export function partnerRehearsal() {
  let emulator: RunningEmulator | undefined
  const keyFolder = mkdtempSync(join(tmpdir(), 'sevenstep-keys-'))
  const running = (): RunningEmulator => {
    if (emulator === undefined) throw new Error('the emulator is not started yet')
    return emulator
  }
  beforeAll(async () => {
    emulator = await startEmulator({ keyFolder })
    emulator.store.save('fresh')
  })
  afterAll(async () => {
    await emulator?.stop()
    rmSync(keyFolder, { recursive: true, force: true })
  })
  beforeEach(() => {
    running().faults.clear()
    running().store.restore('fresh')
  })
  const environment = (): Readonly<Record<string, string>> => {
    const { HTTPS_PROXY: _, NODE_EXTRA_CA_CERTS: __, ...rest } = clientEnvironment(running(), entranceOf(defaultSeed))
    return rest
  }
  const partner = () => {
    const found = running().store.state.tenants[proseware]?.partner
    if (found === undefined) throw new Error('the seed has no partner')
    return found
  }
  return {
    emulator: running,
    environment,
    partner,
    orders: () => Object.values(partner().orders),
    licences: (folder: string, ...words: readonly string[]): Promise<Outcome> =>
      runHere(['licences', ...words, '--emulator', running().url], { folder, environment: environment() }),
  }
}
