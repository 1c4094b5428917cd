import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ProbeRule } from '@sevenstep/onboarding'
import { afterEach, describe, expect, test } from 'vitest'
import { type LookOptions, openLook } from './look.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

const now = new Date('2026-11-20T09:00:00.000Z')
const rule: ProbeRule = { pages: 1, signIn: 'refused', settles: 'everything' }
const page: ProbeRule = { ...rule, rules: { room: 'flow-embed', families: ['content-policy'] } }

/** Serves on the loopback and remembers what it was asked. */
async function serve(answer: RequestListener) {
  const asked: IncomingMessage[] = []
  const server = createServer((request, response) => {
    asked.push(request)
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // of a server that listens on a port
  return { port, asked, server }
}

/** A look of a server on which the loopback is permitted under any name, or of a usual one. */
function lookWith(port: number, more: Partial<LookOptions['probes']> = {}, names: readonly string[] = ['127.0.0.1']) {
  const look = openLook({
    probes: { enabled: true, networks: ['127.0.0.0/8'], ports: [port], perHour: 60, ...more },
    version: '1.2.3',
    clock: { now: () => now },
    resolve: () => (names.length === 0 ? Promise.reject(new Error('nowhere')) : Promise.resolve(names)),
  })
  return (address: string, asks: ProbeRule = rule) =>
    look({ address, rule: asks, productName: 'Fleet Desk', edition: 'current' })
}

describe('a look', () => {
  test('keeps status, way, time, kind, title and the headers that are judged, and nothing else', async () => {
    const { port, asked } = await serve((request, response) => {
      if (request.url === '/old') {
        response.writeHead(301, { location: '/privacy?token=secret#part' }).end()
        return
      }
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `frame-src https://make.powerautomate.com; script-src ${'x'.repeat(3000)}`,
        'set-cookie': 'session=secret',
      })
      response.end('<!doctype html><title>Privacy of Fleet Desk</title><p>secret</p>')
    })
    const ending = await lookWith(port)(`http://fleetdesk.test:${port}/old`, page)
    expect(ending).toEqual({
      kind: 'seen',
      facts: {
        at: now.toISOString(),
        milliseconds: expect.any(Number),
        hops: 1,
        status: 200,
        finalAddress: `http://fleetdesk.test:${port}/privacy`,
        contentType: 'text/html; charset=utf-8',
        title: 'Privacy of Fleet Desk',
        headers: { 'content-security-policy': expect.stringMatching(/^frame-src/) },
        families: { 'content-policy': expect.objectContaining({ outcome: 'failed' }) },
        findings: [expect.objectContaining({ rule: 'embed-csp-script' })],
      },
    })
    const kept = JSON.stringify(ending)
    expect(kept).not.toContain('secret')
    expect(kept.length).toBeLessThan(4000)
    expect(asked[0]?.headers['user-agent']).toMatch(/^Sevenstep\/1\.2\.3 /)
    expect(asked.every(({ headers }) => headers.cookie === undefined && headers.referer === undefined)).toBe(true)
  })

  test('of the page of an error says its status alone', async () => {
    const { port } = await serve((_, response) =>
      response.writeHead(404, { 'content-type': 'text/html' }).end('<title>Not here</title>'),
    )
    const ending = await lookWith(port)(`http://fleetdesk.test:${port}/gone`)
    expect(ending.kind === 'seen' && ending.facts).toMatchObject({ status: 404, contentType: 'text/html' })
    expect(JSON.stringify(ending)).not.toContain('Not here')
  })

  test('of something larger than a page reads its head', async () => {
    const { port, asked } = await serve((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('x'.repeat(600_000)),
    )
    const ending = await lookWith(port)(`http://fleetdesk.test:${port}/`)
    expect(ending.kind === 'seen' && ending.facts.status).toBe(200)
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'HEAD'])
  })

  test('of a hostile page ends', async () => {
    const { port } = await serve((_, response) => {
      const tags = Array.from({ length: 40_000 }, (__, index) => `<b c=${index}>`).join('')
      response.writeHead(200, { 'content-type': 'text/html' }).end(`${tags}${'<p>'.repeat(20_000)}`)
    })
    const began = performance.now()
    const ending = await lookWith(port)(`http://fleetdesk.test:${port}/`, page)
    expect(ending.kind === 'seen' && ending.facts.status).toBe(200)
    expect(performance.now() - began).toBeLessThan(60_000)
  })

  test('that is asked to wait says nothing of the address', async () => {
    const { port } = await serve((_, response) => response.writeHead(429).end())
    expect(await lookWith(port)(`http://fleetdesk.test:${port}/`)).toEqual({
      kind: 'unseen',
      obstacle: 'asked-to-wait',
    })
  })

  test('at a permitted network whose server is gone is a failure of the server', async () => {
    const { port, server } = await serve((_, response) => response.end())
    await new Promise((resolve) => server.close(resolve))
    const ending = await lookWith(port)(`http://fleetdesk.test:${port}/`)
    expect(ending).toMatchObject({ kind: 'seen', facts: { failure: 'connection-failed' } })
  })
})

