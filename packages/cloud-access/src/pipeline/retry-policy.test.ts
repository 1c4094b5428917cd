import { createServer } from 'node:net'
import { Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { expect, onTestFinished, test } from 'vitest'
import { knownClouds } from '../clouds/known-clouds.ts'
import { overrideCloud } from '../clouds/override-cloud.ts'
import { failureOf, sampleClient } from '../fixtures/sample-client.ts'
import { put, read, start } from '../fixtures/sample-operations.ts'

/** Answers in order; the last one again and again. */
function answering(answers: readonly (readonly [status: number, headers?: Record<string, string>])[]) {
  let requests = 0
  const app = new Hono()
  app.all('*', (c) => {
    const [status, headers = {}] = answers[Math.min(requests, answers.length - 1)] ?? [200]
    requests += 1
    // The statuses of these tests all may have a body.
    return c.json({ id: 'a' }, status as ContentfulStatusCode, headers)
  })
  return { app, requests: () => requests }
}

const reading = { path: { id: 'a' } }
const putting = { path: { id: 'a' }, body: {} }
const starting = { body: {} }

test.each<[string, Record<string, string>, waited: number]>([
  ['seconds', { 'retry-after': '7' }, 7_000],
  ['a date', { 'retry-after': dateAt(1), date: dateAt(0) }, 60_000],
  ['a date that is over', { 'retry-after': 'Wed, 21 Oct 2015 07:28:00 GMT' }, 0],
  ['milliseconds of Microsoft’s own', { 'x-ms-retry-after-ms': '1500' }, 1_500],
  ['nothing', {}, 10_000],
])('429 with %s waits that long and goes on', async (_, headers, waited) => {
  const { app, requests } = answering([[429, headers], [200]])
  const { client, clock, events } = await sampleClient(app)
  const before = clock.now()
  await expect(client.call(read, reading)).resolves.toEqual({ id: 'a' })
  expect(requests()).toBe(2)
  expect(clock.now() - before).toBe(waited)
  expect(events.find(({ kind }) => kind === 'waiting')).toMatchObject({ reason: 'throttled', status: 429 })
})

test.each<[string, number, Record<string, string>, sentTwice: readonly string[]]>([
  ['429', 429, { 'retry-after': '1' }, ['read', 'put', 'start']],
  ['503 with Retry-After', 503, { 'retry-after': '1' }, ['read', 'put', 'start']],
  ['503', 503, {}, ['read', 'put']],
  ['500', 500, {}, ['read', 'put']],
  ['502', 502, {}, ['read', 'put']],
  ['408', 408, {}, ['read', 'put']],
  ['501', 501, {}, []],
  ['400', 400, {}, []],
  ['409', 409, {}, []],
])('after %s only what may be repeated is sent again', async (_, status, headers, sentTwice) => {
  for (const [name, call] of [
    ['read', (client: Client) => client.call(read, reading)],
    ['put', (client: Client) => client.call(put, putting)],
    ['start', (client: Client) => client.call(start, starting)],
  ] as const) {
    const { app, requests } = answering([[status, headers], [200]])
    const { client } = await sampleClient(app)
    await call(client).catch(() => undefined)
    expect([name, requests()]).toEqual([name, sentTwice.includes(name) ? 2 : 1])
  }
})

type Client = Awaited<ReturnType<typeof sampleClient>>['client']

test.each<[string, number, Record<string, string>, ambiguous: boolean]>([
  ['500', 500, {}, true],
  ['503', 503, {}, true],
  ['503 that asks to wait longer than allowed', 503, { 'retry-after': '86400' }, false],
  ['400', 400, {}, false],
  ['501', 501, {}, false],
])('work whose start was answered with %s is ambiguous: %o', async (_, status, headers, ambiguous) => {
  const { app, requests } = answering([[status, headers]])
  const { client } = await sampleClient(app)
  expect((await failureOf(client.call(start, starting))).ambiguous).toBe(ambiguous)
  expect(requests()).toBe(1)
})

test('faults end after so many repetitions, with growing waits', async () => {
  const { app, requests } = answering([[500]])
  const { client, events } = await sampleClient(app, { retry: { faults: 3 } })
  const failure = await failureOf(client.call(read, reading))
  expect(failure).toMatchObject({ code: 'service-failed', status: 500, ambiguous: false })
  expect(requests()).toBe(4)
  const waits = events.flatMap((event) => (event.kind === 'waiting' ? [event.waitMs] : []))
  expect(waits).toHaveLength(3)
  for (const [index, wait] of waits.entries()) {
    expect(wait).toBeGreaterThanOrEqual(750 * 2 ** index)
    expect(wait).toBeLessThan(1250 * 2 ** index)
  }
})

test('an environment that imports already is no throttle: whoever began the other import waits', async () => {
  const app = new Hono()
  let requests = 0
  app.all('*', (c) => {
    requests += 1
    return c.json(
      {
        error: {
          code: '0x80071151',
          message: 'Cannot start another [Import] because there is a previous [Import] running.',
        },
      },
      429,
    )
  })
  const { client } = await sampleClient(app)
  expect((await failureOf(client.call(start, starting))).code).toBe('solution-work-running')
  expect(requests).toBe(1)
})

/** A server that takes each connection and breaks it, before or after reading the request. */
async function breaking(when: 'at once' | 'after the request'): Promise<{ through: string; requests: () => number }> {
  let requests = 0
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (when === 'at once') socket.destroy()
    else
      socket.once('data', () => {
        requests += 1
        socket.destroy()
      })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { through: `http://127.0.0.1:${port}/https`, requests: () => requests }
}

test.each(['at once', 'after the request'] as const)(
  'a start whose connection breaks %s is sent once and ambiguous',
  async (when) => {
    const { through, requests } = await breaking(when)
    const { client } = await sampleClient(new Hono(), { cloud: overrideCloud(knownClouds.public, { through }) })
    const failure = await failureOf(client.call(start, starting))
    expect(failure).toMatchObject({ code: 'connection-failed', ambiguous: true, operation: 'samples.start' })
    expect(requests()).toBeLessThanOrEqual(1)
  },
)

test('reading goes on through broken connections', async () => {
  const { through, requests } = await breaking('after the request')
  const { client } = await sampleClient(new Hono(), {
    cloud: overrideCloud(knownClouds.public, { through }),
    retry: { faults: 2 },
  })
  const failure = await failureOf(client.call(read, reading))
  expect(failure).toMatchObject({ code: 'connection-failed', ambiguous: false })
  expect(requests()).toBe(3)
})

test('a connection that was never made is tried again even for a start, and is not ambiguous', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  await new Promise((resolve) => server.close(resolve))
  const { client, events } = await sampleClient(new Hono(), {
    cloud: overrideCloud(knownClouds.public, { through: `http://127.0.0.1:${port}/https` }),
    retry: { faults: 2 },
  })
  const failure = await failureOf(client.call(start, starting))
  expect(failure).toMatchObject({ code: 'connection-failed', ambiguous: false })
  expect(events.filter(({ kind }) => kind === 'waiting')).toHaveLength(2)
})

test('waiting ends when the call is cancelled', async () => {
  const { app } = answering([[429, { 'retry-after': '600' }]])
  const cancelling = new AbortController()
  const { client } = await sampleClient(app, {
    onEvent: (event) => {
      if (event.kind === 'waiting') cancelling.abort()
    },
  })
  expect(await failureOf(client.call(read, reading, { signal: cancelling.signal }))).toMatchObject({
    code: 'cancelled',
    ambiguous: false,
  })
})

function dateAt(minute: number): string {
  return new Date(Date.UTC(2026, 0, 1, 0, minute)).toUTCString()
}
