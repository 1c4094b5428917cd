import { createHttpHeaders, type HttpClient } from '@azure/core-rest-pipeline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CloudClientOptions } from '../client/cloud-client.ts'
import { createCloudClient } from '../client/create-cloud-client.ts'
import { knownClouds } from '../clouds/known-clouds.ts'
import { fakeCredential } from '../fixtures/fake-tokens.ts'
import { failureOf } from '../fixtures/sample-client.ts'
import { readRow } from '../fixtures/sample-operations.ts'
import { createVirtualClock, type VirtualClock } from '../testing/virtual-clock.ts'
import { Limiter } from './limiter.ts'

interface Server {
  readonly transport: HttpClient
  readonly arrivals: number[]
  refused: number
  running: number
  most: number
}

/** A service in virtual time that counts as Dataverse does and refuses what goes beyond. */
function server(
  clock: VirtualClock,
  latencyMs: number,
  limit: { count: number; windowMs: number; concurrent: number },
): Server {
  const arrivals: number[] = []
  let first = 0
  const state: Server = {
    arrivals,
    refused: 0,
    running: 0,
    most: 0,
    transport: {
      async sendRequest(request) {
        await clock.sleep(latencyMs / 2)
        const now = clock.now()
        while ((arrivals[first] ?? Number.POSITIVE_INFINITY) <= now - limit.windowMs) first += 1
        state.running += 1
        state.most = Math.max(state.most, state.running)
        const isRefused = arrivals.length - first >= limit.count || state.running > limit.concurrent
        if (isRefused) state.refused += 1
        else arrivals.push(now)
        await clock.sleep(latencyMs / 2)
        state.running -= 1
        return {
          request,
          status: isRefused ? 429 : 200,
          headers: createHttpHeaders(isRefused ? { 'retry-after': '30' } : {}),
          bodyAsText: '{}',
        }
      },
    },
  }
  return state
}

function rowClient(clock: VirtualClock, transport: HttpClient, options: Partial<CloudClientOptions> = {}) {
  const client = createCloudClient({
    cloud: knownClouds.public,
    tenant: 'contoso.example',
    credential: fakeCredential(),
    clock,
    transport,
    ...options,
  })
  return (organization = 'https://contoso.crm4.dynamics.com', signal?: AbortSignal) =>
    client.call(
      readRow,
      { path: { id: '1' }, headers: {} },
      { at: { organization }, ...(signal === undefined ? {} : { signal }) },
    )
}

const dataverse = { count: 6000, windowMs: 300_000, concurrent: 52 }

test('20,000 calls to one environment need hardly more than the least time that the limits allow, and none is refused', async () => {
  const clock = createVirtualClock()
  const service = server(clock, 100, dataverse)
  const call = rowClient(clock, service.transport)
  const startedAt = clock.now()
  await Promise.all(Array.from({ length: 20_000 }, () => call()))
  // Three whole windows have to pass; the last 2,000 calls then take 39 rounds of 52.
  const least = 3 * 300_000 + Math.ceil(2_000 / 52) * 100
  expect(service.refused).toBe(0)
  expect(service.arrivals).toHaveLength(20_000)
  expect(service.most).toBe(52)
  expect((clock.now() - startedAt) / least).toBeLessThan(1.1)
}, 30_000)

test('a thousand tenants hold each other up in nothing', async () => {
  const clock = createVirtualClock()
  const services = new Map<string, Server>()
  const transport: HttpClient = {
    sendRequest(request) {
      const { host } = new URL(request.url)
      const service = services.get(host) ?? server(clock, 100, dataverse)
      services.set(host, service)
      return service.transport.sendRequest(request)
    },
  }
  const call = rowClient(clock, transport)
  const startedAt = clock.now()
  await Promise.all(
    Array.from({ length: 1000 }, async (_, index) => {
      for (let round = 0; round < 3; round += 1) await call(`https://customer${index}.crm4.dynamics.com`)
    }),
  )
  expect(clock.now() - startedAt).toBe(300)
  expect(services.size).toBe(1000)
}, 30_000)

