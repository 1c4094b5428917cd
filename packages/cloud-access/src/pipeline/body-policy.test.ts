import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { expect, onTestFinished, test } from 'vitest'
import { knownClouds } from '../clouds/known-clouds.ts'
import { overrideCloud } from '../clouds/override-cloud.ts'
import { failureOf, sampleClient } from '../fixtures/sample-client.ts'
import { put, read, start } from '../fixtures/sample-operations.ts'

const reading = { path: { id: 'a' } }

test('a hundred megabytes of JSON are cut off after the limit', async () => {
  let written = 0
  const server = createServer((_, response) => {
    const chunk = `"${'x'.repeat(65_533)}",`
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"id":"a","value":[')
    const more = (): void => {
      while (written < 104_857_600 && !response.destroyed) {
        written += chunk.length
        if (!response.write(chunk)) {
          response.once('drain', more)
          return
        }
      }
      response.end('""]}')
    }
    more()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { client } = await sampleClient(new Hono(), {
    cloud: overrideCloud(knownClouds.public, { through: `http://127.0.0.1:${port}/https` }),
    largestAnswerBytes: 1_048_576,
  })
  const failure = await failureOf(client.call(read, reading))
  expect(failure).toMatchObject({ code: 'answer-too-large', operation: 'samples.read', ambiguous: false })
  expect(failure.details).toContain('Allowed are 1,048,576 bytes.')
  expect(written).toBeLessThan(20_000_000)
})

test('the limit counts what a small answer unpacks to', async () => {
  const app = new Hono()
  const packed = gzipSync(JSON.stringify({ id: 'x'.repeat(5_000_000) }))
  app.all(
    '*',
    () =>
      new Response(new Uint8Array(packed), {
        headers: { 'content-encoding': 'gzip', 'content-type': 'application/json' },
      }),
  )
  const { client } = await sampleClient(app)
  expect(packed.length).toBeLessThan(10_000)
  await expect(client.call(read, reading)).resolves.toHaveProperty('id')
  const failure = await failureOf(client.call(read, reading, { largestAnswerBytes: 1_000_000 }))
  expect(failure.code).toBe('answer-too-large')
})

test('an answer that was cut off leaves open whether the work began', async () => {
  const app = new Hono()
  app.all('*', (c) => c.json({ text: 'x'.repeat(2_000) }, 202))
  const { client } = await sampleClient(app)
  expect((await failureOf(client.call(start, { body: {} }, { largestAnswerBytes: 1_000 }))).ambiguous).toBe(true)
})

test('an answer that never ends is given up after the time allowed', async () => {
  const app = new Hono()
  app.all(
    '*',
    () =>
      new Response(
        new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{"id":')) }),
      ),
  )
  const { client } = await sampleClient(app, { timeoutMs: 40, retry: { faults: 0 } })
  const failure = await failureOf(client.call(put, { ...reading, body: {} }))
  expect(failure).toMatchObject({ code: 'timed-out', ambiguous: true })
  expect(failure.details).toEqual(['Allowed were 0.04 seconds.'])
})

test('a call under way is cancelled; of a start nobody knows then whether it arrived', async () => {
  const cancelling = new AbortController()
  const app = new Hono()
  app.all('*', () => {
    cancelling.abort()
    return new Promise<Response>(() => undefined)
  })
  const { client } = await sampleClient(app)
  const failure = await failureOf(client.call(start, { body: {} }, { signal: cancelling.signal }))
  expect(failure).toMatchObject({ code: 'cancelled', ambiguous: true })
})

test('a call that was cancelled before sends nothing', async () => {
  const app = new Hono()
  let requests = 0
  app.all('*', (c) => {
    requests += 1
    return c.json({})
  })
  const { client } = await sampleClient(app)
  const failure = await failureOf(client.call(start, { body: {} }, { signal: AbortSignal.abort() }))
  expect(failure.code).toBe('cancelled')
  expect(requests).toBe(0)
})
