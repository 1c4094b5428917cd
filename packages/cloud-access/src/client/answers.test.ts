import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { failureOf, sampleClient } from '../fixtures/sample-client.ts'
import { put, read, start } from '../fixtures/sample-operations.ts'
import { defineOperation } from '../operations/operation.ts'

const reading = { path: { id: 'a' } }

test('an answer comes with status, headers and every request id', async () => {
  const app = new Hono()
  app.get('*', (c) =>
    c.json({ id: 'a' }, 200, {
      etag: 'W/"1"',
      'x-ms-request-id': 'r',
      'x-ms-correlation-request-id': 'c',
      'request-id': 'q',
      'x-ms-service-request-id': 's',
    }),
  )
  const { client } = await sampleClient(app)
  const answer = await client.answer(read, reading)
  expect(answer).toMatchObject({
    status: 200,
    body: { id: 'a' },
    headers: { etag: 'W/"1"' },
    requestIds: {
      'x-ms-request-id': 'r',
      'x-ms-correlation-request-id': 'c',
      'request-id': 'q',
      'x-ms-service-request-id': 's',
    },
  })
  expect(Object.keys(answer)).toEqual(['status', 'body', 'headers', 'requestIds'])
})

test('a failure carries the request ids and the service’s words, and events tell of it without them', async () => {
  const app = new Hono()
  app.get('*', (c) =>
    c.json({ error: { code: 'EnvironmentNotFound', message: 'No such environment.' } }, 404, {
      'x-ms-request-id': 'r',
    }),
  )
  const { client, events } = await sampleClient(app)
  const failure = await failureOf(client.call(read, reading, { requestId: 'mine' }))
  expect(failure.toJSON()).toMatchObject({
    code: 'environment-not-found',
    status: 404,
    service: 'power-apps',
    operation: 'samples.read',
    cloudCode: 'EnvironmentNotFound',
    cloudMessage: 'No such environment.',
    requestIds: { 'x-ms-request-id': 'r' },
    ambiguous: false,
  })
  expect(events.map(({ kind }) => kind)).toEqual(['sent', 'failed'])
  expect(events[1]).toMatchObject({ requestId: 'mine', code: 'environment-not-found', attempts: 1 })
})

test('200 with errors is a failure', async () => {
  const app = new Hono()
  app.get('*', (c) => c.json({ id: 'a', errors: [{ code: 'FlowNotFound', message: 'gone' }] }))
  const { client } = await sampleClient(app)
  expect(await failureOf(client.call(read, reading))).toMatchObject({ code: 'flow-not-found', status: 200 })
})

test.each<[string, BodyInit, string]>([
  ['another shape', '{"name":"a"}', 'id: '],
  ['a page of a proxy', '<html>Sign in</html>', 'the body: '],
  ['nothing', '', 'the body: '],
  ['half of it', '{"id":"a', 'the body: '],
])('an answer of %s is said not to be understood', async (_, body, place) => {
  const app = new Hono()
  app.get('*', (c) => c.body(body as string, 200, { 'x-ms-request-id': 'r' }))
  const { client } = await sampleClient(app)
  const failure = await failureOf(client.call(read, reading))
  expect(failure).toMatchObject({ code: 'answer-not-understood', status: 200, requestIds: { 'x-ms-request-id': 'r' } })
  expect(failure.details[0]).toContain(place)
})

test('a byte order mark before the JSON does no harm', async () => {
  const app = new Hono()
  app.get('*', (c) => c.body('\uFEFF{"id":"a"}'))
  const { client } = await sampleClient(app)
  await expect(client.call(read, reading)).resolves.toEqual({ id: 'a' })
})

test('a success that nobody described is read like those that are', async () => {
  const app = new Hono()
  app.get('*', (c) => c.json({ id: 'a' }, 203))
  const { client } = await sampleClient(app)
  await expect(client.answer(read, reading)).resolves.toMatchObject({ status: 203, body: { id: 'a' } })
})

test('redirects on the same host are followed with the token', async () => {
  const app = new Hono()
  const tokens: (string | undefined)[] = []
  app.get('/https/api.powerapps.com/samples/a', (c) => c.redirect('/https/api.powerapps.com/moved', 307))
  app.get('/https/api.powerapps.com/moved', (c) => {
    tokens.push(c.req.header('authorization'))
    return c.json({ id: 'moved' })
  })
  const { client } = await sampleClient(app)
  await expect(client.call(read, reading)).resolves.toEqual({ id: 'moved' })
  expect(tokens[0]).toMatch(/^Bearer /)
})

test('an endless redirect ends', async () => {
  let requests = 0
  const app = new Hono()
  app.all('*', (c) => {
    requests += 1
    return c.redirect(`/https/api.powerapps.com/${requests}`, 307)
  })
  const { client } = await sampleClient(app)
  expect(await failureOf(client.call(read, reading))).toMatchObject({ code: 'redirects-endless', ambiguous: false })
  expect(requests).toBe(11)
})

test('a redirect to another host is not followed, with or without a token', async () => {
  const stranger = new Hono()
  const seen: unknown[] = []
  stranger.all('*', (c) => {
    seen.push(c.req.header())
    return c.json({ id: 'stolen' })
  })
  const { origin } = await sampleClient(stranger)
  const app = new Hono()
  app.all('*', (c) => c.redirect(`${origin}/take?sig=secretsecretsecret`, 302))
  const { client } = await sampleClient(app)
  const failure = await failureOf(client.call(read, reading))
  expect(failure.code).toBe('redirect-refused')
  expect(failure.details).toEqual([`It leads to ${origin}.`])
  expect(seen).toEqual([])
})

test('a redirect of what changes something is not followed', async () => {
  let requests = 0
  const app = new Hono()
  app.all('*', (c) => {
    requests += 1
    return c.redirect('/elsewhere', 302)
  })
  const { client } = await sampleClient(app)
  expect((await failureOf(client.call(put, { ...reading, body: {} }))).code).toBe('redirect-refused')
  expect((await failureOf(client.call(start, { body: {} }))).code).toBe('redirect-refused')
  expect(requests).toBe(2)
})

test('a body where none is expected does no harm', async () => {
  const app = new Hono()
  app.all('*', (c) => c.json({ surprise: true }, 200))
  const { client } = await sampleClient(app)
  const remove = defineOperation({
    ...read,
    id: 'samples.remove',
    method: 'DELETE',
    responses: { 200: z.undefined(), 204: z.undefined() },
    repetition: 'idempotent',
  })
  await expect(client.answer(remove, reading)).resolves.toMatchObject({ status: 200, body: undefined })
})

test('text is given as text where text is expected', async () => {
  const app = new Hono()
  app.all('*', (c) => c.body('{"looks":"like JSON"}'))
  const { client } = await sampleClient(app)
  const batch = defineOperation({ ...read, id: 'samples.batch', responses: { 200: z.string() } })
  await expect(client.call(batch, reading)).resolves.toBe('{"looks":"like JSON"}')
})

test('an answer that was not changed is given where the operation knows it, else said', async () => {
  const app = new Hono()
  app.all('*', (c) => c.body(null, 304))
  const { client } = await sampleClient(app)
  const conditional = defineOperation({
    ...read,
    id: 'samples.conditional',
    responses: { 200: z.looseObject({}), 304: z.undefined() },
  })
  await expect(client.answer(conditional, reading)).resolves.toMatchObject({ status: 304, body: undefined })
  expect(await failureOf(client.call(read, reading))).toMatchObject({ code: 'unknown', status: 304 })
})
