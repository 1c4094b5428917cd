import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { checkOffer } from '../engine/check-offer.ts'
import { readOffer } from '../offer/read-offer.ts'
import { offerText } from '../testing/given-offer.ts'
import { gatherListingFacts } from './gather-listing-facts.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

/** Serves pages by path; a number answers with that status, an address leads there. */
async function serve(pages: Readonly<Record<string, string | number>>): Promise<string> {
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ''] ?? 404
    response.setHeader('content-type', 'text/html; charset=utf-8')
    if (typeof page === 'number') response.statusCode = page
    else if (page.startsWith('/')) response.writeHead(302, { location: page })
    response.end(typeof page === 'string' ? page : '')
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // of a server that listens on a port
  return `http://fleetdesk.example:${port}`
}

const offerWith = (listing: Readonly<Record<string, string>>) => {
  const text = offerText({ offer: { listing, terms: null, media: null, technical: null } })
  return readOffer([{ path: 'offer.json', bytes: new TextEncoder().encode(text) }])
}

const local = {
  fetchOptions: {
    resolve: () => Promise.resolve(['127.0.0.1']),
    policy: { permittedNetworks: ['127.0.0.0/8'], ports: 'any' as const, maximumBytes: 5000 },
  },
}

describe('what addresses answer becomes facts', () => {
  test('of real pages', async () => {
    const base = await serve({
      '/': '<!doctype html><title> Fleet\n Desk </title><body><title>no</title>',
      '/support': '/help',
      '/help': '<p>Help</p>',
      '/privacy': 'x'.repeat(10_000),
    })
    const offer = offerWith({
      websiteUrl: `${base}/`,
      supportUrl: `${base}/support`,
      helpUrl: `${base}/gone`,
      privacyUrl: `${base}/privacy`,
    })
    const seen: number[] = []
    const { links } = await gatherListingFacts(offer, { ...local, onProgress: (done) => seen.push(done) })
    const html = 'text/html; charset=utf-8'
    expect(links).toEqual([
      { url: `${base}/`, status: 200, contentType: html, title: 'Fleet Desk' },
      { url: `${base}/gone`, status: 404, contentType: html },
      { url: `${base}/support`, status: 200, finalUrl: `${base}/help`, contentType: html },
      { url: `${base}/privacy`, status: 200, contentType: html },
    ])
    expect(seen).toHaveLength(4)
  })

  test('of addresses that must not be opened', async () => {
    const offer = offerWith({ supportUrl: 'https://169.254.169.254/latest', privacyUrl: 'no address' })
    const { links } = await gatherListingFacts(offer)
    expect(links?.find(({ url }) => url.startsWith('https://169'))?.problem).toContain('not on the public internet')
    expect(links?.some(({ url }) => url.includes('no address'))).toBe(false)
  })

  test('that the rules judge', async () => {
    const offer = readOffer([{ path: 'offer.json', bytes: new TextEncoder().encode(offerText({ offer: {} })) }])
    const facts = await gatherListingFacts(offer, {
      fetch: async (url) => ({
        ok: true,
        answer: {
          url,
          status: url.endsWith('/terms') ? 500 : 200,
          headers: { 'content-type': 'text/html' },
          bytes: new TextEncoder().encode('<title>Somebody else</title>'),
          hops: [],
          address: '203.0.113.1',
        },
      }),
    })
    const { findings } = checkOffer(offer, { facts, only: ['link-answers', 'listing-name-as-on-site'] }).subject
    expect(findings.map(({ ruleId, pointer }) => `${ruleId} ${pointer}`)).toEqual([
      'link-answers /terms/url',
      'listing-name-as-on-site /listing/name',
    ])
  })
})
