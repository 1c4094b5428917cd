import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { failureOf, sampleClient } from '../fixtures/sample-client.ts'
import { importRows, readWork, start } from '../fixtures/sample-operations.ts'
import { defineOperation } from '../operations/operation.ts'
import type { WorkProgress } from './work.ts'

const organization = 'https://contoso.crm4.dynamics.com'

/** Accepts work and answers its state in order; the last one again and again. */
function working(
  states: readonly (readonly [
    status: 200 | 202 | 404 | 409,
    body: object | undefined,
    headers?: Record<string, string>,
  ])[],
  accepted: { readonly headers?: Record<string, string>; readonly status?: 201 | 202 } = {},
) {
  let polls = 0
  const app = new Hono()
  app.post('*', (c) =>
    c.json(
      { started: true },
      accepted.status ?? 202,
      accepted.headers ?? { location: 'https://europe.api.powerapps.com/work/7?api-version=1', 'retry-after': '5' },
    ),
  )
  app.get('/https/europe.api.powerapps.com/work/7', (c) => {
    const [status, body, headers = {}] = states[Math.min(polls, states.length - 1)] ?? [200, {}]
    polls += 1
    return body === undefined ? c.body(null, status, headers) : c.json(body, status, headers)
  })
  return { app, polls: () => polls }
}

test.each<[string, Parameters<typeof working>[0], words: string | undefined]>([
  [
    'environments',
    [
      [200, { state: { id: 'NotStarted' } }],
      [200, { state: { id: 'Running' } }],
      [200, { state: { id: 'Succeeded' } }],
    ],
    'Succeeded',
  ],
  [
    'packages',
    [
      [200, { properties: { status: 'Running' } }],
      [200, { properties: { status: 'Running' } }],
      [200, { properties: { status: 'Succeeded', resources: {} } }],
    ],
    'Succeeded',
  ],
  [
    'statuses alone',
    [
      [202, undefined],
      [202, undefined],
      [200, { done: true }],
    ],
    undefined,
  ],
  [
    'a busy environment',
    [
      [409, {}],
      [409, {}],
      [200, { state: { id: 'Succeeded' } }],
    ],
    'Succeeded',
  ],
])('work is followed to its end as %s tell of it', async (_, states, words) => {
  const { app, polls } = working(states)
  const { client, clock, events } = await sampleClient(app)
  const before = clock.now()
  const told: WorkProgress[] = []
  const work = await client.begin(
    start,
    { body: {} },
    { polledBy: readWork, onProgress: (progress) => told.push(progress) },
  )
  expect(work.progress).toMatchObject({ state: 'running', polls: 0 })
  expect(work.begun).toMatchObject({ status: 202, body: { started: true } })
  const result = await work.result()
  expect(result).toEqual(states.at(-1)?.[1])
  expect(polls()).toBe(3)
  expect(told.map(({ state }) => state)).toEqual(['running', 'running', 'succeeded'])
  expect(told.at(-1)?.words).toBe(words)
  // As long as the service asked for, then as long as ours grows.
  expect(clock.now() - before).toBe(5_000 + 7_500 + 11_250)
  expect(events.filter(({ kind }) => kind === 'progress')).toHaveLength(3)
})

test('work that is not known everywhere yet is asked about again, work that nobody knows is given up', async () => {
  const late = working([
    [404, { error: { code: 'NotFound' } }],
    [404, {}],
    [200, { state: { id: 'Succeeded' } }],
  ])
  const { client } = await sampleClient(late.app)
  const work = await client.begin(start, { body: {} }, { polledBy: readWork })
  await expect(work.result()).resolves.toEqual({ state: { id: 'Succeeded' } })
  const never = working([[404, {}]])
  const other = await sampleClient(never.app)
  const lost = await other.client.begin(start, { body: {} }, { polledBy: readWork })
  expect((await failureOf(lost.result())).code).toBe('not-found')
  expect(never.polls()).toBe(4)
})

test('what was deleted is gone when the work is done', async () => {
  const { app } = working([
    [200, { state: { id: 'Running' } }],
    [404, {}],
  ])
  app.delete('*', (c) => c.body(null, 202, { location: 'https://europe.api.powerapps.com/work/7' }))
  const { client } = await sampleClient(app)
  const remove = defineOperation({
    ...start,
    id: 'samples.remove',
    method: 'DELETE',
    responses: { 202: z.undefined() },
  })
  const work = await client.begin(remove, { body: {} }, { polledBy: readWork })
  await expect(work.result()).resolves.toBeUndefined()
})

test('the first answer may be the end', async () => {
  const { app, polls } = working([], { status: 201, headers: {} })
  const { client } = await sampleClient(app)
  const work = await client.begin(start, { body: {} })
  expect(work.progress.state).toBe('succeeded')
  await expect(work.result()).resolves.toBeUndefined()
  expect(work.begun?.status).toBe(201)
  expect(polls()).toBe(0)
})

test('work is gone on with from its handle, by another client', async () => {
  const { app, polls } = working([
    [200, { state: { id: 'Running' } }],
    [200, { state: { id: 'Succeeded' } }],
  ])
  const { client } = await sampleClient(app)
  const { handle } = await client.begin(start, { body: {} }, { polledBy: readWork })
  expect(handle).toMatch(/^[\w-]+$/)
  const other = await sampleClient(app)
  const work = await other.client.resume(handle, { polledBy: readWork })
  expect(work.begun).toBeUndefined()
  await expect(work.poll()).resolves.toMatchObject({ state: 'running', polls: 1 })
  await expect(work.result()).resolves.toEqual({ state: { id: 'Succeeded' } })
  expect(polls()).toBe(2)
})

