import { expect, test } from 'vitest'
import { emulatorOfTests, send, tokenFor } from '../fixtures/emulator-of-tests.ts'
import { smallOperations } from '../fixtures/small-operations.ts'
import { defaultEntrance } from '../seed/default-seed.ts'
import { createFaultPlan } from './fault-plan.ts'

const { user } = defaultEntrance
const emulator = await emulatorOfTests({
  operations: smallOperations,
  limits: {
    dataverse: {
      windowSeconds: 300,
      requests: 5,
      executionMilliseconds: 1000,
      concurrent: 52,
      millisecondsPerRequest: 50,
    },
  },
})
const powerApps = await tokenFor(emulator, { scope: 'https://service.powerapps.com//.default', user })
const dataverse = await tokenFor(emulator, { scope: 'https://orgfabrikam.crm4.dynamics.com/.default', user })
const notes = 'https://api.powerapps.com/providers/Microsoft.PowerApps/notes?api-version=2016-11-01'
const create = 'https://api.powerapps.com/providers/Microsoft.PowerApps/notes/NAME?$filter=x'
const rows = 'https://orgfabrikam.crm4.dynamics.com/api/data/v9.2/rows'

const list = () => send(emulator, notes, { token: powerApps })
const post = (name: string) =>
  send(emulator, create.replace('NAME', name), { token: powerApps, method: 'POST', body: { title: 't', size: 1 } })
const names = async () => Object(await (await list()).json()).names

test.each([
  ['requests', '0x80072322', 'Number of requests exceeded the limit of 6000 over time window of 300 seconds.'],
  ['time', '0x80072321', 'Combined execution time of incoming requests exceeded limit of 1,200,000 milliseconds'],
  ['concurrent', '0x80072326', 'Number of concurrent requests exceeded the limit of 52.'],
] as const)('429 of Dataverse in the flavour %s', async (flavour, code, message) => {
  emulator.faults.add({
    effect: { kind: 'throttle', flavour, retryAfter: 7 },
    target: { service: 'dataverse' },
    times: 1,
  })
  const response = await send(emulator, rows, { token: dataverse })
  expect(response.status).toBe(429)
  expect(response.headers.get('retry-after')).toBe('7')
  const { error } = Object(await response.json())
  expect(error.code).toBe(code)
  expect(error.message).toContain(message)
  expect((await send(emulator, rows, { token: dataverse })).status).toBe(200)
})

test('the limit of a window holds by itself, says what is left, and ends with the window', async () => {
  emulator.clock.setMode('held')
  emulator.clock.advance(301_000)
  const left: unknown[] = []
  for (let times = 0; times < 5; times += 1) {
    const response = await send(emulator, rows, { token: dataverse })
    expect(response.status).toBe(200)
    left.push(response.headers.get('x-ms-ratelimit-burst-remaining-xrm-requests'))
    emulator.clock.advance(10_000)
  }
  expect(left).toEqual(['4', '3', '2', '1', '0'])
  const refused = await send(emulator, rows, { token: dataverse })
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('250')
  emulator.clock.advance(250_000)
  expect((await send(emulator, rows, { token: dataverse })).status).toBe(200)
  emulator.clock.setMode('machine')
})

test('more requests at once than are allowed are refused at once, the others answered', async () => {
  const own = await emulatorOfTests({
    operations: smallOperations,
    limits: {
      dataverse: {
        windowSeconds: 300,
        requests: 100,
        executionMilliseconds: 100_000,
        concurrent: 2,
        millisecondsPerRequest: 50,
      },
    },
  })
  own.faults.add({ effect: { kind: 'delay', milliseconds: 100 } })
  const token = await tokenFor(own, { scope: 'https://orgfabrikam.crm4.dynamics.com/.default', user })
  const answers = await Promise.all(Array.from({ length: 4 }, () => send(own, rows, { token })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429])
  const [refused] = answers.filter(({ status }) => status === 429)
  expect(Object(await refused?.json()).error).toEqual({
    code: '0x80072326',
    message: 'Number of concurrent requests exceeded the limit of 2.',
  })
  expect((await send(own, rows, { token })).status).toBe(200)
})

test('the sign-in has its faults where it is named', async () => {
  const ask = () => tokenFor(emulator, { scope: 'https://service.powerapps.com//.default', user })
  emulator.faults.add({ effect: { kind: 'status', status: 503 }, target: { operation: 'notes.list' }, times: 1 })
  await ask()
  emulator.faults.clear()
  emulator.faults.add({ effect: { kind: 'status', status: 503 }, target: { service: 'identity' }, times: 1 })
  await expect(ask()).rejects.toThrow('AADSTS90033')
  emulator.faults.add({ effect: { kind: 'throttle', retryAfter: 3 }, target: { service: 'identity' }, times: 1 })
  await expect(ask()).rejects.toThrow('AADSTS50196')
  emulator.faults.add({ effect: { kind: 'drop', when: 'before' }, target: { service: 'identity' }, times: 1 })
  await expect(ask()).rejects.toThrow('fetch failed')
  await ask()
  emulator.faults.clear()
})

