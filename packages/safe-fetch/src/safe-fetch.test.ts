import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { type AddressInfo, createServer as createRawServer, type Server, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { decodeBody } from './decode-body.ts'
import { selfSigned } from './fixtures/self-signed.ts'
import { type FetchOptions, safeFetch } from './safe-fetch.ts'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => sockets.add(socket))
  closing.push(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  // A server that listens at a port has such an address.
  return (server.address() as AddressInfo).port
}

const serve = (answer: RequestListener) => listen(createServer(answer))

/** Loopback stands for the public internet in these tests. */
const local = (more: FetchOptions = {}): FetchOptions => ({
  resolve: () => Promise.resolve(['127.0.0.1']),
  ...more,
  policy: { permittedNetworks: ['127.0.0.0/8'], ports: 'any', ...more.policy },
})

test('gives back status, headers and the unpacked body, and sends nothing that tells of anybody', async () => {
  let seen: unknown
  const port = await serve((request, response) => {
    seen = request.headers
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=iso-8859-1', 'Content-Encoding': 'gzip' })
    response.end(gzipSync(Buffer.from('caf\xe9', 'latin1')))
  })
  const outcome = await safeFetch(`http://shop.example:${port}/a?b=1`, local())
  if (!outcome.ok) throw new Error(outcome.problem.what)
  expect(outcome.answer).toMatchObject({
    url: `http://shop.example:${port}/a?b=1`,
    status: 404,
    hops: [],
    address: '127.0.0.1',
  })
  expect(decodeBody(outcome.answer)).toBe('café')
  expect(Object.keys(Object(seen)).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent'])
  expect(Object(seen).host).toBe(`shop.example:${port}`)
})

test('follows redirects and tells the hops; a circle ends', async () => {
  const port = await serve((request, response) => {
    const step = Number(request.url?.slice(1))
    response
      .writeHead(step >= 3 && step < 100 ? 200 : 302, { Location: `/${step < 100 ? step + 1 : step}` })
      .end('there')
  })
  const outcome = await safeFetch(`http://a.example:${port}/1`, local())
  expect(outcome).toMatchObject({
    ok: true,
    answer: { url: `http://a.example:${port}/3`, hops: [{ status: 302 }, { status: 302 }] },
  })
  expect(await safeFetch(`http://a.example:${port}/100`, local())).toMatchObject({
    ok: false,
    problem: { code: 'redirects-exceeded' },
    hops: { length: 6 },
  })
})

test.each([
  ['http://10.0.0.1/', 'address-private'],
  ['http://169.254.169.254/latest/meta-data/', 'address-private'],
  ['http://inside.example/', 'address-private'],
  ['http://[::ffff:10.0.0.1]/', 'address-private'],
  ['ftp://b.example/', 'scheme-refused'],
  ['http://anna:hunter2@b.example/', 'credentials-refused'],
  ['http://', 'redirect-malformed'],
])('a redirect to %s is not followed: %s', async (location, code) => {
  const port = await serve((_, response) => response.writeHead(301, { Location: location }).end())
  const resolve = (host: string) => Promise.resolve([host === 'inside.example' ? '192.168.0.7' : '127.0.0.1'])
  expect(await safeFetch(`http://a.example:${port}/`, local({ resolve }))).toMatchObject({
    ok: false,
    problem: { code },
    hops: [{ status: 301 }],
  })
})

test('without a permission nothing on this machine is spoken to, however it is written', async () => {
  let asked = 0
  const port = await serve((_, response) => {
    asked += 1
    response.end()
  })
  for (const host of ['127.0.0.1', 'localhost', '0x7f000001', '2130706433', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0']) {
    const outcome = await safeFetch(`http://${host}:${port}/`, { policy: { ports: 'any' } })
    expect(outcome, host).toMatchObject({ ok: false, problem: { code: 'address-private' } })
  }
  expect(asked).toBe(0)
})

test('a name is looked up once a hop and the judged address is the one reached', async () => {
  const answers = [['127.0.0.1'], ['10.0.0.1']]
  let lookups = 0
  const port = await serve((_, response) => response.end('here'))
  const resolve = () => Promise.resolve(answers[lookups++] ?? [])
  const outcome = await safeFetch(`http://rebinding.example:${port}/`, local({ resolve }))
  expect(outcome).toMatchObject({ ok: true, answer: { address: '127.0.0.1' } })
  expect(lookups).toBe(1)
})

test('a name with one public and one private address is not used at all', async () => {
  const resolve = () => Promise.resolve(['1.1.1.1', '10.0.0.1'])
  expect(await safeFetch('http://both.example/', { resolve })).toMatchObject({
    problem: { code: 'address-private', why: 'It leads to 10.0.0.1, which is inside a private network.' },
  })
})

test.each([
  ['plain', (size: number) => Buffer.alloc(size), {}],
  ['packed', (size: number) => gzipSync(Buffer.alloc(size)), { 'Content-Encoding': 'gzip' }],
])('a %s body over the limit is not read to its end', async (_, make, headers) => {
  const port = await serve((_request, response) => response.writeHead(200, headers).end(make(3_000_000)))
  const at = `http://a.example:${port}/`
  expect(await safeFetch(at, local({ policy: { maximumBytes: 2_999_999 } }))).toMatchObject({
    problem: { code: 'too-large' },
  })
  expect(await safeFetch(at, local({ policy: { maximumBytes: 3_000_000 } }))).toMatchObject({ ok: true })
})

test('what claims to be packed and is not, and what is no HTTP, is malformed', async () => {
  const packed = await serve((_, response) => response.writeHead(200, { 'Content-Encoding': 'gzip' }).end('no gzip'))
  expect(await safeFetch(`http://a.example:${packed}/`, local())).toMatchObject({
    problem: { code: 'answer-malformed' },
  })
  const raw = await listen(createRawServer((socket) => socket.end('hello\r\n\r\n')))
  expect(await safeFetch(`http://a.example:${raw}/`, local())).toMatchObject({ problem: { code: 'answer-malformed' } })
})

test.each([
  'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
  'HTTP/1.1 100 Continue\r\n\r\n',
  '',
])('an answer that is none ends the waiting: %j', async (answer) => {
  const port = await listen(createRawServer((socket) => socket.once('data', () => socket.end(answer))))
  const outcome = await safeFetch(`http://a.example:${port}/`, local({ policy: { timeoutMilliseconds: 5000 } }))
  expect(outcome).toMatchObject({ ok: false })
  expect(['answer-malformed', 'connection-failed']).toContain(outcome.ok ? '' : outcome.problem.code)
})

test('a server that never answers, or never ends, takes no longer than the policy says', async () => {
  const silent = await listen(createRawServer(() => {}))
  const dripping = await serve((_, response) => {
    const timer = setInterval(() => response.write('.'), 20)
    response.on('close', () => clearInterval(timer))
  })
  for (const port of [silent, dripping]) {
    const policy = { timeoutMilliseconds: 150 }
    expect(await safeFetch(`http://a.example:${port}/`, local({ policy }))).toMatchObject({
      problem: { code: 'timed-out', what: 'There was no complete answer within 0.15 seconds.' },
    })
  }
  const never = () => new Promise<never>(() => {})
  const policy = { timeoutMilliseconds: 50 }
  expect(await safeFetch('http://a.example/', local({ resolve: never, policy }))).toMatchObject({
    problem: { code: 'timed-out' },
  })
})

test('stops when told to', async () => {
  const silent = await listen(createRawServer(() => {}))
  const controller = new AbortController()
  const outcome = safeFetch(`http://a.example:${silent}/`, local({ signal: controller.signal }))
  controller.abort()
  expect(await outcome).toMatchObject({ problem: { code: 'cancelled' } })
})

test('nothing there, no such name, broken off', async () => {
  const port = await serve(() => {})
  closing.splice(0)[0]?.()
  const refused = await safeFetch(`http://a.example:${port}/`, local())
  expect(refused).toMatchObject({ problem: { code: 'connection-failed' } })
  const resolve = () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }))
  expect(await safeFetch('http://nowhere.example/', { resolve })).toMatchObject({
    problem: { code: 'name-unresolved', why: 'No address is known for it: ENOTFOUND.' },
  })
  expect(await safeFetch('http://empty.example/', { resolve: () => Promise.resolve([]) })).toMatchObject({
    problem: { code: 'name-unresolved' },
  })
  const half = await serve((_, response) => {
    response.writeHead(200, { 'Content-Length': '100' })
    response.write('half')
    setTimeout(() => response.destroy(), 20)
  })
  expect(await safeFetch(`http://a.example:${half}/`, local())).toMatchObject({ ok: false })
})

let certificate: Awaited<ReturnType<typeof selfSigned>>
beforeAll(async () => {
  certificate = await selfSigned('a.example')
})

test('a certificate that browsers refuse is refused', async () => {
  const port = await listen(createSecureServer(certificate, (_, response) => response.end('secret')))
  expect(await safeFetch(`https://a.example:${port}/`, local())).toMatchObject({
    problem: { code: 'certificate-invalid', what: 'The certificate of a.example is not trusted.' },
  })
})

test('HEAD brings no body', async () => {
  const port = await serve((request, response) => response.writeHead(200, { 'X-Method': request.method }).end())
  expect(await safeFetch(`http://a.example:${port}/`, local({ method: 'HEAD' }))).toMatchObject({
    ok: true,
    answer: { headers: { 'x-method': 'HEAD' }, bytes: new Uint8Array() },
  })
})

test('never throws, whatever the address', async () => {
  const resolve = () => Promise.resolve(['10.0.0.1'])
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.webUrl()), async (url) => {
      const outcome = await safeFetch(url, { resolve })
      expect(outcome.ok).toBe(false)
      if (!outcome.ok) expect(JSON.stringify(outcome.problem)).not.toMatch(/\{\w+\}/)
    }),
  )
})