describe('nothing is opened', () => {
  test.each([
    ['the metadata of a cloud', 'http://169.254.169.254/latest/meta-data/', []],
    ['this machine by its number', 'http://2130706433/', []],
    ['this machine in IPv6', 'http://[::1]/', []],
    ['a private network by name', 'http://intranet.fleetdesk.test/', ['10.0.0.5']],
    ['a name that means both', 'http://fleetdesk.test/', ['93.184.216.34', '127.0.0.1']],
  ])('of %s', async (_, address, names) => {
    const { port, asked } = await serve((__, response) => response.end('<title>inside</title>'))
    const ending = await lookWith(port, { networks: [], ports: [80, port] }, names)(address.replace(/\/$/, `:${port}/`))
    expect(ending).toMatchObject({ kind: 'seen', facts: { failure: 'address-private' } })
    expect(asked).toEqual([])
  })

  test('where a public address leads inside, or to a port of another service', async () => {
    const { port, asked } = await serve((request, response) => {
      const inside = request.url === '/port' ? 'http://fleetdesk.test:5432/' : `http://169.254.169.254:${port}/`
      response.writeHead(302, { location: inside }).end()
    })
    const look = lookWith(port)
    expect(await look(`http://fleetdesk.test:${port}/`)).toMatchObject({
      facts: { failure: 'address-private', hops: 1 },
    })
    expect(await look(`http://fleetdesk.test:${port}/port`)).toMatchObject({ facts: { failure: 'port-refused' } })
    expect(asked).toHaveLength(2)
  })

  test('where it is switched off, though the network would be permitted', async () => {
    const { port, asked } = await serve((_, response) => response.end())
    const ending = await lookWith(port, { enabled: false })(`http://fleetdesk.test:${port}/`)
    expect(ending).toEqual({ kind: 'unseen', obstacle: 'switched-off' })
    expect(asked).toEqual([])
  })

  test('the way out is asked for at its own port, whatever ports addresses may have', async () => {
    const names: string[] = []
    const look = openLook({
      probes: { enabled: true, networks: [], ports: [8443], perHour: 60 },
      version: '1.2.3',
      clock: { now: () => now },
      resolve: (name) => {
        names.push(name)
        return Promise.reject(new Error('nowhere'))
      },
    })
    await look({ address: 'https://gone.test:8443/', rule, productName: 'Fleet Desk', edition: 'current' })
    expect(names).toEqual(['gone.test', 'login.microsoftonline.com'])
  })

  test('without a way out, and no verdict follows from that', async () => {
    const look = lookWith(443, { networks: [] }, [])
    const ending = await look('https://fleetdesk.test/')
    expect(ending).toEqual({ kind: 'unseen', obstacle: 'no-way-out' })
  })
})