test('whatever the limits and latencies, no window ever holds more than allowed and nothing waits for no reason', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 80 }),
      fc.integer({ min: 2, max: 900 }),
      async (count, concurrent, calls, latencyMs) => {
        const clock = createVirtualClock()
        const limit = { count, windowMs: 1000, concurrent }
        const service = server(clock, latencyMs, limit)
        const call = rowClient(clock, service.transport, {
          limits: {
            dataverse: {
              requests: { count, windowMs: 1000 },
              concurrent,
              sources: [{ name: 'A test', confidence: 'run' }],
            },
          },
        })
        const startedAt = clock.now()
        await Promise.all(Array.from({ length: calls }, () => call()))
        expect(service.refused).toBe(0)
        // Each window costs its length and one round trip, each round of the concurrent ones a round trip.
        const most = Math.ceil(calls / count) * (1000 + latencyMs) + Math.ceil(calls / concurrent) * latencyMs
        expect(clock.now() - startedAt).toBeLessThanOrEqual(most)
      },
    ),
    { numRuns: 60 },
  )
}, 30_000)

test('a 429 holds all others back until then', async () => {
  const clock = createVirtualClock()
  const at: number[] = []
  const transport: HttpClient = {
    async sendRequest(request) {
      at.push(clock.now())
      await clock.sleep(10)
      const isFirst = at.length === 1
      return {
        request,
        status: isFirst ? 429 : 200,
        headers: createHttpHeaders(isFirst ? { 'retry-after': '60' } : {}),
        bodyAsText: '{}',
      }
    },
  }
  const call = rowClient(clock, transport)
  const first = call()
  await clock.sleep(20)
  await Promise.all([first, call(), call()])
  const startedAt = at[0] ?? 0
  expect(at.slice(1).map((time) => time - startedAt)).toEqual([60_010, 60_010, 60_010])
})

test('whoever gives up waiting makes room; the others go on', async () => {
  const clock = createVirtualClock()
  const limiter = new Limiter({ concurrent: 1, sources: [{ name: 'A test', confidence: 'run' }] }, clock)
  const slot = await limiter.acquire()
  const giving = new AbortController()
  const given = limiter.acquire(giving.signal).then(
    () => 'a place',
    () => 'gave up',
  )
  const next = limiter.acquire()
  giving.abort()
  await expect(given).resolves.toBe('gave up')
  slot.release()
  slot.release()
  const second = await next
  let isThere = false
  const third = limiter.acquire().then((place) => {
    isThere = true
    return place
  })
  await clock.sleep(10)
  expect(isThere).toBe(false)
  second.release()
  ;(await third).release()
  expect(limiter.isIdle(clock.now() + 1)).toBe(true)
})

test('work of the service is counted by its own figures where it gives them', async () => {
  const sent = async (headers: Record<string, string>): Promise<number> => {
    const clock = createVirtualClock()
    const transport: HttpClient = {
      async sendRequest(request) {
        // Nearly all of it is the way there and back.
        await clock.sleep(1000)
        return { request, status: 200, headers: createHttpHeaders(headers), bodyAsText: '{}' }
      },
    }
    const call = rowClient(clock, transport, {
      limits: {
        dataverse: {
          execution: { count: 10_000, windowMs: 300_000 },
          concurrent: 1,
          sources: [{ name: 'A test', confidence: 'run' }],
        },
      },
    })
    const startedAt = clock.now()
    for (let index = 0; index < 15; index += 1) await call()
    return clock.now() - startedAt
  }
  await expect(sent({})).resolves.toBeGreaterThan(300_000)
  await expect(sent({ 'x-ms-ratelimit-time-remaining-xrm-requests': '9.90' })).resolves.toBe(15_000)
})

test('a call that is cancelled while it waits for its turn is not sent', async () => {
  const clock = createVirtualClock()
  let requests = 0
  const transport: HttpClient = {
    async sendRequest(request) {
      requests += 1
      await clock.sleep(10)
      return { request, status: 200, headers: createHttpHeaders(), bodyAsText: '{}' }
    },
  }
  const call = rowClient(clock, transport, {
    limits: { dataverse: { requests: { count: 1, windowMs: 1000 }, sources: [{ name: 'A test', confidence: 'run' }] } },
  })
  await call()
  const cancelling = new AbortController()
  const waiting = failureOf(call(undefined, cancelling.signal))
  cancelling.abort()
  expect(await waiting).toMatchObject({ code: 'cancelled', ambiguous: false })
  expect(requests).toBe(1)
})