test.each(['', 'no handle', Buffer.from('{"version":2}').toString('base64url'), '%%%'])(
  'the handle %j is refused',
  async (handle) => {
    const { client } = await sampleClient(new Hono())
    expect((await failureOf(client.resume(handle))).code).toBe('handle-invalid')
  },
)

test('a handle leads to no host outside the cloud', async () => {
  const { client } = await sampleClient(new Hono())
  const forged = Buffer.from(
    JSON.stringify({
      version: 1,
      operation: 'samples.start',
      polledBy: 'samples.read-work',
      startedAt: 0,
      at: { address: 'https://evil.example/' },
      deletes: false,
    }),
  ).toString('base64url')
  const work = await client.resume(forged, { polledBy: readWork })
  expect((await failureOf(work.result())).code).toBe('place-outside-cloud')
})

test('waiting is bounded; the work goes on and can be waited for again', async () => {
  const { app } = working([[200, { state: { id: 'Running' } }, { 'retry-after': '30' }]])
  const { client, clock } = await sampleClient(app)
  const before = clock.now()
  const work = await client.begin(start, { body: {} }, { polledBy: readWork, longestMs: 100_000 })
  const failure = await failureOf(work.result())
  expect(failure).toMatchObject({ code: 'work-unfinished', operation: 'samples.start', ambiguous: false })
  expect(clock.now() - before).toBe(95_000)
})

test('waiting can be cancelled', async () => {
  const cancelling = new AbortController()
  const { app, polls } = working([[200, { state: { id: 'Running' } }]])
  const { client } = await sampleClient(app)
  const work = await client.begin(
    start,
    { body: {} },
    {
      polledBy: readWork,
      signal: cancelling.signal,
      onProgress: ({ polls: count }) => {
        if (count === 2) cancelling.abort()
      },
    },
  )
  expect((await failureOf(work.result())).code).toBe('cancelled')
  expect(polls()).toBe(2)
})

test.each<[string, object, code: string, cloudCode: string | undefined, details: readonly string[]]>([
  [
    'an environment',
    { state: { id: 'Failed' }, error: { code: 'InsufficientCapacity_StorageDriven', message: 'full' } },
    'capacity-missing',
    'InsufficientCapacity_StorageDriven',
    [],
  ],
  [
    'a resource of a package',
    {
      properties: {
        status: 'Failed',
        resources: {
          a: {
            type: 'Microsoft.Flow/flows',
            details: { displayName: 'Orders' },
            error: { code: 'ConnectionNotFound', message: 'none' },
          },
          b: {},
        },
      },
    },
    'connection-not-found',
    'ConnectionNotFound',
    ['Orders: ConnectionNotFound: none'],
  ],
  [
    'a package',
    {
      properties: {
        status: 'Failed',
        errors: [
          { code: 'X', message: 'x' },
          { code: 'Y', message: 'y' },
        ],
      },
    },
    'work-failed',
    'X',
    ['Y: y'],
  ],
  ['nothing that tells why', { status: 'Failed' }, 'work-failed', undefined, []],
  ['somebody who stopped it', { status: 'Canceled' }, 'work-cancelled', undefined, []],
])('work that failed by %s says so', async (_, body, code, cloudCode, details) => {
  const { app } = working([[200, body]])
  const { client } = await sampleClient(app)
  const work = await client.begin(start, { body: {} }, { polledBy: readWork })
  const failure = await failureOf(work.result())
  expect(failure).toMatchObject({ code, details })
  expect(failure.cloudCode).toBe(cloudCode)
})

test('work that names no place to ask is ambiguous', async () => {
  const { app } = working([], { headers: {} })
  const { client } = await sampleClient(app)
  expect(await failureOf(client.begin(start, { body: {} }))).toMatchObject({
    code: 'work-untraceable',
    ambiguous: true,
  })
})

/** An organisation whose import goes through these rows. */
function importing(rows: readonly object[]) {
  let polls = 0
  const app = new Hono()
  app.post('*', (c) => c.json({ ImportJobKey: 'k', AsyncOperationId: 'a-1' }))
  app.get('/https/contoso.crm4.dynamics.com/api/data/v9.2/asyncoperations(a-1)', (c) => {
    const row = rows[Math.min(polls, rows.length - 1)]
    polls += 1
    return c.json({ asyncoperationid: 'a-1', ...row })
  })
  return app
}

test('background work of Dataverse is followed by its row', async () => {
  const app = importing([
    { statecode: 0, statuscode: 0 },
    { statecode: 2, statuscode: 20 },
    { statecode: 3, statuscode: 30 },
  ])
  const { client } = await sampleClient(app)
  const work = await client.begin(importRows, { body: {} }, { at: { organization } })
  await expect(work.result()).resolves.toMatchObject({ statuscode: 30 })
  expect(work.progress).toMatchObject({ state: 'succeeded', polls: 3 })
})

test.each<[number, object, code: string]>([
  [
    31,
    { friendlymessage: 'Cannot start another [Import] because there is a previous [Import] running at this moment.' },
    'solution-work-running',
  ],
  [31, { errorcode: -2147015902, message: 'Number of requests exceeded the limit of 6000' }, 'requests-exhausted'],
  [
    31,
    {
      message:
        'Flow client error returned with status code "Forbidden" and details "{"error":{"code":"DlpViolation","message":"no"}}".',
    },
    'data-policy-violation',
  ],
  [31, { message: 'Something new' }, 'work-failed'],
  [32, { message: 'stopped' }, 'work-cancelled'],
])('background work that ended with %i says why', async (statuscode, row, code) => {
  const { client } = await sampleClient(importing([{ statecode: 3, statuscode, ...row }]))
  const work = await client.begin(importRows, { body: {} }, { at: { organization } })
  expect((await failureOf(work.result())).code).toBe(code)
})
