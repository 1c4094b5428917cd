import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FaultEffect } from '@sevenstep/cloud-emulator'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type EmulatedCloud, emulatedCloud } from '../fixtures/emulated-cloud.ts'
import {
  emulatedDeployer,
  emulatedFolder,
  environmentOf,
  latestEntry,
  writesSince,
} from '../fixtures/emulated-sample.ts'
import { approve, type SampleFolder, testSecret } from '../fixtures/sample-deployment.ts'

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

const newFolder = () => {
  const folder = emulatedFolder(cloud)
  folders.push(folder)
  return folder
}

type Who = 'person' | 'application'

/** What an apply writes, in this order; the lease around it included. */
const writes: Readonly<Record<Who, readonly string[]>> = {
  person: [
    'environment-variable-definitions.create',
    'connectors.create',
    'connections.create',
    'environment-variable-definitions.create',
    'environment-variable-values.create',
    'connection-references.create',
    'connection-references.create',
    'solution-flows.create',
    'solution-flows.turn-on',
    'environment-variable-definitions.delete',
  ],
  application: [
    'environment-variable-definitions.create',
    'connector-rows.create',
    'connections.platform-create',
    'environment-variable-definitions.create',
    'environment-variable-values.create',
    'connection-references.create',
    'connection-references.create',
    'solution-flows.create',
    'solution-flows.turn-on',
    'environment-variable-definitions.delete',
  ],
}

const effects: Readonly<Record<string, FaultEffect>> = {
  'a refusal': { kind: 'status', status: 400, code: 'BadRequest', message: 'The test refuses it.' },
  'an internal error': { kind: 'status', status: 500 },
  'a connection cut before': { kind: 'drop', when: 'before' },
  'a connection cut after': { kind: 'drop', when: 'after' },
  'a token that ran out': { kind: 'expired-token' },
  throttling: { kind: 'throttle', retryAfter: 5 },
}

/** All of them take minutes; in between, each operation meets the worst, and each trouble meets one operation. */
const isLong = process.env.SEVENSTEP_LONG !== undefined

function casesFor(who: Who) {
  const seen = new Map<string, number>()
  return writes[who].flatMap((operation, at) => {
    const after = seen.get(operation) ?? 0
    seen.set(operation, after + 1)
    return Object.entries(effects)
      .filter(
        ([name]) =>
          isLong || name === 'a connection cut after' || (operation === 'solution-flows.create' && who === 'person'),
      )
      .map(([name, effect]) => ({ operation, at, after, name, effect }))
  })
}

describe.each(['person', 'application'] as const)('as %s', (who) => {
  test('an apply writes this, in this order', async () => {
    const before = latestEntry(cloud)
    await emulatedDeployer(cloud, who, newFolder()).apply('fabrikam', { approve })
    expect(writesSince(cloud, before)).toEqual(writes[who])
  })

  test.each(casesFor(who))('$operation (write $at) meets $name: run again, everything is there once', async (one) => {
    const folder = newFolder()
    const { operation, after, effect } = one
    cloud.emulator.faults.add({ effect, target: { operation }, after, times: 1 })
    const first = await emulatedDeployer(cloud, who, folder)
      .apply('fabrikam', { approve })
      .catch((error: unknown) => error)
    expect(cloud.emulator.faults.list()[0]?.struck).toBe(1)
    // A lease that is still there ends by itself, as if the machine that held it had gone.
    cloud.emulator.clock.advance(20 * 60_000)
    const second = await emulatedDeployer(cloud, who, folder).apply('fabrikam', { approve })
    expect(second.result?.outcome ?? 'done').toBe('done')
    const third = await emulatedDeployer(cloud, who, folder).apply('fabrikam', { approve })
    expect(third.plan.actions.filter(({ verb }) => verb !== 'leave')).toEqual([])
    expectWhole()
    expect(JSON.stringify([first, second]) + everyKeptByte(folder)).not.toContain(testSecret)
    expect(emulatedDeployer(cloud, who, folder).status('fabrikam')).toMatchObject({ canGoOn: false })
  })
})

test('two applies at once on one target: one does it, the other is refused or waits, and everything is there once', async () => {
  const [here, elsewhere] = [newFolder(), newFolder()]
  const refused = await Promise.allSettled([
    emulatedDeployer(cloud, 'person', here).apply('fabrikam', { approve }),
    emulatedDeployer(cloud, 'person', here).apply('fabrikam', { approve }),
  ])
  expect(refused.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(refused.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { text: { code: 'target-busy' } },
  })
  cloud.emulator.store.restore('fresh')
  // Another machine has no journal of ours, only the target to look at.
  const waiting = await Promise.all([
    emulatedDeployer(cloud, 'person', here).apply('fabrikam', { approve, waitFor: 3_600_000 }),
    emulatedDeployer(cloud, 'person', elsewhere).apply('fabrikam', { approve, waitFor: 3_600_000 }),
  ])
  expect(waiting.map(({ result }) => result?.outcome ?? 'done')).toEqual(['done', 'done'])
  expectWhole()
})

function expectWhole(): void {
  const environment = environmentOf(cloud)
  const tables = environment.dataverse?.tables ?? {}
  const named = (table: string, column: string, value: string) =>
    Object.values(tables[table] ?? {}).filter((row) => String(row[column]).startsWith(value))
  expect(
    Object.values(environment.connectors).filter(({ displayName }) => displayName === 'Contoso Books'),
  ).toHaveLength(1)
  expect(Object.values(environment.connections).filter(({ displayName }) => displayName === 'books')).toHaveLength(1)
  expect(named('connectionreference', 'connectionreferencelogicalname', 'new_books_')).toHaveLength(2)
  expect(named('environmentvariabledefinition', 'schemaname', 'contoso_Greeting')).toHaveLength(1)
  expect(named('environmentvariablevalue', 'value', 'Hello')).toHaveLength(1)
  expect(named('environmentvariabledefinition', 'schemaname', 'sevenstep_lease')).toEqual([])
  expect(named('workflow', 'name', 'Tell about books').map(({ statecode }) => statecode)).toEqual([1])
}

function everyKeptByte(folder: SampleFolder): string {
  const kept = join(folder.path, '.sevenstep')
  if (!existsSync(kept)) return ''
  return readdirSync(kept, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    .join('\n')
}
