import { request } from 'node:http'
import { expect, test } from 'vitest'
import { emulatorOfTests, send, tokenFor } from '../fixtures/emulator-of-tests.ts'
import { smallOperations } from '../fixtures/small-operations.ts'
import { defaultEntrance } from '../seed/default-seed.ts'

const { user } = defaultEntrance
const emulator = await emulatorOfTests({ operations: smallOperations })
const notes = 'https://api.powerapps.com/providers/Microsoft.PowerApps/notes?api-version=2016-11-01'

async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(`${emulator.url}${path}`, {
    method,
    redirect: 'manual',
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, json: text.startsWith('{') ? JSON.parse(text) : text, response }
}

/** Names a host in the request that the address does not have, as a page that rebinds its name would. */
function asHost(host: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: emulator.port, path, headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .once('error', reject)
      .end()
  })
}

test('the clock is held, set, moved, and let go', async () => {
  const now = '2026-05-01T10:00:00.000Z'
  expect((await call('PUT', '/emulator/clock', { mode: 'held', now })).json).toEqual({ now, mode: 'held', step: 1000 })
  expect((await call('POST', '/emulator/clock/advance', { milliseconds: 90_000 })).json.now).toBe(
    '2026-05-01T10:01:30.000Z',
  )
  await call('PUT', '/emulator/clock', { mode: 'auto', step: 5000 })
  await send(emulator, notes)
  await send(emulator, notes)
  expect((await call('GET', '/emulator/clock')).json.now).toBe('2026-05-01T10:01:40.000Z')
  await call('PUT', '/emulator/clock', { mode: 'machine', now: new Date().toISOString() })
})

test('faults are added, listed, removed; a plan takes their place', async () => {
  const { status, json } = await call('POST', '/emulator/faults', { effect: { kind: 'status', status: 500 }, times: 1 })
  expect([status, json.id]).toEqual([201, expect.stringMatching(/^fault-/)])
  expect((await call('GET', '/emulator/faults')).json.faults).toMatchObject([{ id: json.id, seen: 0, struck: 0 }])
  expect((await call('DELETE', `/emulator/faults/${json.id}`)).status).toBe(204)
  expect((await call('DELETE', `/emulator/faults/${json.id}`)).status).toBe(404)
  const plan = {
    seed: 3,
    faults: [{ effect: { kind: 'drop', when: 'after' }, probability: 0.1, target: { operation: 'flows.*' } }],
  }
  expect((await call('PUT', '/emulator/faults', plan)).json.faults).toMatchObject(plan.faults)
  expect((await call('DELETE', '/emulator/faults')).status).toBe(204)
  expect((await call('GET', '/emulator/faults')).json).toEqual({ faults: [] })
})

test.each([
  ['an effect there is not', '/emulator/faults', { effect: { kind: 'flood' } }],
  ['a probability above one', '/emulator/faults', { effect: { kind: 'status' }, probability: 2 }],
  ['a member there is not', '/emulator/faults', { effect: { kind: 'status' }, often: true }],
  ['a snapshot without a name', '/emulator/snapshots', { name: '' }],
  ['a clock without a number', '/emulator/clock/advance', { milliseconds: 'soon' }],
])('a body that does not fit is refused with what is wrong: %s', async (_, path, body) => {
  const { status, json, response } = await call('POST', path, body)
  expect(status).toBe(400)
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(json.detail).toMatch(/^✖ /)
})

test('a snapshot brings everything back', async () => {
  await call('POST', '/emulator/snapshots', { name: 'clean' })
  const token = await tokenFor(emulator, { scope: 'https://service.powerapps.com//.default', user })
  const create = 'https://api.powerapps.com/providers/Microsoft.PowerApps/notes/one?$filter=x'
  await send(emulator, create, { token, method: 'POST', body: { title: 't', size: 1 } })
  const names = async () => Object(await (await send(emulator, notes, { token })).json()).names
  expect(await names()).toEqual(['one'])
  expect((await call('GET', '/emulator/snapshots')).json).toEqual({ snapshots: ['clean'] })
  expect((await call('POST', '/emulator/snapshots/clean/restore')).status).toBe(200)
  expect(await names()).toEqual([])
  expect((await call('POST', '/emulator/snapshots/nothing/restore')).status).toBe(404)
})

test('the journal is read from where one left off, and cleared', async () => {
  await call('DELETE', '/emulator/journal')
  await send(emulator, notes)
  const { entries } = (await call('GET', '/emulator/journal')).json
  expect(entries).toMatchObject([{ operation: 'notes.list', status: 401 }])
  expect((await call('GET', `/emulator/journal?after=${entries[0].number}`)).json).toEqual({ entries: [] })
})

test('what is covered can be listed', async () => {
  const { operations } = (await call('GET', '/emulator/operations')).json
  expect(operations).toContainEqual({
    id: 'notes.list',
    service: 'power-apps',
    method: 'GET',
    path: '/providers/Microsoft.PowerApps/notes',
    apiVersion: '2016-11-01',
    differences: [],
  })
})

test('neither another name for this machine nor another page moves anything', async () => {
  expect(await asHost('evil.example', '/emulator/state')).toBe(403)
  expect(await asHost('localhost', '/emulator/health')).toBe(200)
  const body = { milliseconds: 1000 }
  expect((await call('POST', '/emulator/clock/advance', body, { origin: 'https://evil.example' })).status).toBe(403)
  expect((await call('POST', '/emulator/clock/advance', body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await call('POST', '/emulator/clock/advance', body, { origin: emulator.url })).status).toBe(200)
  expect((await call('POST', '/emulator/clock/advance', body)).status).toBe(200)
})

test('the state holds no secret and no password', async () => {
  const text = JSON.stringify((await call('GET', '/emulator/state')).json)
  expect(text).toContain(user)
  expect(text).not.toContain(defaultEntrance.clientSecret)
  expect(text).not.toContain(defaultEntrance.password)
})

test('the page shows tenants and requests, runs no script, and its forms do what they say', async () => {
  const { json: page, response } = await call('GET', '/emulator')
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  for (const word of ['Fabrikam', 'Adatum', 'orgfabrikam.crm4.dynamics.com', 'not Microsoft'])
    expect(page).toContain(word)
  expect(page).not.toContain('<script')
  const press = (form: Record<string, string>) =>
    fetch(`${emulator.url}/emulator`, { method: 'POST', redirect: 'manual', body: new URLSearchParams(form) })
  expect((await press({ do: 'fault', fault: 'throttle' })).status).toBe(303)
  const [fault] = emulator.faults.list()
  expect(fault?.effect).toEqual({ kind: 'throttle', retryAfter: 5 })
  await press({ do: 'remove-fault', id: fault?.id ?? '' })
  expect(emulator.faults.list()).toEqual([])
  const before = emulator.clock.now().getTime()
  await press({ do: 'advance', seconds: '86400' })
  expect(emulator.clock.now().getTime() - before).toBeGreaterThanOrEqual(86_400_000)
  await press({ do: 'save', name: 'From <the> page' })
  expect((await call('GET', '/emulator')).json).toContain('From &lt;the&gt; page')
  await press({ do: 'restore', name: 'From <the> page' })
  await press({ do: 'mode', mode: 'held' })
  expect(emulator.clock.mode).toBe('held')
  for (const form of [{}, { do: 'advance', seconds: 'x' }, { do: 'fault', fault: 'constructor' }, { do: 'explode' }]) {
    expect((await press(form)).status).toBe(303)
  }
})