test('a connection cut before the work leaves nothing; cut after it, the work is done', async () => {
  emulator.faults.add({ effect: { kind: 'drop', when: 'before' }, target: { operation: 'notes.create' }, times: 1 })
  await expect(post('one')).rejects.toThrow('fetch failed')
  expect(await names()).toEqual([])
  emulator.faults.add({ effect: { kind: 'drop', when: 'after' }, target: { operation: 'notes.*' }, times: 1 })
  await expect(post('two')).rejects.toThrow('fetch failed')
  expect(await names()).toEqual(['two'])
  const cut = emulator.journal.entries().filter(({ status, service }) => status === 0 && service !== 'identity')
  expect(cut.map(({ operation, fault }) => [operation, fault])).toEqual([
    ['notes.create', 'drop'],
    ['notes.create', 'drop'],
  ])
})

test('reads lag behind, and catch up', async () => {
  emulator.clock.setMode('held')
  const id = emulator.faults.add({ effect: { kind: 'stale-reads', seconds: 60 }, target: { method: 'GET' } })
  const before = await names()
  await post('late')
  expect(await names()).toEqual(before)
  emulator.clock.advance(59_000)
  expect(await names()).toEqual(before)
  emulator.clock.advance(2000)
  expect(await names()).toEqual([...before, 'late'])
  emulator.faults.remove(id)
  emulator.clock.setMode('machine')
})

test.each([
  [{ kind: 'status', status: 502 }, 502, 'BadGateway'],
  [{ kind: 'status' }, 503, 'ServiceUnavailable'],
  [{ kind: 'status', status: 403, code: 'DlpViolation', message: 'Blocked.' }, 403, 'DlpViolation'],
  [{ kind: 'expired-token' }, 401, 'ExpiredAuthenticationToken'],
  [{ kind: 'throttle' }, 429, 'TooManyRequests'],
] as const)('a fault of the kind %o', async (effect, status, code) => {
  emulator.faults.add({ effect, times: 1 })
  const response = await list()
  expect(response.status).toBe(status)
  expect(Object(await response.json()).error.code).toBe(code)
  expect((await list()).status).toBe(200)
})

test('a claims challenge lasts until a token was asked for with what it demands', async () => {
  emulator.faults.add({ effect: { kind: 'claims-challenge' }, target: { service: 'power-apps' } })
  const challenged = await list()
  expect(challenged.status).toBe(401)
  const header = challenged.headers.get('www-authenticate') ?? ''
  expect(header).toContain('error="insufficient_claims"')
  const claims = Buffer.from(/claims="([^"]+)"/.exec(header)?.[1] ?? '', 'base64').toString()
  const better = await tokenFor(emulator, { scope: 'https://service.powerapps.com//.default', user, claims })
  expect((await send(emulator, notes, { token: better })).status).toBe(200)
  expect((await list()).status).toBe(401)
  emulator.faults.clear()
})

test('consent can be taken back, and a refresh token can run out', async () => {
  emulator.faults.add({ effect: { kind: 'consent-withdrawn' }, times: 1 })
  await expect(tokenFor(emulator, { scope: 'https://service.powerapps.com//.default', user })).rejects.toThrow(
    'AADSTS65001',
  )
  await tokenFor(emulator, { scope: 'https://service.powerapps.com//.default', user })
})

test.each([
  [
    { kind: 'slow-work', factor: 10 },
    { endsAt: '2026-01-01T00:10:00.000Z', outcome: 'success' },
  ],
  [{ kind: 'stuck-work' }, { endsAt: null, outcome: 'success' }],
  [
    { kind: 'failing-work', code: 'Broken', message: 'So it goes.' },
    { endsAt: '2026-01-01T00:01:00.000Z', outcome: { code: 'Broken', message: 'So it goes.' } },
  ],
] as const)('long-running work: %o', async (effect, plan) => {
  emulator.clock.setMode('held')
  emulator.clock.set(new Date('2026-01-01T00:00:00Z'))
  const token = await tokenFor(emulator, { scope: 'https://service.powerapps.com//.default', user })
  emulator.faults.add({ effect, target: { work: 'package-*' }, times: 1 })
  emulator.faults.add({ effect: { kind: 'stuck-work' }, target: { work: 'solution-import' } })
  const response = await send(emulator, 'https://api.bap.microsoft.com/work', { token, method: 'POST' })
  expect(await response.json()).toEqual({ startsAt: '2026-01-01T00:00:00.000Z', ...plan })
  emulator.faults.clear()
  emulator.clock.setMode('machine')
})

test('the same seed and the same requests give the same faults', () => {
  const strikes = (seed: number) => {
    const plan = createFaultPlan(seed)
    plan.add({ effect: { kind: 'status' }, probability: 0.3 })
    return Array.from({ length: 200 }, () => plan.strike(['status'], {}) !== undefined)
  }
  expect(strikes(7)).toEqual(strikes(7))
  expect(strikes(7)).not.toEqual(strikes(8))
  const share = strikes(7).filter(Boolean).length / 200
  expect(share).toBeGreaterThan(0.2)
  expect(share).toBeLessThan(0.4)
})

test('a fault passes some by, strikes as often as it is told, and counts', () => {
  const plan = createFaultPlan()
  const id = plan.add({
    effect: { kind: 'status' },
    target: { operation: 'flows.*', method: 'post' },
    after: 1,
    times: 2,
  })
  const strike = (operation: string) => plan.strike(['status'], { operation, method: 'POST' }) !== undefined
  expect([strike('flows.create'), strike('connectors.create'), strike('flows.start'), strike('flows.start')]).toEqual([
    false,
    false,
    true,
    true,
  ])
  expect(strike('flows.start')).toBe(false)
  expect(plan.list()).toMatchObject([{ id, seen: 4, struck: 2 }])
  expect([plan.remove(id), plan.remove(id)]).toEqual([true, false])
})
