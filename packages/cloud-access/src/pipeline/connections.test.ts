import { createServer as createHttpsServer } from 'node:https'
import { createServer } from 'node:net'
import { inspect } from 'node:util'
import { Hono } from 'hono'
import { expect, onTestFinished, test, vi } from 'vitest'
import { knownClouds } from '../clouds/known-clouds.ts'
import { overrideCloud } from '../clouds/override-cloud.ts'
import { fakeCredential, fakeToken } from '../fixtures/fake-tokens.ts'
import { failureOf, sampleClient } from '../fixtures/sample-client.ts'
import { download, put, read, start } from '../fixtures/sample-operations.ts'
import { selfSigned } from '../fixtures/test-certificates.ts'
import { hostsWithoutProxy } from './hosts-without-proxy.ts'

const reading = { path: { id: 'a' } }

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

test('a certificate that is not trusted is told from a connection that failed, and nothing is repeated or sent', async () => {
  const { certificate, privateKey } = await selfSigned(['localhost'])
  let requests = 0
  const server = createHttpsServer({ cert: certificate, key: privateKey }, (_, response) => {
    requests += 1
    response.end('{"id":"a"}')
  })
  const port = await listening(server)
  const cloud = overrideCloud(knownClouds.public, {
    services: { 'power-apps': { address: `https://localhost:${port}` } },
  })
  const { client, events } = await sampleClient(new Hono(), { cloud })
  const failure = await failureOf(client.call(start, { body: {} }))
  expect(failure).toMatchObject({ code: 'certificate-untrusted', ambiguous: false })
  expect(failure.fix).toContain('NODE_EXTRA_CA_CERTS')
  expect(events.filter(({ kind }) => kind === 'waiting')).toEqual([])
  expect(requests).toBe(0)
})

test('a proxy is used for the cloud and not for this machine', async () => {
  const asked: string[] = []
  const proxy = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', (data) => {
      asked.push(data.toString('latin1').split('\r\n', 1)[0] ?? '')
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
    })
  })
  const port = await listening(proxy)
  vi.stubEnv('HTTPS_PROXY', `http://127.0.0.1:${port}`)
  vi.stubEnv('NO_PROXY', 'graph.microsoft.com')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  expect(hostsWithoutProxy()).toEqual(['graph.microsoft.com', 'localhost', '127.0.0.1', '[::1]'])
  const app = new Hono()
  app.all('*', (c) => c.json({ id: 'a' }))
  const direct = await sampleClient(app)
  await expect(direct.client.call(read, reading)).resolves.toEqual({ id: 'a' })
  expect(asked).toEqual([])
  const { client } = await sampleClient(new Hono(), { cloud: knownClouds.public, retry: { faults: 0 } })
  await failureOf(client.call(read, reading))
  expect(asked).toEqual(['CONNECT api.powerapps.com:443 HTTP/1.1'])
})

test('what starts work uses a connection of its own, what reads keeps one', async () => {
  const connections: (string | undefined)[] = []
  const app = new Hono()
  app.all('*', (c) => {
    connections.push(c.req.header('connection'))
    return c.json({ id: 'a' }, c.req.method === 'POST' ? 202 : 200)
  })
  const { client } = await sampleClient(app)
  await client.call(read, reading)
  await client.call(put, { ...reading, body: {} })
  await client.call(start, { body: {} })
  expect(connections).toEqual(['keep-alive', 'keep-alive', 'close'])
})

test('no failure shows a token or a signature, however it is printed', async () => {
  const token = fakeToken({ aud: 'https://service.powerapps.com/', secret: 'do-not-show' })
  const signature = 'c2lnbmF0dXJlLW5vdC1yZWFs'
  const port = await listening(createServer((socket) => socket.destroy()))
  const { client, events } = await sampleClient(new Hono(), {
    cloud: overrideCloud(knownClouds.public, { through: `http://127.0.0.1:${port}/https` }),
    credential: fakeCredential(() => token),
    retry: { faults: 0 },
  })
  const failures = [
    await failureOf(client.call(read, reading)),
    await failureOf(
      client.call(download, { query: {} }, { at: { address: `https://a.blob.core.windows.net/c/f?sig=${signature}` } }),
    ),
  ]
  for (const failure of failures) {
    const shown = [
      inspect(failure, { depth: 20, showHidden: true }),
      JSON.stringify(failure),
      failure.stack,
      JSON.stringify(events),
    ].join('\n')
    expect(shown).toContain('connection-failed')
    expect(shown).not.toContain(token)
    expect(shown).not.toContain(signature)
  }
})

test('a listener that fails does not make a call fail', async () => {
  const app = new Hono()
  app.all('*', (c) => c.json({ id: 'a' }))
  const { client } = await sampleClient(app, {
    onEvent: () => {
      throw new Error('broken listener')
    },
  })
  await expect(client.call(read, reading)).resolves.toEqual({ id: 'a' })
})

test('an error of the transport that holds its request is kept without it', async () => {
  const token = fakeToken({ aud: 'https://service.powerapps.com/', secret: 'do-not-show' })
  const { client } = await sampleClient(new Hono(), {
    credential: fakeCredential(() => token),
    retry: { faults: 0 },
    transport: {
      sendRequest: (request) =>
        Promise.reject(
          Object.assign(new Error(`sending Bearer ${token} failed`), {
            code: 'ECONNRESET',
            request: { authorization: request.headers.get('authorization') },
          }),
        ),
    },
  })
  const failure = await failureOf(client.call(read, reading))
  expect(failure.cause).toMatchObject({ code: 'ECONNRESET', message: 'sending Bearer …token… failed' })
  expect(inspect(failure, { depth: 20, showHidden: true })).not.toContain(token)
})
