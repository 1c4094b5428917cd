import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { emulatorOfTests, send, tokenFor } from '../fixtures/emulator-of-tests.ts'
import { smallOperations } from '../fixtures/small-operations.ts'
import { defaultEntrance } from '../seed/default-seed.ts'

const { user, clientSecret, password } = defaultEntrance
let dataFolder: string

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'emulator-data-'))
})

afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

const open = () => emulatorOfTests({ operations: smallOperations, dataFolder })

test('what was done is there after a restart, the tokens of before included', async () => {
  const first = await open()
  const token = await tokenFor(first, { scope: 'https://service.powerapps.com//.default', user })
  const create = 'https://api.powerapps.com/providers/Microsoft.PowerApps/notes/kept?$filter=x'
  await send(first, create, { token, method: 'POST', body: { title: 't', size: 1 } })
  await first.stop()
  expect(readdirSync(dataFolder)).toEqual(['state.json'])
  const text = readFileSync(join(dataFolder, 'state.json'), 'utf8')
  for (const secret of [clientSecret, password, token]) expect(text).not.toContain(secret)
  const second = await open()
  const notes = 'https://api.powerapps.com/providers/Microsoft.PowerApps/notes?api-version=2016-11-01'
  expect(Object(await (await send(second, notes, { token })).json()).names).toEqual(['kept'])
  await second.stop()
})

test('one folder serves one emulator at a time; one that was killed lets go', async () => {
  const first = await open()
  await expect(open()).rejects.toThrow(`Another emulator (process ${process.pid}) uses the folder ${dataFolder}`)
  await first.stop()
  writeFileSync(join(dataFolder, 'in-use'), '999999999')
  await (await open()).stop()
})

test.each([
  ['half a file', '{"version":1,"ten', 'is no JSON'],
  ['a file of another version', '{"version":2,"tenants":{}}', 'was not written by this version'],
  ['a list', '[]', 'was not written by this version'],
])('%s is refused and left as it is', async (_, text, told) => {
  writeFileSync(join(dataFolder, 'state.json'), text)
  await expect(open()).rejects.toThrow(told)
  expect(readFileSync(join(dataFolder, 'state.json'), 'utf8')).toBe(text)
  expect(readdirSync(dataFolder)).toEqual(['state.json'])
})
